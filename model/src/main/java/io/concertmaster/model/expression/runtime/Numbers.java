package io.concertmaster.model.expression.runtime;

import io.concertmaster.node.data.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as values. ECMAScript has doubles only; here a whole number inside ±2^53 is a {@link
 * Long}, so that integers stay integers on their way through, and a longer one that comes from data
 * keeps its digits as long as nothing is computed with it.
 */
public final class Numbers {
  /** 2^53: up to here every whole number is a double too. */
  public static final long EXACT = 1L << 53;

  private Numbers() {}

  /** The value for a double: a Long where it is whole, inside ±2^53 and not -0. */
  public static Object of(double number) {
    long whole = (long) number;
    if (whole == number && whole <= EXACT && whole >= -EXACT) {
      return whole == 0 && 1 / number < 0 ? (Object) number : whole;
    }
    return number;
  }

  /** Whether a value is a number. */
  public static boolean is(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Number;
  }

  /** The digits: ECMAScript's for doubles, all of them for longer numbers from data. */
  public static String text(Number number) {
    return switch (number) {
      case Long l -> Long.toString(l);
      case BigDecimal d -> text(d);
      default -> NumberText.of(number.doubleValue());
    };
  }

  private static String text(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (plain.precision() <= 15 || Math.abs(plain.scale()) > 400) {
      return NumberText.of(number.doubleValue());
    }
    return plain.toPlainString();
  }

  /** ToInt32 (ECMA-262 §7.1.6). */
  public static int int32(double number) {
    int fast = (int) number;
    if (fast == number) {
      return fast;
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return 0;
    }
    if (Math.abs(number) < 9.2e18) {
      return (int) (long) number;
    }
    return new BigDecimal(number).setScale(0, RoundingMode.DOWN).toBigInteger().intValue();
  }

  /**
   * ToIntegerOrInfinity (ECMA-262 §7.1.5), with infinities and what lies beyond cut to the range of
   * long.
   */
  public static long integer(double number) {
    return (long) number;
  }
}
