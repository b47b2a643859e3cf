package io.concertmaster.nodes.data;

import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.join.Alike;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * In what two records differ.
 *
 * @param alike when values count as the same
 * @param missingIsEmpty whether, compared loosely, a missing field is alike an empty one
 * @param keys the fields by which the records were matched
 * @param skip fields that are not compared
 * @param dots whether dots in their names lead into fields
 * @param nameOfA what values of the first record are called in {@link #of}
 * @param nameOfB what those of the second are called
 */
record Differences(
    Alike alike,
    boolean missingIsEmpty,
    List<String> keys,
    List<String> skip,
    boolean dots,
    String nameOfA,
    String nameOfB) {
  /** Whether the records are the same but for the fields that are not compared. */
  boolean same(JsonObject first, JsonObject second) {
    JsonObject a = compared(first);
    JsonObject b = compared(second);
    return names(a, b).stream().allMatch(name -> same(a, b, name));
  }

  private JsonObject compared(JsonObject record) {
    JsonObject rest = record;
    for (String name : skip) {
      rest = (dots ? FieldPath.of(name) : FieldPath.ofName(name)).remove(rest);
    }
    return rest;
  }

  private static Set<String> names(JsonObject a, JsonObject b) {
    Set<String> names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    return names;
  }

  private boolean same(JsonObject a, JsonObject b, String name) {
    boolean both = a.containsKey(name) && b.containsKey(name);
    return (both || (alike.isLoose() && missingIsEmpty)) && alike.same(a.get(name), b.get(name));
  }

  /** The differences as a record: {@code {keys, same, different, skipped?}}. */
  JsonObject of(JsonObject a, JsonObject b) {
    JsonObject matchedBy = JsonObject.empty();
    for (String key : keys) {
      matchedBy = a.containsKey(key) ? matchedBy.with(key, a.get(key)) : matchedBy;
    }
    JsonObject same = JsonObject.empty();
    JsonObject different = JsonObject.empty();
    JsonObject skipped = JsonObject.empty();
    for (String name : names(a, b)) {
      if (skip.contains(name)) {
        skipped = skipped.with(name, same(a, b, name) ? a.get(name) : sides(a, b, name));
      } else if (same(a, b, name)) {
        same = same.with(name, a.get(name));
      } else {
        different = different.with(name, sides(a, b, name));
      }
    }
    for (String name : dots ? skip : List.<String>of()) {
      String top = name.substring(0, Math.max(0, name.indexOf('.')));
      if (different.get(top) instanceof JsonObject sides) {
        different = different.with(top, without(sides, name, top));
        skipped = taken(skipped, sides, name, top);
      }
    }
    JsonObject told = JsonObject.of("keys", matchedBy, "same", same).with("different", different);
    return skipped.isEmpty() ? told : told.with("skipped", skipped);
  }

  private JsonObject sides(JsonObject a, JsonObject b, String name) {
    return JsonObject.of(nameOfA, a.get(name), nameOfB, b.get(name));
  }

  private JsonObject without(JsonObject sides, String name, String top) {
    FieldPath inside = FieldPath.of(name.substring(top.length() + 1));
    JsonObject rest = sides;
    for (String side : List.of(nameOfA, nameOfB)) {
      if (rest.get(side) instanceof JsonObject value) {
        rest = rest.with(side, inside.remove(value));
      }
    }
    return rest;
  }

  private JsonObject taken(JsonObject skipped, JsonObject sides, String name, String top) {
    FieldPath inside = FieldPath.of(name.substring(top.length() + 1));
    JsonObject all = skipped;
    for (String side : List.of(nameOfA, nameOfB)) {
      if (sides.get(side) instanceof JsonObject value && inside.isIn(value)) {
        String path = top + "." + side + "." + inside.text();
        all = FieldPath.of(path).set(all, inside.get(value));
      }
    }
    return all;
  }
}
