package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import io.concertmaster.nodes.condition.ScriptValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The type that a field is given, and how values are made to fit it. Nothing stays nothing. */
enum FieldType {
  AUTO("auto", "As it is"),
  STRING("string", "Text"),
  NUMBER("number", "Number"),
  BOOLEAN("boolean", "True or false"),
  ARRAY("array", "List"),
  OBJECT("object", "Object");

  private static final Map<String, FieldType> BY_ID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.id, type -> type));

  private final String id;
  private final String label;

  FieldType(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** The types as values of a choice. */
  static Option[] options() {
    return Arrays.stream(values())
        .map(type -> Option.of(type.id, type.label))
        .toArray(Option[]::new);
  }

  /** The type of a name in files. */
  static FieldType ofId(@Nullable Object id) throws NodeException {
    FieldType type = id instanceof String name ? BY_ID.get(name) : null;
    if (type == null) {
      throw new NodeException("“" + id + "” is not a type of field");
    }
    return type;
  }

  /** The value as this type. */
  @Nullable Object convert(@Nullable Object value) throws NodeException {
    return value == null
        ? null
        : switch (this) {
          case AUTO -> value;
          case STRING -> text(value);
          case NUMBER -> number(value);
          case BOOLEAN -> flag(value);
          case ARRAY -> parsed(value) instanceof JsonArray list ? list : wrong(value, "a list");
          case OBJECT ->
              parsed(value) instanceof JsonObject object ? object : wrong(value, "an object");
        };
  }

  /** The value as it is written: texts as they are, lists and objects as JSON. */
  static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Double number -> NumberText.of(number);
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  private static Object number(Object value) throws NodeException {
    Number number = ScriptValue.number(value);
    return ScriptValue.isNaN(number) ? wrong(value, "a number") : number;
  }

  private static Object flag(Object value) throws NodeException {
    return switch (value) {
      case Boolean flag -> flag;
      case Number number when number.doubleValue() == 1 -> true;
      case Number number when number.doubleValue() == 0 -> false;
      case String text ->
          switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> wrong(value, "true or false");
          };
      default -> wrong(value, "true or false");
    };
  }

  private static @Nullable Object parsed(Object value) throws NodeException {
    if (!(value instanceof String text)) {
      return value;
    }
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      return withPlainQuotes(text, e);
    }
  }

  /** The value of a text that is JSON but for its quotes: {@code ['a', 'b']}. */
  private static @Nullable Object withPlainQuotes(String text, JsonException first)
      throws NodeException {
    try {
      return Json.parse(text.replace('\'', '"'));
    } catch (JsonException e) {
      throw new NodeException("the text is " + first.getMessage(), first);
    }
  }

  private static Object wrong(Object value, String wanted) throws NodeException {
    String shown = value instanceof String text ? "“" + text + "”" : Json.write(value);
    String shortened = shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
    throw new NodeException(shortened + " cannot be made " + wanted);
  }
}
