package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.ValueText;
import io.concertmaster.designer.expression.Outcome;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How controls read values, and what becomes of one that turns from fixed to expression and back.
 */
final class Literals {
  private Literals() {}

  /**
   * A list of objects; what is no list has none, and an element that is no object is an empty one.
   */
  static List<JsonObject> objects(@Nullable Object value) {
    return value instanceof JsonArray list
        ? list.stream()
            .map(each -> each instanceof JsonObject object ? object : JsonObject.empty())
            .toList()
        : List.of();
  }

  /**
   * A list of texts.
   *
   * @param read what a value that is no list means
   */
  static List<String> texts(@Nullable Object value, Function<String, List<String>> read) {
    return switch (value) {
      case null -> List.of();
      case JsonArray list -> list.stream().map(ValueText::whole).toList();
      default -> read.apply(ValueText.whole(value));
    };
  }

  /** An expression that gives a value: text stays as it is, anything else becomes a block. */
  static String asExpression(@Nullable Object value) {
    return switch (value) {
      case null -> "=";
      case String text -> "=" + text;
      default -> "={{ " + Json.write(value) + " }}";
    };
  }

  /**
   * The fixed value that follows an expression: what it gave last, where that fits the kind; its
   * text, where text does; nothing otherwise.
   */
  static @Nullable Object asFixed(PropertyKind kind, String parameter, Optional<Outcome> outcome) {
    String text = parameter.substring(1);
    boolean template = text.contains("{{");
    Object value = outcome.orElse(null) instanceof Outcome.Value given ? given.value() : null;
    return switch (kind) {
      case PropertyKind.Text any ->
          template && value != null ? ValueText.whole(value) : emptyToNull(text);
      case PropertyKind.Path any ->
          template && value != null ? ValueText.whole(value) : emptyToNull(text);
      case PropertyKind.FieldName any -> value instanceof String name ? name : null;
      case PropertyKind.Code any -> emptyToNull(text);
      case PropertyKind.Numeric any -> value instanceof Number number ? number : null;
      case PropertyKind.Flag any -> value instanceof Boolean flag ? flag : null;
      case PropertyKind.Choice choice ->
          choice.options().stream()
              .map(PropertyKind.Option::value)
              .filter(each -> each.equals(value))
              .findFirst()
              .orElse(null);
      case PropertyKind.FieldNames any -> value instanceof JsonArray list ? list : null;
      case PropertyKind.Several any -> value instanceof JsonArray list ? list : null;
      case PropertyKind.Lines any -> value instanceof JsonArray list ? list : null;
      case PropertyKind.Data any -> value;
      case PropertyKind.Conditions any -> null;
      case PropertyKind.Entries any -> null;
      case PropertyKind.Group any -> null;
    };
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /**
   * The value that a text means where any plain value is right: a number, true, false, or the text
   * itself.
   */
  static @Nullable Object plain(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    Object number = NumberControl.value(text);
    return number instanceof Number && ValueText.whole(number).equals(text) ? number : text;
  }
}
