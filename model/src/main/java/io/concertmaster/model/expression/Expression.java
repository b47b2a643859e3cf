package io.concertmaster.model.expression;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.compile.CompiledBlock;
import io.concertmaster.model.expression.compile.References;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Results;
import io.concertmaster.model.expression.syntax.ParameterText;
import io.concertmaster.model.expression.syntax.ParameterText.Block;
import io.concertmaster.model.expression.syntax.ParameterText.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled parameter: text mixed with blocks of JavaScript between <code>{{</code> and <code>}}
 * </code>. One block alone keeps its value's type; otherwise texts and blocks are joined to one
 * text. It holds no state of an evaluation: any number of threads may use it at once, again and
 * again.
 *
 * <p>A block in which JavaScript would throw a TypeError or ReferenceError is {@code undefined}, as
 * in n8n; data that is missing, and limits that are passed, are errors.
 */
public final class Expression implements Evaluable {
  /** A part of the parameter: a text (a String), or a block. */
  private final List<Object> parts;

  /** The block that is the whole parameter; null where there are other parts. */
  private final @Nullable CompiledBlock whole;

  private final References references;

  private Expression(List<Object> parts, References references) {
    this.parts = List.copyOf(parts);
    this.references = references;
    this.whole =
        parts.size() == 1 && parts.getFirst() instanceof CompiledBlock block ? block : null;
  }

  /** Whether a parameter's value is an expression: a string that begins with {@code =}. */
  public static boolean isExpression(@Nullable Object parameter) {
    return parameter instanceof String text && text.startsWith("=");
  }

  /**
   * Compiles a parameter.
   *
   * @param parameter the text with its leading {@code =}
   * @throws ExpressionException of the kinds SYNTAX, UNSUPPORTED, REFERENCE and LIMIT, with its
   *     place in the parameter
   */
  public static Expression compile(String parameter) throws ExpressionException {
    if (!isExpression(parameter)) {
      throw new ExpressionException(
          Kind.SYNTAX, "an expression begins with =", 0, Math.min(1, parameter.length()));
    }
    References references = new References();
    List<Object> parts = new ArrayList<>();
    for (ParameterText.Segment segment : ParameterText.of(parameter).segments()) {
      switch (segment) {
        case Text text -> parts.add(text.text());
        case Block block -> parts.add(CompiledBlock.compile(parameter, block, references));
      }
    }
    return new Expression(parts, references);
  }

  @Override
  public @Nullable Object evaluate(Scope scope) throws ExpressionException {
    return evaluate(scope, Results::data);
  }

  @Override
  public Markers.Marked marked(Scope scope) throws ExpressionException {
    @Nullable String[] kind = {null};
    Object value =
        evaluate(
            scope,
            (frame, found) -> {
              kind[0] = Markers.kind(found);
              return Results.data(frame, found, Markers::of);
            });
    return new Markers.Marked(value, kind[0]);
  }

  /** What a value of the language becomes outside. */
  private interface Outcome {
    @Nullable Object of(Frame frame, @Nullable Object value);
  }

  /** Evaluates it, where somebody else says what becomes of the value of a block alone. */
  private @Nullable Object evaluate(Scope scope, Outcome outcome) throws ExpressionException {
    Frame frame = new Frame(scope);
    try {
      if (whole != null) {
        return outcome.of(frame, whole.value(frame));
      }
      StringBuilder text = new StringBuilder();
      for (Object part : parts) {
        String added = part instanceof CompiledBlock block ? joined(frame, block) : (String) part;
        frame.chargeText((long) text.length() + added.length());
        text.append(added);
      }
      return text.toString();
    } catch (Failure failure) {
      throw failure.toException();
    } catch (StackOverflowError error) {
      throw new ExpressionException(Kind.LIMIT, "the expression calls itself too deeply", 0, 0);
    }
  }

  /** A block's value as part of a text: null and undefined are empty. */
  private static String joined(Frame frame, CompiledBlock block) {
    Object value = block.value(frame);
    return Conversions.nullish(value) ? "" : Conversions.text(frame, value);
  }

  /** The nodes that the expression names, in the order of their places. */
  public List<NodeReference> nodeReferences() {
    return List.copyOf(references.nodes());
  }

  /** The fields of the current item that the expression reads, in the order of their places. */
  public List<FieldReference> fieldReferences() {
    return List.copyOf(references.fields());
  }
}
