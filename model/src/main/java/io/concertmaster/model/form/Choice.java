package io.concertmaster.model.form;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the values that a field may have.
 *
 * @param title what the schema calls it; texts of the form may say it otherwise
 */
public record Choice(@Nullable Object value, String title) {
  /** The value as texts name it and as a page sends it. */
  public String word() {
    return word(value);
  }

  private static String word(@Nullable Object value) {
    return value instanceof String text ? text : Json.write(value);
  }

  /** What a schema allows: its {@code enum}, or a {@code oneOf} of constants with titles. */
  static List<Choice> of(JsonObject schema) {
    List<Choice> choices = new ArrayList<>();
    if (schema.get("oneOf") instanceof JsonArray all) {
      for (Object each : all) {
        if (each instanceof JsonObject one && one.containsKey("const")) {
          Object value = one.get("const");
          choices.add(new Choice(value, one.get("title") instanceof String t ? t : word(value)));
        }
      }
    } else if (schema.get("enum") instanceof JsonArray values) {
      values.forEach(value -> choices.add(new Choice(value, word(value))));
    }
    return choices;
  }
}
