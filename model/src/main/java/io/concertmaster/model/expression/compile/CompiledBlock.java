package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.syntax.ParameterText.Block;
import io.concertmaster.model.expression.syntax.Parser;
import io.concertmaster.model.expression.syntax.SyntaxFailure;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** One block of a parameter, compiled. */
public final class CompiledBlock {
  private final Code code;

  private CompiledBlock(Code code) {
    this.code = code;
  }

  /** Compiles the block at a place of a parameter, and notes what it refers to. */
  public static CompiledBlock compile(String parameter, Block block, References references)
      throws ExpressionException {
    if (!block.closed()) {
      throw new ExpressionException(
          Kind.SYNTAX, "the block has no end: write }} after it", block.start(), block.end());
    }
    try {
      Parser.Parsed parsed =
          Parser.parse(parameter, block.codeStart(), block.codeEnd(), new ArrayList<>());
      return new CompiledBlock(
          parsed.node() == null
              ? new Code.Constant(Undefined.VALUE)
              : new Compiler(parsed.depth(), references).compile(parsed.node()));
    } catch (SyntaxFailure failure) {
      throw new ExpressionException(
          Kind.SYNTAX, failure.message() + hint(parameter, block), failure.start(), failure.end());
    } catch (Failure failure) {
      throw failure.toException();
    }
  }

  /** The first closing braces may have been meant for an object. */
  private static String hint(String parameter, Block block) {
    String code = parameter.substring(block.codeStart(), block.codeEnd());
    long open = code.chars().filter(c -> c == '{').count();
    long closed = code.chars().filter(c -> c == '}').count();
    return open > closed ? " (the first }} ends the block: write } } with a space in it)" : "";
  }

  /** Its value as part of another block that runs. */
  @Nullable Object inside(Frame frame) {
    try {
      return code.run(frame);
    } catch (Failure failure) {
      if (failure.quiet()) {
        return Undefined.VALUE;
      }
      throw failure;
    }
  }

  /** Its value: undefined where JavaScript would throw a TypeError or ReferenceError. */
  public @Nullable Object value(Frame frame) {
    frame.restart();
    try {
      return code.run(frame);
    } catch (Failure failure) {
      if (failure.quiet()) {
        return Undefined.VALUE;
      }
      throw failure;
    }
  }
}
