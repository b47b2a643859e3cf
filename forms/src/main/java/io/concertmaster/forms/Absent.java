package io.concertmaster.forms;

import io.concertmaster.model.form.Pointers;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Values taken out of answers. */
final class Absent {
  private Absent() {}

  /** An answer without the values at some places; entries of lists keep their positions. */
  static JsonObject without(JsonObject answer, Collection<String> pointers) {
    JsonObject left = answer;
    for (String pointer : pointers) {
      if (!pointer.isEmpty()
          && take(left, pointer.substring(1).split("/", -1), 0) instanceof JsonObject o) {
        left = o;
      }
    }
    return left;
  }

  private static @Nullable Object take(@Nullable Object value, String[] steps, int at) {
    String name = Pointers.name(steps[at]);
    if (value instanceof JsonObject object) {
      if (!object.containsKey(name)) {
        return object;
      }
      return at == steps.length - 1
          ? object.without(name)
          : object.with(name, take(object.get(name), steps, at + 1));
    }
    if (value instanceof JsonArray array && at < steps.length - 1) {
      int index = index(name, array.size());
      if (index >= 0) {
        @Nullable Object[] values = array.toArray();
        values[index] = take(values[index], steps, at + 1);
        return JsonArray.ofValues(values);
      }
    }
    return value;
  }

  private static int index(String step, int size) {
    try {
      int index = Integer.parseInt(step);
      return index < size ? index : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
