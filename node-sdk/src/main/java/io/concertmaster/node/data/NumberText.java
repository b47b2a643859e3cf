package io.concertmaster.node.data;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How a number reads: as ECMAScript's {@code Number::toString} writes it in base 10 (ECMA-262
 * §6.1.6.1.20).
 */
public final class NumberText {
  /** From here on, and below 1e-6, ECMAScript writes an exponent. */
  private static final int PLAIN_DIGITS = 21;

  /** Below this neighbouring doubles differ by a tenth or more. */
  private static final double COARSE = 0x1p-1068;

  private NumberText() {}

  /**
   * {@code 1}, {@code 0.1}, {@code 1e+21}, {@code 1e-7}, {@code NaN}, {@code Infinity}; -0 reads
   * {@code 0}.
   */
  public static String of(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    return decimal(number);
  }

  /**
   * Java's shortest digits (since JDK 19 the same digits that ECMAScript asks for), laid out by
   * ECMAScript's rules: {@code digits} × 10^({@code point} − number of digits).
   */
  private static String decimal(double number) {
    String java = shortest(Math.abs(number));
    int e = java.indexOf('E');
    String mantissa = e < 0 ? java : java.substring(0, e);
    int exponent = e < 0 ? 0 : Integer.parseInt(java, e + 1, java.length(), 10);
    int dot = mantissa.indexOf('.');
    String whole = mantissa.substring(0, dot);
    String digits = whole + mantissa.substring(dot + 1);
    int point = whole.length() + exponent;
    int leading = 0;
    while (leading < digits.length() - 1 && digits.charAt(leading) == '0') {
      leading++;
    }
    int end = digits.length();
    while (end > leading + 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    digits = digits.substring(leading, end);
    point -= leading;
    if (digits.length() == 2 && Math.abs(number) < COARSE) {
      digits = oneDigit(digits, point, Math.abs(number));
    }
    String text = layOut(digits, point);
    return number < 0 ? "-" + text : text;
  }

  /**
   * Java always gives two digits; where the doubles lie so far apart that one is enough, ECMAScript
   * gives one.
   */
  private static String oneDigit(String digits, int point, double number) {
    int rounded = Math.round(Integer.parseInt(digits) / 10f);
    boolean same = rounded < 10 && Double.parseDouble(rounded + "e" + (point - 1)) == number;
    return same ? Integer.toString(rounded) : digits;
  }

  /** Java writes two digits at least; near the smallest numbers one may be enough. */
  private static String shortest(double number) {
    if (number < 1e-320) {
      String one = new BigDecimal(number).round(new MathContext(1)).toString();
      if (Double.parseDouble(one) == number) {
        return one.replace("E", ".0E");
      }
    }
    return Double.toString(number);
  }

  private static String layOut(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= PLAIN_DIGITS) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= PLAIN_DIGITS) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    String sign = point - 1 < 0 ? "-" : "+";
    String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + "e" + sign + Math.abs(point - 1);
  }
}
