package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Settings of a node of ours while they are made: what has the default of our node is left out. */
final class Ours {
  private final JsonObject.Builder settings = JsonObject.builder();

  /** A setting; none where the value is {@code null}. */
  Ours put(String name, @Nullable Object value) {
    if (value != null) {
      settings.put(name, value);
    }
    return this;
  }

  /** A setting, unless it has our default or no value. */
  Ours put(String name, @Nullable Object value, Object ourDefault) {
    return ourDefault.equals(value) ? this : put(name, value);
  }

  JsonObject settings() {
    return settings.build();
  }
}
