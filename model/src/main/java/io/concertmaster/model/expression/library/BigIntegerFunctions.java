package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.BigIntegerValue;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code BigInt}. */
public final class BigIntegerFunctions {
  private BigIntegerFunctions() {}

  static Namespace namespace() {
    return new Namespace.Callable(
        "BigInt",
        Map.of(),
        (frame, a) -> of(frame, Conversions.primitive(frame, Arguments.at(a, 0), Hint.NUMBER)),
        null,
        value -> false);
  }

  private static BigIntegerValue of(Frame frame, @Nullable Object value) {
    return switch (value) {
      case BigIntegerValue big -> big;
      case Boolean b -> new BigIntegerValue(b ? BigInteger.ONE : BigInteger.ZERO);
      case Number n -> whole(n.doubleValue());
      case String text -> read(frame, text.strip());
      case null, default -> throw Failure.type("BigInt() needs a whole number or its digits");
    };
  }

  private static BigIntegerValue whole(double number) {
    if (!Double.isFinite(number) || number != Math.rint(number)) {
      throw Failure.raised(Kind.RANGE, "BigInt() needs a whole number");
    }
    return new BigIntegerValue(new BigDecimal(number).toBigInteger());
  }

  /** The big integer of digits, with {@code 0x}, {@code 0o} or {@code 0b} before them. */
  public static BigIntegerValue read(Frame frame, String digits) {
    frame.charge(1 + (long) digits.length() * digits.length() / 256);
    frame.chargeText(digits.length() * 64L);
    try {
      if (digits.isEmpty()) {
        return new BigIntegerValue(BigInteger.ZERO);
      }
      String lower = digits.toLowerCase(java.util.Locale.ROOT);
      int radix = lower.startsWith("0x") ? 16 : lower.startsWith("0o") ? 8 : 2;
      BigInteger value =
          lower.matches("0[xob].*")
              ? new BigInteger(lower.substring(2), radix)
              : new BigInteger(lower);
      return BigIntegerValue.of(frame, value);
    } catch (NumberFormatException e) {
      throw Failure.type("BigInt() cannot read an integer from the text");
    }
  }
}
