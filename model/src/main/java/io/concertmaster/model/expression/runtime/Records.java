package io.concertmaster.model.expression.runtime;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that an expression makes. ECMAScript lists names that are indexes first, by size, and the
 * others as they were added (ECMA-262 §10.1.11.1).
 */
public final class Records {
  private static final JsonObject NO_FIELDS =
      JsonObject.ofSlots(Shape.empty(), new @Nullable Object[0]);

  private Records() {}

  /** A record of fields in ECMAScript's order. Its values may be more than data. */
  public static JsonObject of(Frame frame, Map<String, @Nullable Object> fields) {
    int size = fields.size();
    if (size == 0) {
      return NO_FIELDS;
    }
    frame.chargeArray(size);
    frame.charge((long) size * size / 64);
    Map<String, @Nullable Object> ordered = ordered(fields);
    return JsonObject.ofSlots(Shape.of(List.copyOf(ordered.keySet())), ordered.values().toArray());
  }

  private static Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> fields) {
    List<Long> indexes = new ArrayList<>();
    for (String name : fields.keySet()) {
      long index = index(name);
      if (index >= 0) {
        indexes.add(index);
      }
    }
    if (indexes.isEmpty()) {
      return fields;
    }
    Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
    indexes.stream()
        .sorted()
        .map(String::valueOf)
        .forEach(name -> ordered.put(name, fields.get(name)));
    fields.forEach(ordered::putIfAbsent);
    return ordered;
  }

  /** The array index that a name is, or -1. */
  private static long index(String name) {
    int length = name.length();
    if (length == 0 || length > 10 || (length > 1 && name.charAt(0) == '0')) {
      return -1;
    }
    long index = 0;
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      index = index * 10 + (c - '0');
    }
    return index < 4294967295L ? index : -1;
  }
}
