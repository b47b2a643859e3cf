package io.concertmaster.model.expression.syntax;

/** One escape sequence of a string, template or name, from its backslash on. */
final class EscapeReader {
  private final String source;
  private final int limit;
  private final int start;
  private int at;

  EscapeReader(String source, int start, int limit) {
    this.source = source;
    this.start = start;
    this.at = start;
    this.limit = limit;
  }

  /** Where the sequence ends. */
  int end() {
    return at;
  }

  private SyntaxFailure invalid() {
    return new SyntaxFailure(
        "this escape is not complete: \\ stands before it", start, Math.min(at + 1, limit));
  }

  private char take() {
    if (at >= limit) {
      throw invalid();
    }
    return source.charAt(at++);
  }

  /** Appends what the sequence stands for. */
  void appendTo(StringBuilder text) {
    at = start + 1;
    char c = take();
    switch (c) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'v' -> text.append('\u000B');
      case 'x' -> text.append((char) hex(2));
      case 'u' -> {
        at = start;
        text.appendCodePoint(unicode());
      }
      case '\r' -> {
        if (at < limit && source.charAt(at) == '\n') {
          at++;
        }
      }
      case '\n', '\u2028', '\u2029' -> {}
      case '0' -> {
        if (at < limit && Character.digit(source.charAt(at), 10) >= 0) {
          throw new SyntaxFailure("octal escapes are not allowed: write \\x…", start, at + 1);
        }
        text.append('\0');
      }
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          throw new SyntaxFailure("octal escapes are not allowed: write \\x…", start, at);
      default -> text.append(c);
    }
  }

  /** A backslash, u and four hexadecimal digits, or any number of them in braces. */
  int unicode() {
    at = start + 2;
    if (at < limit && source.charAt(at) == '{') {
      at++;
      int code = 0;
      int digits = 0;
      for (char c = take(); c != '}'; c = take()) {
        code = code * 16 + digit(c);
        digits++;
        if (code > Character.MAX_CODE_POINT) {
          throw new SyntaxFailure("no character has such a large number", start, at);
        }
      }
      if (digits == 0) {
        throw invalid();
      }
      return code;
    }
    return hex(4);
  }

  private int hex(int digits) {
    int code = 0;
    for (int i = 0; i < digits; i++) {
      code = code * 16 + digit(take());
    }
    return code;
  }

  private int digit(char c) {
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw invalid();
    }
    return digit;
  }
}
