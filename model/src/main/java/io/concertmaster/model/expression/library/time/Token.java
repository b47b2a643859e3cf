package io.concertmaster.model.expression.library.time;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a format: letters that stand for a field, or text as it is.
 *
 * @param literal whether it is text
 */
record Token(String text, boolean literal) {
  /** Cuts a format: equal letters belong together, single quotes hold text. */
  static List<Token> of(String format) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int current = -1;
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '\'') {
        if (!run.isEmpty() || quoted) {
          tokens.add(new Token(run.isEmpty() ? "'" : run.toString(), quoted || blank(run)));
        }
        current = -1;
        run.setLength(0);
        quoted = !quoted;
      } else if (quoted || c == current) {
        run.append(c);
      } else {
        if (!run.isEmpty()) {
          tokens.add(new Token(run.toString(), blank(run)));
        }
        run.setLength(0);
        run.append(c);
        current = c;
      }
    }
    if (!run.isEmpty()) {
      tokens.add(new Token(run.toString(), quoted || blank(run)));
    }
    return tokens;
  }

  private static boolean blank(CharSequence text) {
    return text.chars().allMatch(c -> Character.isWhitespace(c) || c == 0xA0 || c == 0x202F);
  }
}
