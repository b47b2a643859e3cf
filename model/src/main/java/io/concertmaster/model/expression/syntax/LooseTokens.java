package io.concertmaster.model.expression.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a block that may be wrong or not finished: those that the parser understood, and
 * behind its error those that can be cut without it.
 *
 * @param tokens in their order
 * @param errorStart where the text begins that is no token at all; the block's end where there is
 *     none
 */
public record LooseTokens(List<Token> tokens, int errorStart) {
  public LooseTokens {
    tokens = List.copyOf(tokens);
  }

  /** Cuts a part of a parameter. */
  public static LooseTokens of(String source, int start, int end) {
    List<Token> tokens = new ArrayList<>();
    try {
      Parser.parse(source, start, end, tokens);
      return new LooseTokens(tokens, end);
    } catch (SyntaxFailure failure) {
      return behind(source, end, tokens, tokens.isEmpty() ? start : tokens.getLast().end());
    }
  }

  private static LooseTokens behind(String source, int end, List<Token> tokens, int from) {
    Lexer lexer = new Lexer(source, from, end);
    int at = from;
    try {
      for (Token token = lexer.next(); token.kind() != TokenKind.END; token = lexer.next()) {
        tokens.add(token);
        at = token.end();
      }
      return new LooseTokens(tokens, end);
    } catch (SyntaxFailure failure) {
      while (at < end && Characters.isSpace(source.charAt(at))) {
        at++;
      }
      return new LooseTokens(tokens, at);
    }
  }
}
