package io.concertmaster.model.io;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * JSON laid out for people and for line-wise comparison: what fits stands on one line, {@code {
 * "tries": 3 }} and {@code [40, 120]}; anything longer has one entry a line, two spaces further in.
 * The same value always gives the same text.
 */
final class PrettyText {
  /** Lines are broken to stay within this many characters; a long text alone may pass it. */
  static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  /** Adds text as it is. */
  PrettyText raw(String part) {
    text.append(part);
    return this;
  }

  /** Adds a name and its colon. */
  PrettyText name(String name) {
    text.append(scalar(name)).append(": ");
    return this;
  }

  /**
   * Adds a value, on this line where it fits.
   *
   * @param indent spaces before the lines after the first
   */
  PrettyText value(@Nullable Object value, int indent) {
    int start = text.length();
    int column = start - (text.lastIndexOf("\n") + 1);
    if (inline(value, start + WIDTH - 1 - column)) {
      return this;
    }
    text.setLength(start);
    switch (value) {
      case JsonObject object -> lines(object, indent);
      case JsonArray array -> {
        String before = "[\n";
        for (Object element : array) {
          raw(before).raw(" ".repeat(indent + 2));
          value(element, indent + 2);
          before = ",\n";
        }
        text.append('\n').repeat(' ', indent).append(']');
      }
      case null, default -> text.append(scalar(value));
    }
    return this;
  }

  /** A key and its value as a file's outermost object holds them. */
  static String part(String name, @Nullable Object value) {
    return new PrettyText().raw("  ").name(name).value(value, 2).toString();
  }

  /**
   * Adds an object with one entry a line, however short.
   *
   * @param indent spaces before its closing brace
   */
  PrettyText lines(JsonObject object, int indent) {
    if (object.isEmpty()) {
      return raw("{}");
    }
    String before = "{\n";
    for (int slot = 0; slot < object.size(); slot++) {
      raw(before).raw(" ".repeat(indent + 2)).name(object.shape().name(slot));
      value(object.slot(slot), indent + 2);
      before = ",\n";
    }
    text.append('\n').repeat(' ', indent).append('}');
    return this;
  }

  /** Adds a value on this line; false, with some of it added, when it would pass the end. */
  private boolean inline(@Nullable Object value, int end) {
    switch (value) {
      case JsonObject object -> {
        String before = "{ ";
        for (int slot = 0; slot < object.size(); slot++) {
          raw(before).name(object.shape().name(slot));
          if (!inline(object.slot(slot), end)) {
            return false;
          }
          before = ", ";
        }
        text.append(object.isEmpty() ? "{}" : " }");
      }
      case JsonArray array -> {
        boolean wide = array.stream().anyMatch(JsonObject.class::isInstance);
        String before = wide ? "[ " : "[";
        for (Object element : array) {
          raw(before);
          if (!inline(element, end)) {
            return false;
          }
          before = ", ";
        }
        text.append(array.isEmpty() ? "[]" : wide ? " ]" : "]");
      }
      case null, default -> text.append(scalar(value));
    }
    return text.length() <= end;
  }

  /** A text, number, flag or null. */
  private static String scalar(@Nullable Object value) {
    return switch (value) {
      case String text when isPlain(text) -> "\"" + text + "\"";
      case String text -> escaped(text);
      case Long number -> number.toString();
      case null, default -> Json.write(value);
    };
  }

  /** Whether a text stands in JSON as it is, as nearly all do. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** Half of a surrogate pair has no UTF-8, so it is escaped too. */
  private static String escaped(String text) {
    String json = Json.write(text);
    StringBuilder safe = new StringBuilder(json.length());
    json.codePoints()
        .forEach(point -> {
          if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            safe.append(String.format("\\u%04X", point));
          } else {
            safe.appendCodePoint(point);
          }
        });
    return safe.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
