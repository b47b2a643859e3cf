package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.library.time.Options;
import java.text.Normalizer;

/**
 * How texts are ordered for people: signs before digits before letters; first by letter, then by
 * accent, then small letters before capitals. For ASCII and accented Latin letters that is the
 * order of the Unicode collation algorithm's root; other scripts go by code point.
 *
 * @param accents whether letters with and without an accent differ
 * @param cases whether small letters and capitals differ
 * @param numeric whether digits are read as numbers
 */
record TextOrder(boolean accents, boolean cases, boolean numeric) {
  private static final String SIGNS = "\t\n\u000B\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

  /** The order that options of {@code localeCompare} ask for. */
  static TextOrder of(Options options) {
    String sensitivity = options.text("sensitivity", "variant");
    return new TextOrder(
        sensitivity.equals("variant") || sensitivity.equals("accent"),
        sensitivity.equals("variant") || sensitivity.equals("case"),
        options.flag("numeric", false));
  }

  /** -1, 0 or 1. */
  int compare(String a, String b) {
    String left = Normalizer.normalize(a, Normalizer.Form.NFD);
    String right = Normalizer.normalize(b, Normalizer.Form.NFD);
    int order = primary(left, right);
    if (order == 0 && accents) {
      order = accents(left).compareTo(accents(right));
    }
    if (order == 0 && cases) {
      order = cases(left, right);
    }
    return Integer.signum(order);
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The order of two numbers written in digits. */
  private static int numbers(String a, String b) {
    String left = a.replaceFirst("^0+(?=.)", "");
    String right = b.replaceFirst("^0+(?=.)", "");
    int order = Integer.compare(left.length(), right.length());
    return order != 0 ? order : left.compareTo(right);
  }

  private static boolean isAccent(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private int primary(String a, String b) {
    int i = 0;
    int j = 0;
    while (true) {
      while (i < a.length() && isAccent(a.charAt(i))) {
        i++;
      }
      while (j < b.length() && isAccent(b.charAt(j))) {
        j++;
      }
      if (i == a.length() || j == b.length()) {
        return (i == a.length() ? 0 : 1) - (j == b.length() ? 0 : 1);
      }
      int leftEnd = numeric ? digits(a, i) : i;
      int rightEnd = numeric ? digits(b, j) : j;
      int order;
      if (leftEnd > i && rightEnd > j) {
        order = numbers(a.substring(i, leftEnd), b.substring(j, rightEnd));
        i = leftEnd;
        j = rightEnd;
      } else {
        order = Integer.compare(weight(a.charAt(i++)), weight(b.charAt(j++)));
      }
      if (order != 0) {
        return order;
      }
    }
  }

  private static int weight(char c) {
    int sign = SIGNS.indexOf(c);
    return sign >= 0 ? sign : 1_000 + Character.toLowerCase(c);
  }

  /** The accents, each letter without one as a separator, so that a missing accent comes first. */
  private static String accents(String text) {
    StringBuilder accents = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      accents.append(isAccent(c) ? c : '\u0001');
    }
    return accents.toString();
  }

  private static int cases(String a, String b) {
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      int order =
          Boolean.compare(Character.isUpperCase(a.charAt(i)), Character.isUpperCase(b.charAt(i)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
