package io.concertmaster.model.expression.syntax;

/** What a token is. */
public enum TokenKind {
  /** A name that is no reserved word; may begin with {@code $}. */
  NAME,
  /** A reserved word, {@code true}, {@code null} and {@code this} among them. */
  KEYWORD,
  /** A number. */
  NUMBER,
  /** An integer with the suffix {@code n}. */
  BIG_INTEGER,
  /** A string in single or double quotes. */
  STRING,
  /** A piece of a template literal, with the quote or braces at its ends. */
  TEMPLATE,
  /** A regular expression with its flags. */
  REGEX,
  /** An operator, bracket or other sign. */
  SIGN,
  /** The end of the block. */
  END
}
