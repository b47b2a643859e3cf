package io.concertmaster.model.expression.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headline case: words begin with a capital, but small words in the middle of the text stay as they
 * are, and so does what is written with capitals or dots inside already ({@code iPhone}, {@code
 * example.com}). The rules are those of the npm package {@code title-case}, which n8n uses.
 */
final class TitleCase {
  private static final Pattern TOKEN = Pattern.compile("[^\\s:–—-]+|.", Pattern.DOTALL);
  private static final Pattern OWN_CASE = Pattern.compile(".(?=[A-Z]|\\..)");
  private static final Pattern FIRST = Pattern.compile("[A-Za-z0-9\\u00C0-\\u00FF]");
  private static final Pattern SMALL =
      Pattern.compile(
          "\\b(?:an?d?|a[st]|because|but|by|en|for|i[fn]|neither|nor|o[fnr]|only|over|per|so|some"
              + "|tha[tn]|the|to|up|upon|vs?\\.?|versus|via|when|with|without|yet)\\b",
          Pattern.CASE_INSENSITIVE);

  private TitleCase() {}

  static String of(String text) {
    StringBuilder title = new StringBuilder(text.length());
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      String token = tokens.group();
      boolean edge = tokens.start() == 0 || tokens.end() == text.length();
      boolean keep =
          OWN_CASE.matcher(token).find()
              || (!edge && SMALL.matcher(token).find())
              || beginsAddress(text, tokens.end());
      title.append(keep ? token : capital(token));
    }
    return title.toString();
  }

  /** Whether a colon follows directly that is itself followed by something: {@code http://}. */
  private static boolean beginsAddress(String text, int end) {
    return end < text.length()
        && text.charAt(end) == ':'
        && (end + 1 == text.length() || !Character.isWhitespace(text.charAt(end + 1)));
  }

  private static String capital(String token) {
    Matcher first = FIRST.matcher(token);
    if (!first.find()) {
      return token;
    }
    return token.substring(0, first.start())
        + first.group().toUpperCase(java.util.Locale.ROOT)
        + token.substring(first.end());
  }
}
