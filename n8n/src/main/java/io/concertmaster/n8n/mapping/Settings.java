package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Settings in the making, of either format: what has its default is left out. */
final class Settings {
  private final JsonObject.Builder values = JsonObject.builder();

  /** Sets a setting unless the value is its default; an empty text or list counts as none. */
  Settings put(String name, @Nullable Object value, @Nullable Object otherwise) {
    Object data = Json.value(value);
    if (data != null
        && !data.equals(Json.value(otherwise))
        && !data.equals("")
        && !(data instanceof JsonArray list && list.isEmpty())
        && !(data instanceof JsonObject object && object.isEmpty())) {
      values.put(name, data);
    }
    return this;
  }

  /** Sets a setting that has no default, unless the value is missing or empty. */
  Settings put(String name, @Nullable Object value) {
    return put(name, value, null);
  }

  JsonObject build() {
    return values.build();
  }
}
