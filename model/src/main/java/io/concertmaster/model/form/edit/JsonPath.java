package io.concertmaster.model.form.edit;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Objects deep in JSON, replaced without changing what they stand in.
 *
 * @param steps names of fields, and positions in lists
 */
record JsonPath(List<Object> steps) {
  static final JsonPath TOP = new JsonPath(List.of());

  JsonPath {
    steps = List.copyOf(steps);
  }

  JsonPath then(Object... further) {
    List<Object> longer = new ArrayList<>(steps);
    longer.addAll(List.of(further));
    return new JsonPath(longer);
  }

  /** What stands there. */
  @Nullable Object in(JsonObject root) {
    Object at = root;
    for (Object step : steps) {
      at =
          switch (at) {
            case JsonObject object when step instanceof String name -> object.get(name);
            case JsonArray list when step instanceof Integer i && i >= 0 && i < list.size() ->
                list.get(i);
            case null, default -> null;
          };
    }
    return at;
  }

  /** The object that stands there. */
  JsonObject object(JsonObject root) {
    if (in(root) instanceof JsonObject found) {
      return found;
    }
    throw new IllegalArgumentException("there is nothing at " + steps);
  }

  /** The root with the object there changed; objects on the way are made. */
  JsonObject with(JsonObject root, UnaryOperator<JsonObject> change) {
    return (JsonObject) with(root, 0, change);
  }

  private Object with(@Nullable Object at, int depth, UnaryOperator<JsonObject> change) {
    if (depth == steps.size()) {
      return change.apply(at instanceof JsonObject object ? object : JsonObject.empty());
    }
    if (steps.get(depth) instanceof Integer position) {
      if (!(at instanceof JsonArray list) || position < 0 || position >= list.size()) {
        throw new IllegalArgumentException("there is nothing at " + steps);
      }
      @Nullable Object[] values = list.toArray();
      values[position] = with(values[position], depth + 1, change);
      return JsonArray.ofValues(values);
    }
    String name = (String) steps.get(depth);
    JsonObject object = at instanceof JsonObject there ? there : JsonObject.empty();
    return object.with(name, with(object.get(name), depth + 1, change));
  }
}
