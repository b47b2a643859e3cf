package io.concertmaster.model.expression;

import io.concertmaster.model.expression.syntax.LooseTokens;
import io.concertmaster.model.expression.syntax.ParameterText;
import io.concertmaster.model.expression.syntax.ParameterText.Block;
import io.concertmaster.model.expression.syntax.ParameterText.Text;
import io.concertmaster.model.expression.syntax.Token;
import io.concertmaster.model.expression.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the characters of a parameter are, for an editor that colours them. It always gives an
 * answer, while the person is still typing too: what cannot be understood is of the kind {@link
 * Kind#ERROR}.
 */
public final class ExpressionTokens {
  private ExpressionTokens() {}

  /** What a piece of a parameter is. */
  public enum Kind {
    /** Text outside of blocks. */
    TEXT,
    /** The leading {@code =}, and the braces around a block. */
    MARK,
    /** A {@code $} name, such as {@code $json}. */
    VARIABLE,
    /** Another name that stands alone. */
    NAME,
    /** A name behind a dot, or of an object's field. */
    PROPERTY,
    /** A name that is called. */
    FUNCTION,
    /** {@code typeof}, {@code true}, {@code null} and other reserved words. */
    KEYWORD,
    /** A number. */
    NUMBER,
    /** A string, or the text of a template. */
    STRING,
    /** A regular expression. */
    REGEX,
    /** An operator, bracket, comma or dot. */
    OPERATOR,
    /** What could not be understood. */
    ERROR
  }

  /**
   * A piece of a parameter. White space and comments between pieces belong to none.
   *
   * @param start its first character
   * @param end the character after its last
   */
  public record Piece(int start, int end, Kind kind) {}

  /**
   * The pieces of a parameter in their order, none over another. A parameter without a leading
   * {@code =} is one text.
   */
  public static List<Piece> of(String parameter) {
    List<Piece> pieces = new ArrayList<>();
    if (!Expression.isExpression(parameter)) {
      add(pieces, 0, parameter.length(), Kind.TEXT);
      return pieces;
    }
    add(pieces, 0, 1, Kind.MARK);
    for (ParameterText.Segment segment : ParameterText.of(parameter).segments()) {
      switch (segment) {
        case Text text -> add(pieces, text.start(), text.end(), Kind.TEXT);
        case Block block -> {
          add(pieces, block.start(), block.codeStart(), Kind.MARK);
          code(parameter, block, pieces);
          add(pieces, block.codeEnd(), block.end(), Kind.MARK);
        }
      }
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, int start, int end, Kind kind) {
    if (end > start) {
      pieces.add(new Piece(start, end, kind));
    }
  }

  private static void code(String parameter, Block block, List<Piece> pieces) {
    LooseTokens loose = LooseTokens.of(parameter, block.codeStart(), block.codeEnd());
    List<Token> tokens = loose.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Token before = i > 0 ? tokens.get(i - 1) : null;
      Token after = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
      add(pieces, token.start(), token.end(), kind(before, token, after));
    }
    add(pieces, loose.errorStart(), block.codeEnd(), Kind.ERROR);
  }

  private static Kind kind(@Nullable Token before, Token token, @Nullable Token after) {
    boolean member = before != null && (before.isSign(".") || before.isSign("?."));
    boolean called = after != null && after.isSign("(");
    return switch (token.kind()) {
      case NAME -> {
        if (called) {
          yield token.text().startsWith("$") && !member ? Kind.VARIABLE : Kind.FUNCTION;
        }
        yield member || isField(before, after)
            ? Kind.PROPERTY
            : token.text().startsWith("$") ? Kind.VARIABLE : Kind.NAME;
      }
      case KEYWORD -> member ? Kind.PROPERTY : Kind.KEYWORD;
      case NUMBER, BIG_INTEGER -> Kind.NUMBER;
      case STRING, TEMPLATE -> Kind.STRING;
      case REGEX -> Kind.REGEX;
      case SIGN -> Kind.OPERATOR;
      case END -> Kind.ERROR;
    };
  }

  /** Whether a name stands where an object's field is named. */
  private static boolean isField(@Nullable Token before, @Nullable Token after) {
    return after != null
        && after.isSign(":")
        && before != null
        && before.kind() == TokenKind.SIGN
        && (before.isSign("{") || before.isSign(","));
  }
}
