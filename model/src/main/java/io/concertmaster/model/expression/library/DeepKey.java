package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key that is equal for values with equal content: numbers by size, records by their fields. */
final class DeepKey {
  private enum Null {
    VALUE
  }

  private DeepKey() {}

  static Object of(Frame frame, @Nullable Object value) {
    @Nullable Object[] before = frame.enter(frame.locals(), 6, 1);
    Object key =
        switch (value) {
          case null -> Null.VALUE;
          case Number n -> n.doubleValue() + 0.0;
          case JsonArray array -> {
            List<Object> keys = new ArrayList<>();
            array.forEach(element -> keys.add(of(frame, element)));
            yield keys;
          }
          case JsonObject object -> {
            Map<String, Object> keys = new HashMap<>();
            object.forEach((name, field) -> keys.put(name, of(frame, field)));
            yield keys;
          }
          default -> value;
        };
    frame.leave(before, 6);
    return key;
  }
}
