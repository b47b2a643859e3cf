package io.concertmaster.model.expression.syntax;

import io.concertmaster.model.expression.runtime.NumberReading;
import io.concertmaster.model.expression.runtime.Numbers;

/** A numeric literal (ECMA-262 §12.9.3). */
final class NumberLexer {
  private final String source;
  private final int start;
  private final int limit;
  private int at;

  NumberLexer(String source, int start, int limit) {
    this.source = source;
    this.start = start;
    this.at = start;
    this.limit = limit;
  }

  private int peek(int offset) {
    return at + offset < limit ? source.charAt(at + offset) : -1;
  }

  /** Reads it and leaves the lexer behind it. */
  Token read(Lexer lexer) {
    int radix =
        peek(0) != '0'
            ? 10
            : switch (peek(1)) {
              case 'x', 'X' -> 16;
              case 'o', 'O' -> 8;
              case 'b', 'B' -> 2;
              default -> 10;
            };
    double value = radix == 10 ? decimal() : whole(radix);
    boolean big = peek(0) == 'n';
    if (big) {
      at++;
    }
    if (at < limit && Characters.continuesName(source.codePointAt(at))) {
      throw new SyntaxFailure("a name cannot follow a number directly", start, at + 1);
    }
    lexer.moveTo(at);
    String text = source.substring(start, at);
    if (big) {
      if (radix == 10
          && !text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '_' || c == 'n')) {
        throw new SyntaxFailure("only whole numbers can end with n", start, at);
      }
      return lexer.token(TokenKind.BIG_INTEGER, text, text, start);
    }
    return lexer.token(TokenKind.NUMBER, text, Numbers.of(value), start);
  }

  private double whole(int radix) {
    at += 2;
    String digits = digits(radix);
    if (digits.isEmpty()) {
      throw new SyntaxFailure("digits are missing", start, at);
    }
    return NumberReading.radix(digits, radix);
  }

  private double decimal() {
    String digits = digits(10);
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      throw new SyntaxFailure("a number cannot begin with 0: write 0o… for octal", start, at);
    }
    StringBuilder text = new StringBuilder(digits);
    if (peek(0) == '.') {
      at++;
      text.append('.').append(digits(10));
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      text.append('e');
      at++;
      if (peek(0) == '+' || peek(0) == '-') {
        text.append((char) peek(0));
        at++;
      }
      String exponent = digits(10);
      if (exponent.isEmpty()) {
        throw new SyntaxFailure("the exponent's digits are missing", start, at);
      }
      text.append(exponent);
    }
    return Double.parseDouble(text.toString());
  }

  private String digits(int radix) {
    StringBuilder digits = new StringBuilder();
    boolean separated = true;
    while (at < limit) {
      char c = source.charAt(at);
      if (c == '_') {
        if (separated) {
          throw new SyntaxFailure("_ can only stand between digits", at, at + 1);
        }
        separated = true;
      } else if (c < 128 && Character.digit(c, radix) >= 0) {
        digits.append(c);
        separated = false;
      } else {
        break;
      }
      at++;
    }
    if (separated && !digits.isEmpty()) {
      throw new SyntaxFailure("_ can only stand between digits", at - 1, at);
    }
    return digits.toString();
  }
}
