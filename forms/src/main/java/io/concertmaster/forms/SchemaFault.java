package io.concertmaster.forms;

import com.networknt.schema.Error;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Something in the schema of a form that makes it none.
 *
 * @param place where it stands in the form's file, such as {@code schema.properties.email.pattern}
 * @param message what, and what to do: a sentence that begins with a small letter
 */
record SchemaFault(String place, String message) {
  /** The place of the whole schema. */
  static final String TOP = "schema";

  /** Keywords whose value is a schema, or a list of them. */
  private static final Set<String> SCHEMAS =
      Set.of(
          "items",
          "prefixItems",
          "contains",
          "additionalProperties",
          "propertyNames",
          "unevaluatedItems",
          "unevaluatedProperties",
          "not",
          "if",
          "then",
          "else",
          "allOf",
          "anyOf",
          "oneOf");

  /** Keywords whose value has schemas by name. */
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs");

  /** The faults of a schema: one for each place. */
  static List<SchemaFault> of(JsonObject schema) {
    Map<String, SchemaFault> faults = new LinkedHashMap<>();
    patterns(schema, TOP, faults);
    for (Error each : Schemas.errors(schema)) {
      if (!each.getKeyword().equals("format")) { // patterns are judged as they are used here
        String place = place(each);
        faults.putIfAbsent(
            place, new SchemaFault(place, "this is no JSON Schema: " + each.getMessage()));
      }
    }
    return List.copyOf(faults.values());
  }

  private static void patterns(
      @Nullable Object value, String place, Map<String, SchemaFault> faults) {
    if (value instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        patterns(list.get(i), place + "[" + i + "]", faults);
      }
    }
    if (!(value instanceof JsonObject schema)) {
      return;
    }
    if (schema.get("pattern") instanceof String written) {
      pattern(written, member(place, "pattern"), faults);
    }
    for (String keyword : schema.keySet()) {
      String within = member(place, keyword);
      if (SCHEMAS.contains(keyword)) {
        patterns(schema.get(keyword), within, faults);
      } else if (NAMED.contains(keyword) && schema.get(keyword) instanceof JsonObject all) {
        for (String name : all.keySet()) {
          if (keyword.equals("patternProperties")) {
            pattern(name, member(within, name), faults);
          }
          patterns(all.get(name), member(within, name), faults);
        }
      }
    }
  }

  private static void pattern(String written, String place, Map<String, SchemaFault> faults) {
    try {
      Pattern.compile(written);
    } catch (PatternSyntaxException e) {
      faults.put(place, new SchemaFault(place, Schemas.wrong(e) + ": correct it"));
    }
  }

  private static String place(Error error) {
    String place = TOP;
    var path = error.getInstanceLocation();
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      place = step instanceof Integer index ? place + "[" + index + "]" : member(place, "" + step);
    }
    return place;
  }

  /** The place of a member of an object. */
  static String member(String place, String name) {
    return place + "." + name;
  }
}
