package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a text in a text, in time that grows with their lengths and not with their product:
 * Java's own search is fast for what people look for, but a text like {@code aaa…ab} in {@code
 * aaa…} would keep it busy for hours. Long ones go by Knuth, Morris and Pratt.
 */
public final class Search {
  private static final int SHORT = 32;

  private final Frame frame;
  private final String text;
  private final String sought;
  private final int @Nullable [] borders;

  Search(Frame frame, String text, String sought) {
    this.frame = frame;
    this.text = text;
    this.sought = sought;
    this.borders =
        sought.length() > SHORT && sought.length() <= text.length() ? borders(frame, sought) : null;
  }

  /** Where a text begins in another, from a place on; -1 where it does not. */
  public static int first(Frame frame, String text, String sought, int from) {
    return new Search(frame, text, sought).next(from);
  }

  /** The last place at or before a position where the text stands, or -1. */
  static int last(Frame frame, String text, String sought, int from) {
    if (sought.length() <= SHORT) {
      int at = text.lastIndexOf(sought, from);
      frame.chargeScan(from - Math.max(at, 0));
      return at;
    }
    String backwards = new StringBuilder(text).reverse().toString();
    String soughtBackwards = new StringBuilder(sought).reverse().toString();
    frame.chargeText(text.length() + (long) sought.length());
    int start = Math.max(text.length() - sought.length() - from, 0);
    int at = first(frame, backwards, soughtBackwards, start);
    return at < 0 ? -1 : text.length() - sought.length() - at;
  }

  /** The first place from a position on where the text stands, or -1. */
  int next(int from) {
    int at = borders == null ? text.indexOf(sought, from) : match(borders, from);
    frame.chargeScan((at < 0 ? text.length() : at) - Math.min(from, text.length()));
    return at;
  }

  private int match(int[] border, int from) {
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != sought.charAt(matched)) {
        matched = border[matched - 1];
      }
      if (text.charAt(i) == sought.charAt(matched)) {
        matched++;
      }
      if (matched == sought.length()) {
        return i - matched + 1;
      }
    }
    return -1;
  }

  private static int[] borders(Frame frame, String sought) {
    frame.chargeText(sought.length() * 2L);
    int[] border = new int[sought.length()];
    int matched = 0;
    for (int i = 1; i < border.length; i++) {
      while (matched > 0 && sought.charAt(i) != sought.charAt(matched)) {
        matched = border[matched - 1];
      }
      if (sought.charAt(i) == sought.charAt(matched)) {
        matched++;
      }
      border[i] = matched;
    }
    return border;
  }
}
