package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From values of the language to data, as {@code JSON.stringify} would: a field that is undefined
 * is left out, an element that is undefined becomes null.
 */
public final class Results {
  /** How deep data may nest. */
  private static final int DEEPEST = 500;

  private final Frame frame;
  private final Function<Primitive, @Nullable Object> beyond;

  private Results(Frame frame, Function<Primitive, @Nullable Object> beyond) {
    this.frame = frame;
    this.beyond = beyond;
  }

  /** The data for a value; {@link Undefined#VALUE} stays. */
  public static @Nullable Object data(Frame frame, @Nullable Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    return new Results(frame, Primitive::data).data(value, 0);
  }

  /** The data for a value, where somebody else says what stands for values beyond data. */
  public static @Nullable Object data(
      Frame frame, @Nullable Object value, Function<Primitive, @Nullable Object> special) {
    return new Results(frame, special).data(value, 0);
  }

  private @Nullable Object data(@Nullable Object value, int depth) {
    return switch (value) {
      case JsonArray array -> array(array, depth + 1);
      case JsonObject object -> object(object, depth + 1);
      case Primitive special -> beyond.apply(special);
      case JsFunction function -> Undefined.VALUE;
      case null, default -> value;
    };
  }

  private void check(int size, int depth) {
    frame.charge(1 + size);
    if (depth > DEEPEST) {
      throw Failure.raised(
          io.concertmaster.model.expression.ExpressionException.Kind.LIMIT,
          "the result nests deeper than " + DEEPEST + " levels");
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private JsonArray array(JsonArray array, int depth) {
    check(array.size(), depth);
    @Nullable Object[] changed = null;
    for (int i = 0; i < array.size(); i++) {
      Object element = array.get(i);
      Object data = data(element, depth);
      if (data == Undefined.VALUE) {
        data = null;
      }
      if (data != element) {
        if (changed == null) {
          changed = array.toArray();
        }
        changed[i] = data;
      }
    }
    return changed == null ? array : JsonArray.ofValues(changed);
  }

  @SuppressWarnings("ReferenceEquality")
  private JsonObject object(JsonObject object, int depth) {
    check(object.size(), depth);
    boolean same = true;
    for (int slot = 0; slot < object.size() && same; slot++) {
      Object value = object.slot(slot);
      same = value == data(value, depth) && value != Undefined.VALUE;
    }
    if (same) {
      return object;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int slot = 0; slot < object.size(); slot++) {
      Object data = data(object.slot(slot), depth);
      if (data != Undefined.VALUE) {
        fields.put(object.shape().name(slot), data);
      }
    }
    return Records.of(frame, fields);
  }
}
