package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names with values, as settings hold them: entries, or the fields of a JSON object. */
final class Pairs {
  private Pairs() {}

  /** The entries of a setting as texts; one without a name is left out. */
  static List<Map.Entry<String, String>> texts(Parameters settings, String property)
      throws NodeException {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (Parameters entry : settings.entries(property)) {
      String name = entry.text("name").strip();
      if (!name.isEmpty()) {
        pairs.add(Map.entry(name, entry.text("value")));
      }
    }
    return pairs;
  }

  /** The fields of the JSON object in a setting, text or value; none where it is empty. */
  static JsonObject fields(Parameters settings, String property) throws NodeException {
    return switch (settings.value(property)) {
      case null -> JsonObject.empty();
      case JsonObject object -> object;
      case String text when text.isBlank() -> JsonObject.empty();
      case String text -> parsed(text, property);
      default -> throw noObject(property, null);
    };
  }

  private static JsonObject parsed(String text, String property) throws NodeException {
    try {
      if (Json.parse(text) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonException e) {
      throw noObject(property, e);
    }
    throw noObject(property, null);
  }

  private static NodeException noObject(String property, @Nullable JsonException cause) {
    String why = cause == null ? "it is something else" : cause.getMessage();
    return new NodeException("“" + property + "” must be a JSON object: " + why, cause)
        .atProperty(property);
  }

  /** What the settings put into the query, lists written as the settings say. */
  static List<Map.Entry<String, String>> query(Parameters settings) throws NodeException {
    String style = settings.text("queryLists");
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (Parameters entry : settings.entries("query")) {
      String name = entry.text("name").strip();
      Object value = entry.value("value");
      // What an expression does not give is not sent.
      if (!name.isEmpty() && value != null) {
        add(pairs, name, value, style);
      }
    }
    JsonObject more = fields(settings, "queryJson");
    for (String name : more.shape().names()) {
      add(pairs, name, more.get(name), style);
    }
    return pairs;
  }

  private static void add(
      List<Map.Entry<String, String>> pairs, String name, @Nullable Object value, String style)
      throws NodeException {
    if (value instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        String each =
            switch (style) {
              case "brackets" -> name + "[]";
              case "indices" -> name + "[" + i + "]";
              default -> name;
            };
        pairs.add(Map.entry(each, text(list.get(i))));
      }
    } else if (value instanceof JsonObject object && !style.equals("repeat")) {
      for (String field : object.shape().names()) {
        add(pairs, name + "[" + field + "]", object.get(field), style);
      }
    } else {
      pairs.add(Map.entry(name, text(value)));
    }
  }

  /** A value as settings read it as text. */
  static String text(@Nullable Object value) throws NodeException {
    return Parameters.of(JsonObject.of("value", value)).text("value");
  }
}
