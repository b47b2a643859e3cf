package io.concertmaster.nodes.condition;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What ECMAScript's {@code Number()}, {@code String()} and {@code Boolean()} make of data. */
public final class ScriptValue {
  private ScriptValue() {}

  /** The value as a number; NaN where it is none. Nothing, false and a blank text are 0. */
  public static Number number(@Nullable Object value) {
    return switch (value) {
      case null -> 0L;
      case Number number -> number;
      case Boolean flag -> flag ? 1L : 0L;
      case String text -> parse(text.strip());
      case JsonArray list -> parse(text(list).strip());
      default -> Double.NaN;
    };
  }

  private static Number parse(String text) {
    if (text.isEmpty()) {
      return 0L;
    }
    Number plain = NumberLike.parse(text);
    if (plain != null) {
      return plain;
    }
    if (text.length() > 2 && text.charAt(0) == '0') {
      int radix =
          switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
          };
      try {
        return radix == 0 || !Character.isLetterOrDigit(text.charAt(2))
            ? Double.NaN
            : new BigInteger(text.substring(2), radix).doubleValue();
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }
    return switch (text) {
      case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
  }

  /** Whether a number is none. */
  public static boolean isNaN(Number number) {
    return number instanceof Double value && value.isNaN();
  }

  /** The value as a text: lists by their elements with commas, objects without their content. */
  public static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> text;
      case Double number -> NumberText.of(number);
      case BigDecimal number -> number.toPlainString();
      case JsonArray list ->
          list.stream()
              .map(element -> element == null ? "" : text(element))
              .collect(Collectors.joining(","));
      case JsonObject object -> "[object Object]";
      default -> value.toString();
    };
  }

  /** The value as people read it: lists and objects as JSON, everything else as {@link #text}. */
  public static String written(@Nullable Object value) {
    return value instanceof JsonArray || value instanceof JsonObject
        ? Json.write(value)
        : text(value);
  }

  /** Whether the value counts as true: all but nothing, false, 0, NaN and the empty text. */
  public static boolean truth(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case String text -> !text.isEmpty();
      case Number number -> number.doubleValue() != 0 && !isNaN(number);
      default -> true;
    };
  }

  /** Whether two values are the same without conversion; lists and objects never are. */
  public static boolean identical(@Nullable Object left, @Nullable Object right) {
    return switch (left) {
      case null -> right == null;
      case Number number -> right instanceof Number other && NumberLike.compare(number, other) == 0;
      case String text -> text.equals(right);
      case Boolean flag -> flag.equals(right);
      default -> false;
    };
  }

  /**
   * How two values are ordered: two texts letter by letter, everything else by number.
   *
   * @return {@code null} where one side is no number
   */
  public static @Nullable Integer order(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String text && right instanceof String other) {
      return text.compareTo(other);
    }
    Number a = number(left);
    Number b = number(right);
    return isNaN(a) || isNaN(b) ? null : NumberLike.compare(a, b);
  }
}
