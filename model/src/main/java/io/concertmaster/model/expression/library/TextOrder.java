package io.concertmaster.model.expression.library;

import java.text.Normalizer;

/**
 * How texts are ordered for people: signs before digits before letters; first by letter, then by
 * accent, then small letters before capitals. For ASCII and accented Latin letters that is the
 * order of the Unicode collation algorithm's root; other scripts go by code point.
 */
final class TextOrder {
  private static final String SIGNS = "\t\n\u000B\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

  private TextOrder() {}

  /** -1, 0 or 1. */
  static int compare(String a, String b) {
    String left = Normalizer.normalize(a, Normalizer.Form.NFD);
    String right = Normalizer.normalize(b, Normalizer.Form.NFD);
    int order = primary(left, right);
    if (order == 0) {
      order = accents(left).compareTo(accents(right));
    }
    if (order == 0) {
      order = cases(left, right);
    }
    return Integer.signum(order);
  }

  private static boolean isAccent(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static int primary(String a, String b) {
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
      int order = Integer.compare(weight(a.charAt(i++)), weight(b.charAt(j++)));
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
