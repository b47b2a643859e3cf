package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.runtime.Conversions.Hint;
import org.jspecify.annotations.Nullable;

/** ECMAScript's arithmetic and comparison (ECMA-262 §13.6 to §13.15). */
public final class Operators {
  private Operators() {}

  /** {@code +}: adds numbers, joins texts. */
  public static @Nullable Object add(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return add(a, b);
    }
    Object l = Conversions.primitive(frame, left, Hint.NUMBER);
    Object r = Conversions.primitive(frame, right, Hint.NUMBER);
    if (l instanceof String || r instanceof String) {
      return join(frame, Conversions.text(frame, l), Conversions.text(frame, r));
    }
    return Numbers.of(Conversions.number(frame, l) + Conversions.number(frame, r));
  }

  /** Two texts as one. */
  public static String join(Frame frame, String left, String right) {
    frame.chargeText((long) left.length() + right.length());
    return left.concat(right);
  }

  private static boolean exact(long number) {
    return number <= Numbers.EXACT && number >= -Numbers.EXACT;
  }

  private static Object add(long a, long b) {
    return exact(a) && exact(b) && exact(a + b) ? (Object) (a + b) : Numbers.of((double) a + b);
  }

  /** {@code -}. */
  public static Object subtract(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b && exact(a) && exact(b)) {
      return exact(a - b) ? (Object) (a - b) : Numbers.of((double) a - (double) b);
    }
    return Numbers.of(Conversions.number(frame, left) - Conversions.number(frame, right));
  }

  /** {@code *}. */
  public static Object multiply(Frame frame, @Nullable Object left, @Nullable Object right) {
    return Numbers.of(Conversions.number(frame, left) * Conversions.number(frame, right));
  }

  /** {@code /}. */
  public static Object divide(Frame frame, @Nullable Object left, @Nullable Object right) {
    return Numbers.of(Conversions.number(frame, left) / Conversions.number(frame, right));
  }

  /** {@code %}. */
  public static Object remainder(Frame frame, @Nullable Object left, @Nullable Object right) {
    return Numbers.of(Conversions.number(frame, left) % Conversions.number(frame, right));
  }

  /** {@code **}. */
  public static Object power(Frame frame, @Nullable Object left, @Nullable Object right) {
    double base = Conversions.number(frame, left);
    return Numbers.of(power(base, Conversions.number(frame, right)));
  }

  /** Number::exponentiate: as Java's, but 1 to an infinite or undefined power is NaN. */
  public static double power(double base, double exponent) {
    return Math.abs(base) == 1 && Double.isInfinite(exponent)
        ? Double.NaN
        : Math.pow(base, exponent);
  }

  /** ToInt32 of an operand. */
  public static int int32(Frame frame, @Nullable Object value) {
    return value instanceof Long l && exact(l)
        ? (int) (long) l
        : Numbers.int32(Conversions.number(frame, value));
  }

  /** IsLessThan for {@code <}, {@code >}, {@code <=}, {@code >=}. */
  public static boolean compare(
      Frame frame, Comparison comparison, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Long a && right instanceof Long b && exact(a) && exact(b)) {
      return comparison.holds(Long.compare(a, b));
    }
    Object l = Conversions.primitive(frame, left, Hint.NUMBER);
    Object r = Conversions.primitive(frame, right, Hint.NUMBER);
    if (l instanceof String a && r instanceof String b) {
      frame.chargeScan(Math.min(a.length(), b.length()));
      return comparison.holds(a.compareTo(b));
    }
    double a = Conversions.number(frame, l);
    double b = Conversions.number(frame, r);
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return false;
    }
    return comparison.holds(a < b ? -1 : a > b ? 1 : 0);
  }

  /** The four ways to compare by order. */
  public enum Comparison {
    /** {@code <}. */
    LESS,
    /** {@code >}. */
    GREATER,
    /** {@code <=}. */
    LESS_OR_EQUAL,
    /** {@code >=}. */
    GREATER_OR_EQUAL;

    boolean holds(int sign) {
      return switch (this) {
        case LESS -> sign < 0;
        case GREATER -> sign > 0;
        case LESS_OR_EQUAL -> sign <= 0;
        case GREATER_OR_EQUAL -> sign >= 0;
      };
    }
  }
}
