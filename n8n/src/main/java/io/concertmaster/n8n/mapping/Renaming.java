package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonObject;

/** Takes settings over under another name. */
final class Renaming {
  private Renaming() {}

  /** The second object with a value of the first under another name, where there is one. */
  static JsonObject copied(JsonObject from, String name, JsonObject to, String as) {
    Object value = from.get(name);
    return value == null ? to : to.with(as, value);
  }

  /** Settings with one more, unless it has its usual value. */
  static JsonObject unless(JsonObject settings, String name, Object value, Object usual) {
    return value.equals(usual) ? settings : settings.with(name, value);
  }
}
