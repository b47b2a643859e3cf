package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.runtime.Conversions.Hint;
import org.jspecify.annotations.Nullable;

/** ECMAScript's ways to be equal (ECMA-262 §7.2.9 to §7.2.14). */
public final class Equality {
  private Equality() {}

  /** {@code ===}: records and lists are equal only to themselves. */
  @SuppressWarnings("ReferenceEquality")
  public static boolean strict(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Number a) {
      return right instanceof Number b && a.doubleValue() == b.doubleValue();
    }
    if (left instanceof String a && right instanceof String b) {
      frame.chargeScan(Math.min(a.length(), b.length()));
      return a.equals(b);
    }
    if (left instanceof Boolean || left instanceof BigIntegerValue) {
      return left.equals(right);
    }
    return left == right;
  }

  /** {@code ==}. */
  @SuppressWarnings("ReferenceEquality")
  public static boolean loose(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (Conversions.nullish(left) || Conversions.nullish(right)) {
      return Conversions.nullish(left) && Conversions.nullish(right);
    }
    boolean leftObject = Conversions.isObject(left);
    boolean rightObject = Conversions.isObject(right);
    if (leftObject && rightObject) {
      return left == right;
    }
    Object l = leftObject ? Conversions.primitive(frame, left, Hint.DEFAULT) : left;
    Object r = rightObject ? Conversions.primitive(frame, right, Hint.DEFAULT) : right;
    if (Conversions.nullish(l) || Conversions.nullish(r)) {
      return Conversions.nullish(l) && Conversions.nullish(r);
    }
    if (l instanceof String a && r instanceof String b) {
      return strict(frame, a, b);
    }
    if (l instanceof BigIntegerValue || r instanceof BigIntegerValue) {
      java.math.BigDecimal a = Operators.exactly(frame, l);
      java.math.BigDecimal b = Operators.exactly(frame, r);
      return a != null && b != null && a.compareTo(b) == 0;
    }
    return Conversions.number(frame, l) == Conversions.number(frame, r);
  }

  /** SameValueZero, as {@code includes} has it: NaN equals itself. */
  public static boolean sameValueZero(Frame frame, @Nullable Object left, @Nullable Object right) {
    return strict(frame, left, right) || (isNaN(left) && isNaN(right));
  }

  /** SameValue, {@code Object.is}: NaN equals itself, -0 does not equal 0. */
  public static boolean sameValue(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue()) == 0;
    }
    return strict(frame, left, right);
  }

  private static boolean isNaN(@Nullable Object value) {
    return value instanceof Double d && d.isNaN();
  }
}
