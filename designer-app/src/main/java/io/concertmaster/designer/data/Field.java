package io.concertmaster.designer.data;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of items, or a field inside fields.
 *
 * @param names from the outermost to the innermost; at least one
 */
public record Field(List<String> names) {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
  private static final int DEPTH = 4;

  public Field {
    names = List.copyOf(names);
  }

  /** The names joined by dots. */
  public String dotted() {
    return String.join(".", names);
  }

  /** An expression for the field of the current item: {@code $json.ship_to.city}. */
  public String expression() {
    StringBuilder text = new StringBuilder("$json");
    for (String name : names) {
      if (PLAIN_NAME.matcher(name).matches()) {
        text.append('.').append(name);
      } else {
        text.append('[').append(Json.write(name)).append(']');
      }
    }
    return text.toString();
  }

  /** Whether a record has the field, be it null. */
  public boolean isIn(JsonObject record) {
    return inner(record) instanceof JsonObject last && last.containsKey(names.getLast());
  }

  /** The field's value; null where the record lacks it. */
  public @Nullable Object of(JsonObject record) {
    return inner(record) instanceof JsonObject last ? last.get(names.getLast()) : null;
  }

  private @Nullable Object inner(JsonObject record) {
    Object value = record;
    for (String name : names.subList(0, names.size() - 1)) {
      value = value instanceof JsonObject object ? object.get(name) : null;
    }
    return value;
  }

  /**
   * The fields of items in the order in which they first come; objects are opened into their
   * fields, lists are not.
   *
   * @param most at most so many
   */
  public static List<Field> in(List<Item> items, int most) {
    Set<Field> fields = new LinkedHashSet<>();
    for (Item item : items) {
      collect(List.of(), item.json(), fields, most);
    }
    // A field that is an object here and a plain value there is listed once, opened.
    Set<List<String>> opened = new LinkedHashSet<>();
    for (Field field : fields) {
      for (int length = 1; length < field.names.size(); length++) {
        opened.add(field.names.subList(0, length));
      }
    }
    return fields.stream().filter(field -> !opened.contains(field.names)).toList();
  }

  private static void collect(List<String> path, JsonObject record, Set<Field> fields, int most) {
    for (var entry : record.entrySet()) {
      if (fields.size() >= most) {
        return;
      }
      List<String> names = new ArrayList<>(path);
      names.add(entry.getKey());
      if (entry.getValue() instanceof JsonObject inner
          && !inner.isEmpty()
          && names.size() < DEPTH) {
        collect(names, inner, fields, most);
      } else {
        fields.add(new Field(names));
      }
    }
  }
}
