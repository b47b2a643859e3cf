package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of fields as n8n's settings have them: one text with commas, a list of texts, or, in early
 * versions, {@code {fields: [{fieldName}]}}.
 */
final class FieldNames {
  private static final Pattern BRACKETS =
      Pattern.compile("\\[\\s*(?:'([^']*)'|\"([^\"]*)\"|(\\d+))\\s*]");

  private FieldNames() {}

  /** A list of names, or the text of an expression that gives it. */
  static Object of(@Nullable Object value) {
    return switch (value) {
      case String text when isDynamic(text) -> text;
      case String text ->
          JsonArray.copyOf(
              Arrays.stream(text.split(",", -1))
                  .map(FieldNames::name)
                  .filter(name -> !name.isEmpty())
                  .toList());
      case JsonArray list ->
          JsonArray.copyOf(
              list.stream()
                  .filter(String.class::isInstance)
                  .map(name -> name((String) name))
                  .filter(name -> !name.isEmpty())
                  .toList());
      case JsonObject object -> ofEntries(object);
      case null, default -> JsonArray.empty();
    };
  }

  private static JsonArray ofEntries(JsonObject object) {
    List<String> names = new ArrayList<>();
    for (JsonObject entry : ForeignNode.objects(object.get("fields"))) {
      if (entry.get("fieldName") instanceof String name && !name.isBlank()) {
        names.add(name(name));
      }
    }
    return JsonArray.copyOf(names);
  }

  /** Names as one text with commas, or the text of an expression that gives it. */
  static String text(@Nullable Object value) {
    return of(value) instanceof JsonArray names ? joined(names) : (String) of(value);
  }

  /** Names with commas between them; an expression stays as it is. */
  static String joined(@Nullable Object names) {
    return switch (names) {
      case JsonArray list -> String.join(", ", list.stream().map(String::valueOf).toList());
      case String text -> text;
      case null, default -> "";
    };
  }

  /**
   * One name as we write it: without {@code $json.}, and {@code a[0]['b']} as {@code a.0.b}. A text
   * with an expression in it stays.
   */
  static String name(String given) {
    if (isDynamic(given)) {
      return given;
    }
    String name = given.startsWith("=") ? given.substring(1) : given;
    name = name.strip();
    if (name.startsWith("$json.")) {
      name = name.substring("$json.".length());
    }
    name =
        BRACKETS
            .matcher(name)
            .replaceAll(match -> {
              String part =
                  match.group(1) != null
                      ? match.group(1)
                      : match.group(2) != null ? match.group(2) : match.group(3);
              return Matcher.quoteReplacement("." + part);
            });
    return name.startsWith(".") ? name.substring(1) : name;
  }

  /** Whether a text holds an expression to be worked out, not just a leading {@code =}. */
  static boolean isDynamic(String text) {
    return text.startsWith("=") && text.contains("{{");
  }
}
