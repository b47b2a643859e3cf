package io.concertmaster.model.form;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a field is asked for. It follows from its schema, and where that leaves a choice from the
 * element's {@code options}, by JSON Forms' names where it has some.
 */
public enum FieldKind {
  /** One line of text. */
  TEXT,
  /** Several lines: {@code options.multi}. */
  LONG_TEXT,
  /** {@code format: email}. */
  EMAIL,
  /** {@code format: uri}. */
  ADDRESS,
  NUMBER,
  INTEGER,
  /** An integer from 1 shown as stars: {@code options.format: rating}. */
  RATING,
  DATE,
  TIME,
  DATE_TIME,
  CHECKBOX,
  /** One of several from a list. */
  SELECT,
  /** One of several, all in sight: {@code options.format: radio}. */
  RADIO,
  /** Some of several. */
  MULTI_SELECT,
  /** A file: an object with {@code name}, {@code type} and {@code size}. */
  FILE,
  /** A list of objects, each filled in by the same fields. */
  REPEATED,
  /** Not shown, such as a value from the address: {@code options.format: hidden}. */
  HIDDEN,
  /** What no control is known for: shown as JSON text. */
  OTHER;

  /** What it is in words, such as {@code Long text}. */
  public String words() {
    return switch (this) {
      case TEXT -> "Text";
      case LONG_TEXT -> "Long text";
      case EMAIL -> "E-mail";
      case ADDRESS -> "Web address";
      case NUMBER -> "Number";
      case INTEGER -> "Whole number";
      case RATING -> "Rating";
      case DATE -> "Date";
      case TIME -> "Time";
      case DATE_TIME -> "Date and time";
      case CHECKBOX -> "Checkbox";
      case SELECT -> "Select";
      case RADIO -> "Radio";
      case MULTI_SELECT -> "Multi-select";
      case FILE -> "File";
      case REPEATED -> "Repeatable group";
      case HIDDEN -> "Hidden field";
      case OTHER -> "Other data";
    };
  }

  /** The kind of a control. */
  static FieldKind of(JsonObject schema, JsonObject options) {
    Object format = options.get("format");
    if ("hidden".equals(format)) {
      return HIDDEN;
    }
    if (!(schema.get("type") instanceof String type)) {
      return schema.containsKey("enum") || schema.containsKey("oneOf") ? choice(format) : OTHER;
    }
    return switch (type) {
      case "string" -> text(schema, options, format);
      case "integer" -> number(schema, format, INTEGER);
      case "number" -> number(schema, format, NUMBER);
      case "boolean" -> CHECKBOX;
      case "array" -> list(schema);
      case "object" -> "file".equals(schema.get("format")) ? FILE : OTHER;
      default -> OTHER;
    };
  }

  private static FieldKind number(JsonObject schema, @Nullable Object format, FieldKind plain) {
    if ("rating".equals(format)) {
      return RATING;
    }
    return schema.containsKey("enum") || schema.containsKey("oneOf") ? choice(format) : plain;
  }

  private static FieldKind text(JsonObject schema, JsonObject options, @Nullable Object format) {
    if (schema.containsKey("enum") || schema.containsKey("oneOf")) {
      return choice(format);
    }
    return switch (word(schema.get("format"))) {
      case "email", "idn-email" -> EMAIL;
      case "uri", "iri" -> ADDRESS;
      case "date" -> DATE;
      case "time", "time-local" -> TIME;
      case "date-time", "date-time-local" -> DATE_TIME;
      default -> Boolean.TRUE.equals(options.get("multi")) ? LONG_TEXT : TEXT;
    };
  }

  private static String word(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static FieldKind choice(@Nullable Object format) {
    return "radio".equals(format) ? RADIO : SELECT;
  }

  private static FieldKind list(JsonObject schema) {
    Optional<JsonObject> items =
        schema.get("items") instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    if (items.isEmpty()) {
      return OTHER;
    }
    if (items.get().get("enum") instanceof JsonArray
        || items.get().get("oneOf") instanceof JsonArray) {
      return MULTI_SELECT;
    }
    return "object".equals(items.get().get("type")) ? REPEATED : OTHER;
  }
}
