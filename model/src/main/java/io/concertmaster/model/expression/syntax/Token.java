package io.concertmaster.model.expression.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A word of the language.
 *
 * @param kind what it is
 * @param text the name, the sign, or the source text
 * @param value a number's or string's value; of a template piece its text, or null where an escape
 *     in it is invalid
 * @param start its first character in the parameter
 * @param end the character after its last
 * @param afterLineEnd whether a line end stands between it and the token before
 */
public record Token(
    TokenKind kind, String text, @Nullable Object value, int start, int end, boolean afterLineEnd) {
  /** Whether it is this sign. */
  public boolean isSign(String sign) {
    return kind == TokenKind.SIGN && text.equals(sign);
  }

  /** Whether it is this reserved word. */
  public boolean isKeyword(String word) {
    return kind == TokenKind.KEYWORD && text.equals(word);
  }

  /** How a message names it. */
  String shown() {
    return kind == TokenKind.END ? "the end of the block" : "'" + shortened() + "'";
  }

  private String shortened() {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 30 ? line.substring(0, 30) + "…" : line;
  }
}
