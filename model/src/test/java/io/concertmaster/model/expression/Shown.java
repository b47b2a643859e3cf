package io.concertmaster.model.expression;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Results in a notation that tells -0, NaN and undefined apart; otherwise it is JSON. */
public final class Shown {
  private Shown() {}

  /** A value. */
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Undefined u -> "undefined";
      case Double d when d == 0 && 1 / d < 0 -> "-0";
      case Double d -> NumberText.of(d);
      case JsonArray array ->
          array.stream().map(Shown::of).collect(Collectors.joining(",", "[", "]"));
      case JsonObject object ->
          object.entrySet().stream()
              .map(field -> quoted(field.getKey()) + ":" + of(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case String text -> quoted(text);
      default -> value.toString();
    };
  }

  /** JSON, in which half of a character is escaped. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    Json.write(text)
        .codePoints()
        .forEach(c -> {
          if (c >= 0xD800 && c <= 0xDFFF) {
            quoted.append("\\u%04x".formatted(c));
          } else {
            quoted.appendCodePoint(c);
          }
        });
    return quoted.toString();
  }
}
