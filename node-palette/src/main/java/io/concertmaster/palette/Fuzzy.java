package io.concertmaster.palette;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well a text answers what somebody typed. A word's beginning counts most, then any place
 * inside, then letters in their order with gaps; every word typed must be found.
 */
public final class Fuzzy {
  private static final int WHOLE = 1000;
  private static final int START = 800;
  private static final int WORD = 600;
  private static final int INSIDE = 400;
  private static final int SCATTERED = 200;

  private Fuzzy() {}

  /**
   * The score of a text, higher is better; empty where it does not answer the query. An empty query
   * is answered by everything with 0.
   */
  public static OptionalInt score(String query, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int sum = 0;
    int words = 0;
    for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      int score = wordScore(word, lower);
      if (score < 0) {
        return OptionalInt.empty();
      }
      sum += score;
      words++;
    }
    return OptionalInt.of(words == 0 ? 0 : sum / words);
  }

  private static int wordScore(String word, String text) {
    if (text.equals(word)) {
      return WHOLE;
    }
    int at = text.indexOf(word);
    if (at == 0) {
      return START - Math.min(99, text.length() - word.length());
    }
    for (int next = at; next > 0; next = text.indexOf(word, next + 1)) {
      if (!Character.isLetterOrDigit(text.charAt(next - 1))) {
        return WORD - Math.min(99, next);
      }
    }
    if (at > 0) {
      return INSIDE - Math.min(99, at);
    }
    return word.length() < 2 ? -1 : scattered(word, text);
  }

  /** Letters in order, the first at the beginning of a word, with few letters between them. */
  private static int scattered(String word, String text) {
    for (int start = text.indexOf(word.charAt(0));
        start >= 0;
        start = text.indexOf(word.charAt(0), start + 1)) {
      if (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
        continue;
      }
      int at = start;
      for (int letter = 1; letter < word.length() && at >= 0; letter++) {
        at = text.indexOf(word.charAt(letter), at + 1);
      }
      int span = at - start;
      if (at >= 0 && span <= word.length() * 4) {
        return SCATTERED - Math.min(99, span);
      }
    }
    return -1;
  }
}
