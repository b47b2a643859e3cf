package io.concertmaster.nodes.flow;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a record is laid over another.
 *
 * @param deep whether objects are merged field by field and lists element by element
 * @param skipEmpty whether nothing and empty texts cover no value
 */
record Overlay(boolean deep, boolean skipEmpty) {
  /** The record with another laid over it. */
  JsonObject of(JsonObject below, JsonObject above) {
    if (!deep && !skipEmpty) {
      return below.withAll(above);
    }
    JsonObject.Builder merged = JsonObject.builder();
    below.forEach(merged::put);
    above.forEach((name, value) -> {
      boolean there = below.containsKey(name);
      merged.put(name, there ? value(below.get(name), value) : value);
    });
    return merged.build();
  }

  private @Nullable Object value(@Nullable Object below, @Nullable Object above) {
    if (skipEmpty && (above == null || above.equals(""))) {
      return below;
    }
    return switch (above) {
      case JsonObject object when deep && below instanceof JsonObject under -> of(under, object);
      case JsonArray list when deep && below instanceof JsonArray under -> of(under, list);
      case null, default -> above;
    };
  }

  private JsonArray of(JsonArray below, JsonArray above) {
    @Nullable Object[] merged =
        Arrays.copyOf(below.toArray(), Math.max(below.size(), above.size()));
    for (int i = 0; i < above.size(); i++) {
      merged[i] = i < below.size() ? value(below.get(i), above.get(i)) : above.get(i);
    }
    return JsonArray.of(merged);
  }
}
