package io.concertmaster.engine.local.run;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a setting's expressions are put into. What is undefined leaves its field out
 * of an object, and is null in a list.
 */
sealed interface Form {
  /** The form with the values in their places. */
  @Nullable Object filled(@Nullable Object[] values);

  /** A value without expressions. */
  record Constant(@Nullable Object data) implements Form {
    @Override
    public @Nullable Object filled(@Nullable Object[] values) {
      return data;
    }
  }

  /** The place of an expression's value, by the expression's number. */
  record Place(int number) implements Form {
    @Override
    public @Nullable Object filled(@Nullable Object[] values) {
      return values[number];
    }
  }

  /** An object with an expression somewhere in it. */
  record Fields(Shape shape, List<Form> slots) implements Form {
    @Override
    public Object filled(@Nullable Object[] values) {
      @Nullable Object[] fields = new Object[slots.size()];
      boolean complete = true;
      for (int slot = 0; slot < fields.length; slot++) {
        fields[slot] = slots.get(slot).filled(values);
        complete &= fields[slot] != Undefined.VALUE;
      }
      return complete ? JsonObject.ofSlots(shape, fields) : defined(fields);
    }

    private JsonObject defined(@Nullable Object[] fields) {
      JsonObject.Builder defined = JsonObject.builder();
      for (int slot = 0; slot < fields.length; slot++) {
        if (fields[slot] != Undefined.VALUE) {
          defined.put(shape.name(slot), fields[slot]);
        }
      }
      return defined.build();
    }
  }

  /** A list with an expression somewhere in it. */
  record Elements(List<Form> elements) implements Form {
    @Override
    public Object filled(@Nullable Object[] values) {
      @Nullable Object[] list = new Object[elements.size()];
      for (int i = 0; i < list.length; i++) {
        Object value = elements.get(i).filled(values);
        list[i] = value == Undefined.VALUE ? null : value;
      }
      return JsonArray.ofValues(list);
    }
  }
}
