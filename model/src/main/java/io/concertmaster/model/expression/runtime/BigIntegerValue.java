package io.concertmaster.model.expression.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A big integer of the language ({@code 10n}), which never mixes with numbers. As data it is a
 * number with all its digits.
 *
 * @param value the integer
 */
public record BigIntegerValue(BigInteger value) implements Primitive {
  /** How many bits one may have. */
  private static final int LONGEST = 1 << 17;

  @Override
  public Object primitive(Conversions.Hint hint) {
    return this;
  }

  @Override
  public Object data() {
    return value.bitLength() < 63 ? (Object) value.longValue() : new BigDecimal(value);
  }

  /** An operator on two of them; other operands are a TypeError, as in JavaScript. */
  public static Object apply(Frame frame, String operator, Object left, Object right) {
    if (!(left instanceof BigIntegerValue(BigInteger a))
        || !(right instanceof BigIntegerValue(BigInteger b))) {
      throw Failure.type("big integers and other values cannot be mixed: convert one of them");
    }
    frame.charge(1 + (long) a.bitLength() * Math.max(1, b.bitLength()) / 4096);
    BigInteger result =
        switch (operator) {
          case "+" -> a.add(b);
          case "-" -> a.subtract(b);
          case "*" -> a.multiply(b);
          case "/" -> a.divide(divisor(b));
          case "%" -> a.remainder(divisor(b));
          case "**" -> power(a, b);
          case "&" -> a.and(b);
          case "|" -> a.or(b);
          case "^" -> a.xor(b);
          case "<<" -> shifted(a, b.negate());
          case ">>" -> shifted(a, b);
          default -> throw Failure.type("big integers cannot be used with " + operator);
        };
    return of(frame, result);
  }

  private static BigInteger divisor(BigInteger number) {
    if (number.signum() == 0) {
      throw Failure.type("a big integer cannot be divided by 0n");
    }
    return number;
  }

  private static BigInteger power(BigInteger base, BigInteger exponent) {
    if (exponent.signum() < 0) {
      throw Failure.type("a big integer needs an exponent from 0n on");
    }
    if (exponent.bitLength() > 31) {
      throw tooLong();
    }
    int times = exponent.intValue();
    if ((long) base.bitLength() * times > LONGEST) {
      throw tooLong();
    }
    return base.pow(times);
  }

  private static BigInteger shifted(BigInteger number, BigInteger right) {
    if (right.bitLength() > 31) {
      throw tooLong();
    }
    int count = right.intValue();
    if (number.bitLength() - (long) count > LONGEST) {
      throw tooLong();
    }
    return number.shiftRight(count);
  }

  private static Failure tooLong() {
    return Failure.raised(
        io.concertmaster.model.expression.ExpressionException.Kind.LIMIT,
        "the big integer has too many digits");
  }

  /** A big integer of a size that is allowed. */
  public static BigIntegerValue of(Frame frame, BigInteger value) {
    if (value.bitLength() > LONGEST) {
      throw tooLong();
    }
    frame.charge(1 + value.bitLength() / 64);
    return new BigIntegerValue(value);
  }
}
