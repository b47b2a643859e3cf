package io.concertmaster.node.data;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A number of JSON in a text: a double; a {@link Long} where it is whole and up to 2^53.
 *
 * @param end where the text goes on
 */
record DecimalText(Object value, int end) {
  /** The largest whole number up to which a double leaves none out. */
  private static final long EXACT = 1L << 53;

  /** So many digits are exact in a double. */
  private static final int DIGITS = 15;

  /** The powers of ten by which a number of few digits is divided without a second rounding. */
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /** The number that begins at a place; {@code null} where none does. */
  static @Nullable DecimalText at(byte[] text, int from) {
    int first = text[from] == '-' ? from + 1 : from;
    int end = digits(text, first);
    if (end == first || (text[first] == '0' && end > first + 1)) {
      return null;
    }
    int point = end;
    if (text[end] == '.') {
      end = digits(text, point + 1);
      if (end == point + 1) {
        return null;
      }
    }
    int places = Math.max(0, end - point - 1);
    if (text[end] == 'e' || text[end] == 'E') {
      int power = text[end + 1] == '-' || text[end + 1] == '+' ? end + 2 : end + 1;
      end = digits(text, power);
      if (end == power) {
        return null;
      }
    } else if (end - first <= DIGITS) {
      return new DecimalText(few(text, from, first, end, places), end);
    }
    double value =
        Double.parseDouble(new String(text, from, end - from, StandardCharsets.ISO_8859_1));
    return new DecimalText(plain(value), end);
  }

  private static int digits(byte[] text, int from) {
    int at = from;
    while (text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }

  private static Object few(byte[] text, int from, int first, int end, int places) {
    long whole = 0;
    for (int at = first; at < end; at++) {
      if (text[at] != '.') {
        whole = 10 * whole + (text[at] - '0');
      }
    }
    long signed = from < first ? -whole : whole;
    return places == 0 ? (Object) signed : plain(signed / POWERS[places]);
  }

  private static Object plain(double number) {
    long whole = (long) number;
    return whole == number && whole <= EXACT && whole >= -EXACT ? (Object) whole : number;
  }
}
