package io.concertmaster.model.expression.script;

import io.concertmaster.model.expression.Expression;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.syntax.ParameterText;
import io.concertmaster.model.expression.syntax.ParameterText.Block;
import io.concertmaster.model.expression.syntax.ParameterText.Text;
import io.concertmaster.model.expression.syntax.Parser;
import io.concertmaster.model.expression.syntax.SyntaxFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter as the second tier runs it.
 *
 * @param parameter the text with its leading {@code =}
 * @param parts its texts and blocks in order
 */
public record ScriptSource(String parameter, List<Part> parts) {
  /** A part of a parameter. */
  public sealed interface Part {}

  /** Text as it is. */
  public record Plain(String text) implements Part {}

  /**
   * A block as one JavaScript expression.
   *
   * @param code the expression; empty for an empty block, which is undefined
   * @param start the first character behind the braces, in the parameter
   * @param end the first character of the closing braces
   * @param paired the nodes of whose items the code reads: {@code $('Name').item.json} stands in it
   *     as {@code $$paired0}, the next one's as {@code $$paired1}, and so on, so that the record
   *     can be handed in
   */
  public record Script(String code, int start, int end, List<String> paired) implements Part {
    /** So many nodes are counted; of the others the code says {@code $('Name').item.json}. */
    public static final int MOST_PAIRED = 8;

    public Script {
      paired = List.copyOf(paired);
    }

    /** The name under which the code reads the record of one of the paired nodes. */
    public static String pairedName(int position) {
      return "$$paired" + position;
    }
  }

  public ScriptSource {
    parts = List.copyOf(parts);
  }

  /**
   * Makes a script of a parameter.
   *
   * @throws ExpressionException of the kind SYNTAX where it is no JavaScript, of the kind
   *     UNSUPPORTED where it names what no expression may
   */
  public static ScriptSource of(String parameter) throws ExpressionException {
    if (!Expression.isExpression(parameter)) {
      throw new ExpressionException(
          Kind.SYNTAX, "an expression begins with =", 0, Math.min(1, parameter.length()));
    }
    List<Part> parts = new ArrayList<>();
    for (ParameterText.Segment segment : ParameterText.of(parameter).segments()) {
      switch (segment) {
        case Text text -> parts.add(new Plain(text.text()));
        case Block block -> parts.add(script(parameter, block));
      }
    }
    return new ScriptSource(parameter, parts);
  }

  private static Script script(String parameter, Block block) throws ExpressionException {
    if (!block.closed()) {
      throw new ExpressionException(
          Kind.SYNTAX, "the block has no end: write }} after it", block.start(), block.end());
    }
    try {
      Parser.Parsed parsed =
          Parser.parse(parameter, block.codeStart(), block.codeEnd(), new ArrayList<>());
      Rewriting rewriting = new Rewriting(parameter);
      String code = parsed.node() == null ? "" : rewriting.rewrite(parsed.node());
      return new Script(code, block.codeStart(), block.codeEnd(), rewriting.paired());
    } catch (SyntaxFailure failure) {
      throw new ExpressionException(Kind.SYNTAX, failure.message(), failure.start(), failure.end());
    }
  }
}
