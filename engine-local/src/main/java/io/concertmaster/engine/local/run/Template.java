package io.concertmaster.engine.local.run;

import io.concertmaster.model.expression.Evaluable;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.NodeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting made ready: its expressions in the order of their places, and the form that their
 * values fill. What is constant is there once and for all.
 *
 * <p>Design note. Expressions are evaluated in one loop and not where they stand: inside lists of
 * objects Java's compiler would build the whole evaluation into each level of nesting, and spend
 * more time on that than the items take.
 */
record Template(List<Part> parts, Form form) {
  /** An expression in a setting. */
  sealed interface Part {
    /**
     * The value, or {@link Undefined#VALUE}.
     *
     * @throws NodeException when the expression fails
     */
    @Nullable Object value(Scope scope) throws NodeException;
  }

  /**
   * An expression.
   *
   * @param path of the setting, such as {@code fields[0].value}
   * @param expression compiled once
   */
  record Computed(String path, Evaluable expression) implements Part {
    @Override
    public @Nullable Object value(Scope scope) throws NodeException {
      try {
        return expression.prefersBatches() && scope instanceof ItemScope item
            ? item.context().ahead().value(expression, item)
            : expression.evaluate(scope);
      } catch (ExpressionException e) {
        throw failed(path, e).atItem(scope.itemIndex());
      }
    }
  }

  /**
   * A text that begins like an expression and is none. It fails when it is asked for, so that the
   * rest of the settings can be read.
   */
  record Wrong(String path, ExpressionException reason) implements Part {
    @Override
    public @Nullable Object value(Scope scope) throws NodeException {
      throw failed(path, reason);
    }
  }

  private static NodeException failed(String path, ExpressionException e) {
    return new NodeException("“" + path + "”: " + e.getMessage(), e).atProperty(path);
  }

  /**
   * The value, or {@link Undefined#VALUE}.
   *
   * @throws NodeException when an expression in it fails
   */
  @Nullable Object value(Scope scope) throws NodeException {
    @Nullable Object[] values = new Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(i).value(scope);
    }
    return form.filled(values);
  }
}
