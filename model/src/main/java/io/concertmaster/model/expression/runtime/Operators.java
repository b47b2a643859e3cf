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
    Object l = Conversions.primitive(frame, left, Hint.DEFAULT);
    Object r = Conversions.primitive(frame, right, Hint.DEFAULT);
    if (l instanceof String || r instanceof String) {
      return join(frame, Conversions.text(frame, l), Conversions.text(frame, r));
    }
    if (l instanceof BigIntegerValue || r instanceof BigIntegerValue) {
      return big(frame, "+", l, r);
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

  /** An operator where one operand is a big integer. */
  public static Object big(
      Frame frame, String operator, @Nullable Object left, @Nullable Object right) {
    Object l = Conversions.primitive(frame, left, Hint.NUMBER);
    Object r = Conversions.primitive(frame, right, Hint.NUMBER);
    if (l == null || r == null) {
      throw Failure.type("big integers and null cannot be mixed");
    }
    return BigIntegerValue.apply(frame, operator, l, r);
  }

  /** {@code -}. */
  public static Object subtract(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof BigIntegerValue || right instanceof BigIntegerValue) {
      return big(frame, "-", left, right);
    }
    if (left instanceof Long a && right instanceof Long b && exact(a) && exact(b)) {
      return exact(a - b) ? (Object) (a - b) : Numbers.of((double) a - (double) b);
    }
    return Numbers.of(Conversions.number(frame, left) - Conversions.number(frame, right));
  }

  /** {@code *}. */
  public static Object multiply(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof BigIntegerValue || right instanceof BigIntegerValue) {
      return big(frame, "*", left, right);
    }
    return Numbers.of(Conversions.number(frame, left) * Conversions.number(frame, right));
  }

  /** {@code /}. */
  public static Object divide(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof BigIntegerValue || right instanceof BigIntegerValue) {
      return big(frame, "/", left, right);
    }
    return Numbers.of(Conversions.number(frame, left) / Conversions.number(frame, right));
  }

  /** {@code %}. */
  public static Object remainder(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof BigIntegerValue || right instanceof BigIntegerValue) {
      return big(frame, "%", left, right);
    }
    return Numbers.of(Conversions.number(frame, left) % Conversions.number(frame, right));
  }

  /** {@code **}. */
  public static Object power(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof BigIntegerValue || right instanceof BigIntegerValue) {
      return big(frame, "**", left, right);
    }
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
    if (l instanceof BigIntegerValue || r instanceof BigIntegerValue) {
      return bigOrder(frame, comparison, l, r);
    }
    double a = Conversions.number(frame, l);
    double b = Conversions.number(frame, r);
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return false;
    }
    return comparison.holds(a < b ? -1 : a > b ? 1 : 0);
  }

  private static boolean bigOrder(
      Frame frame, Comparison comparison, @Nullable Object left, @Nullable Object right) {
    java.math.BigDecimal a = exactly(frame, left);
    java.math.BigDecimal b = exactly(frame, right);
    return a != null && b != null && comparison.holds(a.compareTo(b));
  }

  /** A number or big integer with all its digits; null for what is none. */
  public static java.math.@Nullable BigDecimal exactly(Frame frame, @Nullable Object value) {
    if (value instanceof BigIntegerValue(java.math.BigInteger big)) {
      return new java.math.BigDecimal(big);
    }
    double number = Conversions.number(frame, value);
    return Double.isFinite(number) ? new java.math.BigDecimal(number) : null;
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
