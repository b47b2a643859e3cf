package io.concertmaster.nodes.condition;

import io.concertmaster.node.ComparedAs;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes values what a condition compares them as. */
final class Conversion {
  private Conversion() {}

  /** The type that a value has by itself. */
  static Optional<ComparedAs> of(@Nullable Object value) {
    return switch (value) {
      case String text -> Optional.of(ComparedAs.STRING);
      case Number number -> Optional.of(ComparedAs.NUMBER);
      case Boolean flag -> Optional.of(ComparedAs.BOOLEAN);
      case JsonArray list -> Optional.of(ComparedAs.ARRAY);
      case JsonObject object -> Optional.of(ComparedAs.OBJECT);
      case null, default -> Optional.empty();
    };
  }

  /**
   * The value as this type; a moment as an {@link java.time.Instant}. Nothing stays nothing.
   *
   * @param strict whether only a value that is of the type already will do; dates are texts or
   *     numbers always
   * @throws NodeException when it cannot be that
   */
  static @Nullable Object convert(
      ComparedAs type, @Nullable Object value, boolean strict, ZoneId zone) throws NodeException {
    if (value == null) {
      return null;
    }
    boolean typed = type != ComparedAs.DATE_TIME && type != ComparedAs.TRUTH;
    if (strict && typed && of(value).orElse(type) != type) {
      throw new NodeException(
          Comparison.show(value)
              + " is not "
              + words(type)
              + ": turn the value into one with an expression, or let the node convert types");
    }
    return switch (type) {
      case STRING -> ScriptValue.written(value);
      case NUMBER -> {
        Number number = ScriptValue.number(value);
        yield ScriptValue.isNaN(number) ? wrong(value, type) : number;
      }
      case DATE_TIME -> LenientMoment.of(value, zone).orElseThrow(() -> noDate(value));
      case BOOLEAN -> flag(value);
      case TRUTH -> ScriptValue.truth(value);
      case ARRAY -> parsed(value) instanceof JsonArray list ? list : wrong(value, type);
      case OBJECT -> parsed(value) instanceof JsonObject object ? object : wrong(value, type);
    };
  }

  private static Object flag(Object value) throws NodeException {
    if (value instanceof String text) {
      switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> {
          return true;
        }
        case "false" -> {
          return false;
        }
        default -> {
          if (text.isBlank()) {
            return wrong(value, ComparedAs.BOOLEAN);
          }
        }
      }
    }
    if (value instanceof Boolean) {
      return value;
    }
    double number = ScriptValue.number(value).doubleValue();
    if (number == 0) {
      return false;
    }
    return number == 1 ? true : wrong(value, ComparedAs.BOOLEAN);
  }

  private static @Nullable Object parsed(Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      return retried(text);
    }
  }

  private static @Nullable Object retried(String text) {
    try {
      return Json.parse(text.replace('\'', '"'));
    } catch (JsonException e) {
      return null;
    }
  }

  private static Object wrong(Object value, ComparedAs type) throws NodeException {
    throw new NodeException(Comparison.show(value) + " cannot be made " + words(type));
  }

  private static String words(ComparedAs type) {
    return switch (type) {
      case STRING -> "a text";
      case NUMBER -> "a number";
      case DATE_TIME -> "a date";
      case BOOLEAN, TRUTH -> "true or false";
      case ARRAY -> "a list";
      case OBJECT -> "an object";
    };
  }

  private static NodeException noDate(Object value) {
    return new NodeException(
        Comparison.show(value) + " is no date; dates look like 2026-11-24T10:30");
  }
}
