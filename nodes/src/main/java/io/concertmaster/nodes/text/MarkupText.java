package io.concertmaster.nodes.text;

import java.util.regex.Pattern;

/** What a text with tags says without them. */
public final class MarkupText {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private MarkupText() {}

  /**
   * A text without what stands between {@code <} and {@code >}. A tag that never ends stays. The
   * time grows with the length alone: up to the last {@code >} every tag that begins ends too.
   */
  public static String plain(String markup) {
    int end = markup.lastIndexOf('>') + 1;
    return TAG.matcher(markup.substring(0, end)).replaceAll("") + markup.substring(end);
  }
}
