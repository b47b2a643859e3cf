package io.concertmaster.model.expression.syntax;

import java.util.ArrayList;
import java.util.List;

/** The parser's place in the block: the current token, and how deep the parser is. */
final class Tokens {
  /**
   * How deep an expression may nest: brackets weigh 6, a link of a chain 1. It bounds the Java
   * stack of parser, compiler and evaluator.
   */
  private static final int DEEPEST = 1_200;

  private final Lexer lexer;
  private final List<Token> passed;
  private Token current;
  private int lastEnd;
  private int depth;
  private int deepest;

  /** Starts at a block's first token; each token that is passed is added to a list. */
  Tokens(String source, int start, int end, List<Token> passed) {
    this.lexer = new Lexer(source, start, end);
    this.passed = passed;
    this.lastEnd = start;
    this.current = lexer.next();
  }

  Token current() {
    return current;
  }

  /** Where the token before the current one ended. */
  int lastEnd() {
    return lastEnd;
  }

  boolean isSign(String sign) {
    return current.isSign(sign);
  }

  boolean isKeyword(String word) {
    return current.isKeyword(word);
  }

  boolean atEnd() {
    return current.kind() == TokenKind.END;
  }

  /** Passes the current token. */
  Token take() {
    Token taken = current;
    passed.add(taken);
    lastEnd = taken.end();
    current = lexer.next();
    return taken;
  }

  /** Passes a sign if it is there. */
  boolean accept(String sign) {
    if (isSign(sign)) {
      take();
      return true;
    }
    return false;
  }

  /** Passes a sign that must be there. */
  Token expect(String sign, String where) {
    if (!isSign(sign)) {
      throw unexpected("expected '" + sign + "' " + where);
    }
    return take();
  }

  /** What to say when the current token does not fit. */
  SyntaxFailure unexpected(String expectation) {
    return new SyntaxFailure(
        expectation + ", but found " + current.shown(),
        current.start(),
        Math.max(current.end(), current.start()));
  }

  /** Reads the current {@code /} anew as the beginning of a regular expression. */
  void rereadAsRegex() {
    current = lexer.regex(current.start());
  }

  /** Reads the current closing brace anew as the end of a template's part. */
  void rereadAsTemplate() {
    lexer.moveTo(current.end());
    current = lexer.templatePiece(current.start());
  }

  /** Goes deeper; the answer goes to {@link #ascend}. */
  int descend(int weight) {
    int before = depth;
    deeper(weight);
    return before;
  }

  /** Goes deeper until the next {@link #ascend}. */
  void deeper(int weight) {
    depth += weight;
    deepest = Math.max(deepest, depth);
    if (depth > DEEPEST) {
      throw new SyntaxFailure(
          "the expression is nested too deeply here", current.start(), current.end());
    }
  }

  /** Comes back up. */
  void ascend(int before) {
    depth = before;
  }

  /** How deep the expression went. */
  int deepest() {
    return deepest;
  }

  /** Passes the current bracket and everything up to the one that closes it. */
  void skipBracket() {
    skipRest(take());
  }

  /**
   * Passes everything up to the bracket that closes the last one that was passed, without looking
   * into it. Whether a slash divides is told from the token before it.
   *
   * @param last the token passed last
   */
  void skipRest(Token last) {
    List<Boolean> open = new ArrayList<>(List.of(false));
    Token before = last;
    while (!open.isEmpty()) {
      if (atEnd()) {
        throw unexpected("expected the closing bracket");
      }
      if ((isSign("/") || isSign("/=")) && !endsOperand(before)) {
        rereadAsRegex();
      } else if (isSign("{") || isSign("(") || isSign("[")) {
        open.add(false);
      } else if (isSign("}") && open.getLast()) {
        rereadAsTemplate();
        open.removeLast();
      } else if (isSign("}") || isSign(")") || isSign("]")) {
        open.removeLast();
      }
      if (current.kind() == TokenKind.TEMPLATE && current.text().endsWith("${")) {
        open.add(true);
      }
      before = take();
    }
  }

  private static boolean endsOperand(Token token) {
    return switch (token.kind()) {
      case NAME, NUMBER, BIG_INTEGER, STRING, TEMPLATE, REGEX -> true;
      case KEYWORD -> token.text().equals("this") || token.text().equals("null");
      case SIGN -> token.text().equals(")") || token.text().equals("]") || token.text().equals("}");
      case END -> false;
    };
  }
}
