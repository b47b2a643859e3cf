package io.concertmaster.designer.data;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a value reads in one line, and what people call its type. */
public final class ValueText {
  private ValueText() {}

  /**
   * {@code text}, {@code number}, {@code yes/no}, {@code list · 14}, {@code object}, {@code null}.
   */
  public static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String s -> "text";
      case Number n -> "number";
      case Boolean b -> "yes/no";
      case JsonArray list -> "list · " + list.size();
      case JsonObject object -> "object";
      default -> "value";
    };
  }

  /**
   * A value in one line: lists by their length, objects as JSON, line ends as ⏎.
   *
   * @param most at most so many characters; longer text ends with an ellipsis
   */
  public static String line(@Nullable Object value, int most) {
    String text =
        switch (value) {
          case null -> "null";
          case JsonArray list -> count(list.size(), "item");
          default -> whole(value);
        };
    String cut = text.length() > most ? text.substring(0, most) + "…" : text;
    return cut.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎').replace('\t', ' ');
  }

  /** All of a value as text: nothing for null, lists and objects as JSON. */
  public static String whole(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String s -> s;
      case Double d -> NumberText.of(d);
      case BigDecimal d -> d.toPlainString();
      case JsonArray list -> Json.write(list);
      case JsonObject object -> Json.write(object);
      default -> value.toString();
    };
  }

  /** {@code 1 item}, {@code 1,204 items}. */
  public static String count(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A number with separators: {@code 1,204}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A size in bytes as people say it: {@code 340 B}, {@code 1.2 MB}. */
  public static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double size = bytes;
    String[] units = {"kB", "MB", "GB", "TB"};
    int unit = -1;
    while (size >= 1000 && unit < units.length - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, units[unit]);
  }
}
