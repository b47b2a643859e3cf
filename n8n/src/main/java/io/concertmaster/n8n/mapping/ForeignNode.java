package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node of an n8n file, read without trust: what is missing or of another kind reads as the given
 * default. Paths are names joined by dots, such as {@code options.dotNotation}.
 *
 * @param json the node's whole block
 */
public record ForeignNode(JsonObject json) {
  /** The type, such as {@code n8n-nodes-base.set}; empty where the file has none. */
  public String type() {
    return json.get("type") instanceof String text ? text : "";
  }

  /** The type's version; 1 where the file has none. A version that is a text is read as number. */
  public double version() {
    return switch (json.get("typeVersion")) {
      case Number number -> number.doubleValue();
      case String text -> number(text);
      case null, default -> 1;
    };
  }

  private static double number(String text) {
    try {
      double version = Double.parseDouble(text.strip());
      return Double.isFinite(version) ? version : 1;
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** The name; empty where the file has none. */
  public String name() {
    return json.get("name") instanceof String text ? text : "";
  }

  /** The settings; empty where the file has none. */
  public JsonObject parameters() {
    return json.get("parameters") instanceof JsonObject object ? object : JsonObject.empty();
  }

  /** The value at a path of the settings; {@code null} where there is none. */
  public @Nullable Object value(String path) {
    return value(parameters(), path);
  }

  /** The value at a path of an object; {@code null} where there is none. */
  public static @Nullable Object value(JsonObject object, String path) {
    Object value = object;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof JsonObject inner ? inner.get(name) : null;
    }
    return value;
  }

  /** Whether the settings have a value at a path, {@code null} included. */
  public boolean has(String path) {
    int dot = path.lastIndexOf('.');
    Object parent = dot < 0 ? parameters() : value(path.substring(0, dot));
    return parent instanceof JsonObject object && object.containsKey(path.substring(dot + 1));
  }

  /** The value at a path, or the default where there is none. */
  public Object value(String path, Object otherwise) {
    return Objects.requireNonNullElse(value(path), otherwise);
  }

  /** The text at a path, an expression included; the default where there is no text. */
  public String text(String path, String otherwise) {
    return value(path) instanceof String text ? text : otherwise;
  }

  /** The flag at a path; the default where there is none. An expression counts as none. */
  public boolean flag(String path, boolean otherwise) {
    return value(path) instanceof Boolean flag ? flag : otherwise;
  }

  /** The object at a path; empty where there is none. */
  public JsonObject object(String path) {
    return value(path) instanceof JsonObject object ? object : JsonObject.empty();
  }

  /** The objects of the list at a path; empty where there is none. */
  public List<JsonObject> objects(String path) {
    return objects(value(path));
  }

  /** The objects among a list's elements; empty where the value is no list. */
  public static List<JsonObject> objects(@Nullable Object value) {
    return value instanceof JsonArray array
        ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }

  /** Whether a value is an expression: a text that begins with {@code =}. */
  public static boolean isExpression(@Nullable Object value) {
    return value instanceof String text && text.startsWith("=");
  }
}
