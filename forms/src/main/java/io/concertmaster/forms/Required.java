package io.concertmaster.forms;

import com.networknt.schema.Schema;
import io.concertmaster.model.form.Pointers;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values a form's schema asks for while the answer stands as it does: always, or because an
 * “if” holds, or because another value is there.
 *
 * <p>Design note. The check itself tells only what is missing, and people are to see what they must
 * fill in before that. So the schema is walked along the answer. What stands in {@code anyOf},
 * {@code oneOf} or behind a {@code $ref} asks for nothing that could be told of a field.
 */
final class Required {
  private final JsonObject schema;
  private final Map<JsonObject, Schema> conditions = new HashMap<>();

  /** Those of a form's schema, which is one that can be used. */
  Required(JsonObject schema) {
    this.schema = schema;
    compile(schema);
  }

  private void compile(JsonObject part) {
    if (part.get("if") instanceof JsonObject condition) {
      try {
        conditions.put(condition, Schemas.of(condition));
      } catch (IllegalArgumentException e) {
        // It refers to what is not in it: nobody is told before the answer is judged.
      }
    }
    for (Object each : part.values()) {
      if (each instanceof JsonObject inner) {
        compile(inner);
      } else if (each instanceof JsonArray list) {
        for (Object one : list) {
          if (one instanceof JsonObject inner) {
            compile(inner);
          }
        }
      }
    }
  }

  /** The places of the values, as JSON Pointers, whether they are there or not. */
  Set<String> in(JsonObject answer) {
    Set<String> places = new HashSet<>();
    walk(schema, answer, "", places);
    return places;
  }

  private void walk(JsonObject part, Object data, String at, Set<String> places) {
    if (data instanceof JsonArray entries) {
      if (part.get("items") instanceof JsonObject items) {
        for (int i = 0; i < entries.size(); i++) {
          into(items, entries.get(i), at + "/" + i, places);
        }
      }
    } else if (data instanceof JsonObject object) {
      add(part.get("required"), at, places);
      if (part.get("dependentRequired") instanceof JsonObject dependent) {
        dependent.forEach((name, names) -> {
          if (object.containsKey(name)) {
            add(names, at, places);
          }
        });
      }
      if (part.get("properties") instanceof JsonObject properties) {
        properties.forEach((name, inner) ->
            into(inner, object.get(name), at + "/" + Pointers.escaped(name), places));
      }
    }
    if (part.get("allOf") instanceof JsonArray all) {
      all.forEach(each -> into(each, data, at, places));
    }
    if (part.get("if") instanceof JsonObject condition) {
      Schema compiled = conditions.get(condition);
      if (compiled != null) {
        boolean holds = compiled.validate(Schemas.node(data)).isEmpty();
        into(part.get(holds ? "then" : "else"), data, at, places);
      }
    }
  }

  private void into(@Nullable Object part, @Nullable Object data, String at, Set<String> places) {
    if (part instanceof JsonObject schemaOfIt && data != null) {
      walk(schemaOfIt, data, at, places);
    }
  }

  private static void add(@Nullable Object names, String at, Set<String> places) {
    if (names instanceof JsonArray list) {
      list.forEach(each -> places.add(at + "/" + Pointers.escaped(String.valueOf(each))));
    }
  }
}
