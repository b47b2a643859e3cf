package io.concertmaster.model.expression.runtime;

import java.math.BigInteger;

/** Numbers out of text. */
public final class NumberReading {
  private NumberReading() {}

  /** ECMAScript's white space and line ends. */
  public static boolean isSpace(int c) {
    return c == ' '
        || (c >= 9 && c <= 13)
        || c == 0xA0
        || c == 0xFEFF
        || c == 0x2028
        || c == 0x2029
        || (c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  /** The text without white space at its start and end, as the flags say. */
  public static String trim(String text, boolean start, boolean end) {
    int from = 0;
    int to = text.length();
    while (start && from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (end && to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** StringToNumber (ECMA-262 §7.1.4.1.1). */
  public static double number(String text) {
    String digits = trim(text, true, true);
    if (digits.isEmpty()) {
      return 0;
    }
    if (digits.length() > 2 && digits.charAt(0) == '0') {
      int radix =
          switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
          };
      if (radix != 10) {
        return prefixLength(digits, 2, radix) == digits.length()
            ? radix(digits.substring(2), radix)
            : Double.NaN;
      }
    }
    int end = decimalEnd(digits);
    return end == digits.length() ? decimal(digits) : Double.NaN;
  }

  /** {@code parseFloat}. */
  public static double parseFloat(String text) {
    String digits = trim(text, true, false);
    int end = decimalEnd(digits);
    return end == 0 ? Double.NaN : decimal(digits.substring(0, end));
  }

  /** {@code parseInt}. */
  public static double parseInt(String text, int wantedRadix) {
    String digits = trim(text, true, false);
    int at = 0;
    boolean negative = false;
    if (!digits.isEmpty() && (digits.charAt(0) == '-' || digits.charAt(0) == '+')) {
      negative = digits.charAt(0) == '-';
      at = 1;
    }
    int radix = wantedRadix == 0 ? 10 : wantedRadix;
    if (radix < 2 || radix > 36) {
      return Double.NaN;
    }
    if ((wantedRadix == 0 || wantedRadix == 16)
        && digits.length() > at + 1
        && digits.charAt(at) == '0'
        && (digits.charAt(at + 1) == 'x' || digits.charAt(at + 1) == 'X')) {
      radix = 16;
      at += 2;
    }
    int end = prefixLength(digits, at, radix);
    if (end == at) {
      return Double.NaN;
    }
    double number = radix(digits.substring(at, end), radix);
    return negative ? -number : number;
  }

  private static double decimal(String digits) {
    char last = digits.charAt(digits.length() - 1);
    if (last == 'y') {
      return digits.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(digits);
  }

  /** Digits of a radix as a number; correctly rounded beyond 2^53. */
  public static double radix(String digits, int radix) {
    if (digits.length() <= 12 && radix <= 36) {
      return Long.parseLong(digits, radix);
    }
    return radix == 10
        ? Double.parseDouble(digits)
        : digits.length() > 2000
            ? Double.POSITIVE_INFINITY
            : new BigInteger(digits, radix).doubleValue();
  }

  private static int prefixLength(String text, int from, int radix) {
    int at = from;
    while (at < text.length()
        && text.charAt(at) < 128
        && Character.digit(text.charAt(at), radix) >= 0) {
      at++;
    }
    return at;
  }

  /** Where the longest decimal literal at the start of a text ends; 0 where there is none. */
  private static int decimalEnd(String text) {
    int at = 0;
    int length = text.length();
    if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    if (text.startsWith("Infinity", at)) {
      return at + 8;
    }
    int whole = digits(text, at);
    int end = whole;
    boolean any = whole > at;
    if (end < length && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      if (any || fraction > end + 1) {
        any = true;
        end = fraction;
      }
    }
    if (!any) {
      return 0;
    }
    if (end < length && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < length && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
        exponent++;
      }
      int after = digits(text, exponent);
      if (after > exponent) {
        end = after;
      }
    }
    return end;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
