package io.concertmaster.model.form.edit;

import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts of one language by the key of what they belong to. */
final class KeyedTexts {
  private KeyedTexts() {}

  /** Without those of a key and of what lies within it. */
  static JsonObject without(JsonObject texts, String key) {
    JsonObject left = texts;
    for (String name : texts.keySet()) {
      if (name.startsWith(key + ".")) {
        left = left.without(name);
      }
    }
    return left;
  }

  /** With those of one key under another, in their places. */
  static JsonObject moved(JsonObject texts, String from, String to) {
    JsonObject.Builder moved = JsonObject.builder();
    for (Map.Entry<String, @Nullable Object> each : texts.entrySet()) {
      String name = each.getKey();
      moved.put(
          name.startsWith(from + ".") ? to + name.substring(from.length()) : name, each.getValue());
    }
    return moved.build();
  }

  /** With those of one key under another too, each behind its original. */
  static JsonObject doubled(JsonObject texts, String from, String to) {
    JsonObject doubled = texts;
    for (Map.Entry<String, @Nullable Object> each : texts.entrySet()) {
      if (each.getKey().startsWith(from + ".")) {
        doubled = doubled.with(to + each.getKey().substring(from.length()), each.getValue());
      }
    }
    return doubled;
  }
}
