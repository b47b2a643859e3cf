package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From values of the language to data, as {@code JSON.stringify} would: a field that is undefined
 * is left out, an element that is undefined becomes null.
 */
public final class Results {
  /** How deep data may nest. */
  private static final int DEEPEST = 500;

  private Results() {}

  /** The data for a value; {@link Undefined#VALUE} stays. */
  public static @Nullable Object data(Frame frame, @Nullable Object value) {
    return data(frame, value, 0);
  }

  private static @Nullable Object data(Frame frame, @Nullable Object value, int depth) {
    return switch (value) {
      case JsonArray array -> array(frame, array, depth + 1);
      case JsonObject object -> object(frame, object, depth + 1);
      case Primitive special -> special.data();
      case JsFunction function -> Undefined.VALUE;
      case null, default -> value;
    };
  }

  private static void check(Frame frame, int size, int depth) {
    frame.charge(1 + size);
    if (depth > DEEPEST) {
      throw Failure.raised(
          io.concertmaster.model.expression.ExpressionException.Kind.LIMIT,
          "the result nests deeper than " + DEEPEST + " levels");
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static JsonArray array(Frame frame, JsonArray array, int depth) {
    check(frame, array.size(), depth);
    @Nullable Object[] changed = null;
    for (int i = 0; i < array.size(); i++) {
      Object element = array.get(i);
      Object data = data(frame, element, depth);
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
  private static JsonObject object(Frame frame, JsonObject object, int depth) {
    check(frame, object.size(), depth);
    boolean same = true;
    for (int slot = 0; slot < object.size() && same; slot++) {
      Object value = object.slot(slot);
      same = value == data(frame, value, depth) && value != Undefined.VALUE;
    }
    if (same) {
      return object;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int slot = 0; slot < object.size(); slot++) {
      Object data = data(frame, object.slot(slot), depth);
      if (data != Undefined.VALUE) {
        fields.put(object.shape().name(slot), data);
      }
    }
    return Records.of(frame, fields);
  }
}
