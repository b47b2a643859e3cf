package io.concertmaster.nodes.condition;

import io.concertmaster.node.NodeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression as people write it: bare, or between slashes with the flags of ECMAScript,
 * such as {@code /^order-\d+$/i}. What ECMAScript writes otherwise than {@link Pattern} is turned
 * into the same.
 */
final class TextPattern {
  private static final Pattern BETWEEN_SLASHES =
      Pattern.compile("/(.*)/([dgimsuvy]*)", Pattern.DOTALL);

  private TextPattern() {}

  /**
   * The pattern of a text.
   *
   * @param ignoreCase whether capital and small letters count as the same, beside the flag i
   * @throws NodeException when it is no pattern
   */
  static Pattern of(String text, boolean ignoreCase) throws NodeException {
    Matcher slashes = BETWEEN_SLASHES.matcher(text);
    boolean between = slashes.matches();
    String body = between ? slashes.group(1) : text;
    String letters = between ? slashes.group(2) : "";
    int flags = ignoreCase || letters.contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    flags |= flags == 0 ? 0 : Pattern.UNICODE_CASE;
    flags |= letters.contains("m") ? Pattern.MULTILINE : 0;
    flags |= letters.contains("s") ? Pattern.DOTALL : 0;
    try {
      return Pattern.compile(translated(body, letters.contains("m")), flags);
    } catch (PatternSyntaxException e) {
      throw new NodeException("“" + text + "” is not a pattern: " + e.getDescription(), e);
    }
  }

  private static String translated(String body, boolean lines) {
    StringBuilder out = new StringBuilder(body.length() + 8);
    boolean inClass = false;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\\' && i + 1 < body.length()) {
        i += escape(body, i, out);
      } else if (inClass) {
        inClass = c != ']';
        out.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
      } else if (body.startsWith("[^]", i)) {
        out.append("[\\s\\S]");
        i += 2;
      } else if (body.startsWith("[]", i)) {
        out.append("(?!)");
        i++;
      } else if (c == '[') {
        inClass = true;
        out.append(c);
        if (body.startsWith("^", i + 1)) {
          out.append('^');
          i++;
        }
      } else if (c == '$' && !lines) {
        out.append("\\z");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Copies an escape, and says how many characters after the backslash it took. */
  private static int escape(String body, int at, StringBuilder out) {
    char kind = body.charAt(at + 1);
    int end = body.indexOf('}', at);
    if (kind == 'u' && body.startsWith("{", at + 2) && end > 0) {
      out.append("\\x").append(body, at + 2, end + 1);
      return end - at;
    }
    if (kind == 's') {
      out.append("[\\s\\u00a0\\ufeff\\u2028\\u2029\\p{Zs}]");
    } else {
      out.append('\\').append(kind);
    }
    return 1;
  }
}
