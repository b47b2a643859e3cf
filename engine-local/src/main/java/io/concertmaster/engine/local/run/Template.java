package io.concertmaster.engine.local.run;

import io.concertmaster.model.expression.Evaluable;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting made ready: what is constant in it is there once and for all. What is undefined leaves
 * its field out of an object, and is null in a list.
 */
sealed interface Template {
  /**
   * The value, or {@link Undefined#VALUE}.
   *
   * @throws NodeException when an expression in it fails
   */
  @Nullable Object value(Scope scope) throws NodeException;

  /** A value without expressions. */
  record Constant(@Nullable Object data) implements Template {
    @Override
    public @Nullable Object value(Scope scope) {
      return data;
    }
  }

  /**
   * An expression. One that is none fails when it is asked for, so that the rest of the settings
   * can be read.
   *
   * @param path of the setting, such as {@code fields[0].value}
   * @param expression compiled once
   */
  record Computed(String path, Evaluable expression) implements Template {
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

  /** A text that begins like an expression and is none. */
  record Wrong(String path, ExpressionException reason) implements Template {
    @Override
    public @Nullable Object value(Scope scope) throws NodeException {
      throw failed(path, reason);
    }
  }

  private static NodeException failed(String path, ExpressionException e) {
    return new NodeException("“" + path + "”: " + e.getMessage(), e).atProperty(path);
  }

  /** An object with an expression somewhere in it. */
  record Fields(Shape shape, List<Template> slots) implements Template {
    @Override
    public Object value(Scope scope) throws NodeException {
      @Nullable Object[] values = new Object[slots.size()];
      boolean complete = true;
      for (int slot = 0; slot < values.length; slot++) {
        values[slot] = slots.get(slot).value(scope);
        complete &= values[slot] != Undefined.VALUE;
      }
      return complete ? JsonObject.ofSlots(shape, values) : defined(values);
    }

    private JsonObject defined(@Nullable Object[] values) {
      JsonObject.Builder fields = JsonObject.builder();
      for (int slot = 0; slot < values.length; slot++) {
        if (values[slot] != Undefined.VALUE) {
          fields.put(shape.name(slot), values[slot]);
        }
      }
      return fields.build();
    }
  }

  /** A list with an expression somewhere in it. */
  record Elements(List<Template> elements) implements Template {
    @Override
    public Object value(Scope scope) throws NodeException {
      @Nullable Object[] values = new Object[elements.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = elements.get(i).value(scope);
        values[i] = value == Undefined.VALUE ? null : value;
      }
      return JsonArray.ofValues(values);
    }
  }
}
