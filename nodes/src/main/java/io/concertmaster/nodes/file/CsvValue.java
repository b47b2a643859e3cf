package io.concertmaster.nodes.file;

/**
 * Tells numbers and flags from text. Only what reads as the plain number that people would write is
 * one: {@code 12}, {@code -0.50}. Leading zeros (article numbers, postcodes), plus signs, exponents
 * (article {@code 1E5}) and more than 18 digits (card and tracking numbers) mean text.
 */
final class CsvValue {
  private static final int MOST_DIGITS = 18;

  private CsvValue() {}

  /** The value of a text that is not empty. */
  static Object detect(String text) {
    char first = text.charAt(0);
    if (first == '-' || (first >= '0' && first <= '9')) {
      return number(text);
    }
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    return text.equalsIgnoreCase("false") ? (Object) false : text;
  }

  private static Object number(String text) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    int point = -1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return text;
      }
    }
    int whole = (point < 0 ? text.length() : point) - start;
    boolean zeroInFront = whole > 1 && text.charAt(start) == '0';
    boolean open = whole == 0 || point == text.length() - 1;
    if (zeroInFront || open || text.length() - start > MOST_DIGITS) {
      return text;
    }
    if (point < 0) {
      // -0 is no integer that would read back.
      return text.equals("-0") ? text : (Object) Long.parseLong(text);
    }
    return Double.parseDouble(text);
  }
}
