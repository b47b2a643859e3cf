package io.concertmaster.model.expression.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a block into tokens (ECMA-262 §12). Whether {@code /} divides or begins a regular
 * expression, and whether {@code }} closes a template's part, only the parser knows: it asks for
 * {@link #regex} and {@link #templatePiece} when it meets those signs.
 */
public final class Lexer {
  /** Longest first, so that the first that fits is right. */
  private static final String[] SIGNS = {
    ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=",
    "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
    "<<", ">>", "**", "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", "+", "-", "*", "/", "%",
    "&", "|", "^", "!", "~", "?", ":", "=", ".", "@", "#"
  };

  private final String source;
  private final int limit;
  private int at;
  private boolean lineEnd;

  /** A lexer over a part of a parameter. */
  public Lexer(String source, int start, int limit) {
    this.source = source;
    this.at = start;
    this.limit = limit;
  }

  /** The character at a place, or -1 past the block's end. */
  private int peek(int offset) {
    return at + offset < limit ? source.charAt(at + offset) : -1;
  }

  /** Goes back (or on) to a place. */
  void moveTo(int place) {
    at = place;
  }

  /** The next token. */
  public Token next() {
    skipSpace();
    int start = at;
    if (at >= limit) {
      return token(TokenKind.END, "", null, start);
    }
    int c = source.codePointAt(at);
    if (Characters.startsName(c) || (c == '\\' && peek(1) == 'u')) {
      return name(start);
    }
    if ((c >= '0' && c <= '9') || (c == '.' && peek(1) >= '0' && peek(1) <= '9')) {
      return new NumberLexer(source, start, limit).read(this);
    }
    if (c == '"' || c == '\'') {
      return string(start, (char) c);
    }
    if (c == '`') {
      at++;
      return templatePiece(start);
    }
    return sign(start, c);
  }

  Token token(TokenKind kind, String text, @Nullable Object value, int start) {
    return new Token(kind, text, value, start, at, lineEnd);
  }

  private void skipSpace() {
    lineEnd = false;
    while (at < limit) {
      int c = source.charAt(at);
      if (Characters.isSpace(c)) {
        lineEnd |= Characters.isLineEnd(c);
        at++;
      } else if (c == '/' && peek(1) == '/') {
        while (at < limit && !Characters.isLineEnd(source.charAt(at))) {
          at++;
        }
      } else if (c == '/' && peek(1) == '*') {
        int end = source.indexOf("*/", at + 2);
        if (end < 0 || end + 2 > limit) {
          throw new SyntaxFailure("the comment has no end: write */ after it", at, limit);
        }
        at = end + 2;
      } else if (c == '\\' && peek(1) == '}' && peek(2) == '}') {
        at++;
      } else {
        return;
      }
    }
  }

  private Token name(int start) {
    StringBuilder name = new StringBuilder();
    while (at < limit) {
      int c = source.codePointAt(at);
      int width = Character.charCount(c);
      if (c == '\\' && peek(1) == 'u') {
        EscapeReader escape = new EscapeReader(source, at, limit);
        c = escape.unicode();
        width = escape.end() - at;
      }
      if (!(name.isEmpty() ? Characters.startsName(c) : Characters.continuesName(c))) {
        break;
      }
      name.appendCodePoint(c);
      at += width;
    }
    if (name.isEmpty()) {
      throw new SyntaxFailure("a name cannot begin like this", start, start + 1);
    }
    String text = name.toString();
    boolean plain = text.length() == at - start;
    return token(
        plain && Characters.isKeyword(text) ? TokenKind.KEYWORD : TokenKind.NAME,
        text,
        null,
        start);
  }

  private Token string(int start, char quote) {
    at++;
    StringBuilder value = new StringBuilder();
    while (true) {
      int c = peek(0);
      if (c < 0 || c == '\n' || c == '\r') {
        throw new SyntaxFailure(
            "the text has no end: write " + quote + " after it", start, Math.min(at, limit));
      }
      if (c == quote) {
        at++;
        return token(TokenKind.STRING, source.substring(start, at), value.toString(), start);
      }
      if (c == '\\') {
        EscapeReader escape = new EscapeReader(source, at, limit);
        escape.appendTo(value);
        at = escape.end();
      } else {
        value.append((char) c);
        at++;
      }
    }
  }

  /**
   * A piece of a template, from behind its opening quote or brace to the next quote or part. Its
   * token's text ends with the closing quote, or with the two signs that begin a part.
   */
  Token templatePiece(int start) {
    StringBuilder value = new StringBuilder();
    while (at < limit) {
      int c = source.charAt(at);
      if (c == '`' || (c == '$' && peek(1) == '{')) {
        at += c == '`' ? 1 : 2;
        return token(TokenKind.TEMPLATE, source.substring(start, at), value.toString(), start);
      }
      if (c == '\\') {
        EscapeReader escape = new EscapeReader(source, at, limit);
        escape.appendTo(value);
        at = escape.end();
      } else if (c == '\r') {
        value.append('\n');
        at += peek(1) == '\n' ? 2 : 1;
      } else {
        value.append((char) c);
        at++;
      }
    }
    throw new SyntaxFailure("the template has no end: write ` after it", start, limit);
  }

  /** The regular expression that begins at a place. */
  Token regex(int start) {
    at = start + 1;
    boolean inClass = false;
    while (true) {
      int c = peek(0);
      if (c < 0 || Characters.isLineEnd(c)) {
        throw new SyntaxFailure(
            "the regular expression has no end: write / after it", start, Math.min(at, limit));
      }
      if (c == '\\' && peek(1) >= 0) {
        at += 2;
        continue;
      }
      at++;
      if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        break;
      }
    }
    int flags = at;
    while (at < limit && Characters.continuesName(source.charAt(at))) {
      at++;
    }
    return token(
        TokenKind.REGEX,
        source.substring(start, at),
        source.substring(start + 1, flags - 1),
        start);
  }

  private Token sign(int start, int c) {
    for (String sign : SIGNS) {
      if (source.startsWith(sign, at) && at + sign.length() <= limit) {
        boolean ternary = sign.equals("?.") && peek(2) >= '0' && peek(2) <= '9';
        String found = ternary ? "?" : sign;
        at += found.length();
        return token(TokenKind.SIGN, found, null, start);
      }
    }
    throw new SyntaxFailure(
        "'" + Character.toString(c) + "' means nothing here",
        start,
        start + Character.charCount(c));
  }
}
