package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.node.data.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JavaScript's methods of numbers (ECMA-262 §21.1.3). */
final class NumberMethods {
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

  private NumberMethods() {}

  static Map<String, Method<Number>> table() {
    return Map.of(
        "toLocaleString", LocaleNumbers::format,
        "toString", NumberMethods::toText,
        "valueOf", (frame, self, a) -> self,
        "toFixed", NumberMethods::toFixed,
        "toPrecision", NumberMethods::toPrecision,
        "toExponential", NumberMethods::toExponential,
        "hasOwnProperty", (frame, self, a) -> false);
  }

  private static int digits(Frame frame, @Nullable Object[] a, String method, int least, int most) {
    long digits = Arguments.integer(frame, a, 0, 0);
    if (digits < least || digits > most) {
      throw Failure.raised(
          Kind.RANGE, method + "() takes " + least + " to " + most + ", not " + digits);
    }
    return (int) digits;
  }

  private static Object toFixed(Frame frame, Number self, @Nullable Object[] a) {
    int digits = digits(frame, a, "toFixed", 0, 100);
    double number = self.doubleValue();
    if (!Double.isFinite(number) || Math.abs(number) >= 1e21) {
      return NumberText.of(number);
    }
    String text =
        new BigDecimal(Math.abs(number)).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    return number < 0 ? "-" + text : text;
  }

  private static Object toPrecision(Frame frame, Number self, @Nullable Object[] a) {
    double number = self.doubleValue();
    if (!Arguments.has(a, 0) || !Double.isFinite(number)) {
      return Numbers.text(self);
    }
    int digits = digits(frame, a, "toPrecision", 1, 100);
    String sign = number < 0 ? "-" : "";
    if (number == 0) {
      return digits == 1 ? "0" : "0." + "0".repeat(digits - 1);
    }
    BigDecimal rounded =
        new BigDecimal(Math.abs(number)).round(new MathContext(digits, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -6 || exponent >= digits) {
      return sign + exponential(rounded, exponent, digits - 1);
    }
    return sign + rounded.setScale(digits - 1 - exponent).toPlainString();
  }

  private static Object toExponential(Frame frame, Number self, @Nullable Object[] a) {
    double number = self.doubleValue();
    if (!Double.isFinite(number)) {
      return NumberText.of(number);
    }
    String sign = number < 0 ? "-" : "";
    if (!Arguments.has(a, 0)) {
      BigDecimal shortest =
          number == 0
              ? BigDecimal.ZERO
              : new BigDecimal(NumberText.of(Math.abs(number))).stripTrailingZeros();
      int exponent = shortest.precision() - shortest.scale() - 1;
      return sign + exponential(shortest, exponent, shortest.precision() - 1);
    }
    int digits = digits(frame, a, "toExponential", 0, 100);
    if (number == 0) {
      return exponential(BigDecimal.ZERO, 0, digits);
    }
    BigDecimal rounded =
        new BigDecimal(Math.abs(number)).round(new MathContext(digits + 1, RoundingMode.HALF_UP));
    return sign + exponential(rounded, rounded.precision() - rounded.scale() - 1, digits);
  }

  private static String exponential(BigDecimal number, int exponent, int fraction) {
    String digits = number.unscaledValue().toString();
    digits += "0".repeat(Math.max(0, fraction + 1 - digits.length()));
    String mantissa =
        fraction == 0
            ? digits.substring(0, 1)
            : digits.charAt(0) + "." + digits.substring(1, fraction + 1);
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }

  private static Object toText(Frame frame, Number self, @Nullable Object[] a) {
    long radix = Arguments.integer(frame, a, 0, 10);
    if (radix < 2 || radix > 36) {
      throw Failure.raised(Kind.RANGE, "toString() takes a radix of 2 to 36, not " + radix);
    }
    double number = self.doubleValue();
    if (radix == 10 || !Double.isFinite(number)) {
      return Numbers.text(self);
    }
    String text = inRadix(Math.abs(number), (int) radix);
    return number < 0 ? "-" + text : text;
  }

  /**
   * Digits in a radix: the whole part exactly as far as a double is exact, the fraction only as far
   * as it tells the number from its neighbours.
   */
  private static String inRadix(double number, int radix) {
    double whole = Math.floor(number);
    double fraction = number - whole;
    double delta = Math.max(0.5 * (Math.nextUp(number) - number), Double.MIN_VALUE);
    StringBuilder digits = new StringBuilder();
    if (fraction >= delta) {
      do {
        fraction *= radix;
        delta *= radix;
        int digit = (int) fraction;
        digits.append(DIGITS.charAt(digit));
        fraction -= digit;
        boolean up = fraction > 0.5 || (fraction == 0.5 && (digit & 1) == 1);
        if (up && fraction + delta > 1) {
          whole += roundUp(digits, radix);
          break;
        }
      } while (fraction >= delta);
    }
    String text = wholeInRadix(whole, radix);
    return digits.isEmpty() ? text : text + "." + digits;
  }

  /** Adds one to the last digit; gives 1 when that carries into the whole part. */
  private static int roundUp(StringBuilder digits, int radix) {
    while (!digits.isEmpty()) {
      int last = digits.length() - 1;
      int digit = Character.digit(digits.charAt(last), radix);
      digits.setLength(last);
      if (digit + 1 < radix) {
        digits.append(DIGITS.charAt(digit + 1));
        return 0;
      }
    }
    return 1;
  }

  private static String wholeInRadix(double number, int radix) {
    StringBuilder digits = new StringBuilder();
    double whole = number;
    // digits that do not tell the number from its neighbours are zeros
    double delta = 0.5 * Math.ulp(number);
    while (delta >= radix) {
      whole /= radix;
      delta /= radix;
      digits.append('0');
    }
    do {
      double remainder = whole % radix;
      digits.append(DIGITS.charAt((int) remainder));
      whole = (whole - remainder) / radix;
    } while (whole > 0);
    return digits.reverse().toString();
  }
}
