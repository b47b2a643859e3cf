package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How items of different inputs become one. Files of a later input win over those of the same name.
 *
 * @param clash which value stays where several have a field of the same name
 * @param shared names of fields that are equal on all sides, and so keep their names
 */
record Combination(Clash clash, Set<String> shared) {
  /** The setting. */
  static final Property CLASH =
      Property.of(
              "clash",
              "Fields of the same name",
              PropertyKind.choice(
                  Option.of("preferFirst", "Input 1 wins"),
                  Option.of("preferLast", "The last input wins"),
                  Option.of("suffix", "All stay: every field gets _1, _2 … behind its name")))
          .defaultsTo("preferLast")
          .literalOnly()
          .when("mode", "combineByFields", "byPosition", "allCombinations");

  /** Which value stays. */
  enum Clash {
    PREFER_FIRST,
    PREFER_LAST,
    SUFFIX
  }

  static Combination of(Parameters settings) throws NodeException {
    Clash clash =
        switch (settings.text(CLASH.name())) {
          case "preferFirst" -> Clash.PREFER_FIRST;
          case "preferLast" -> Clash.PREFER_LAST;
          case "suffix" -> Clash.SUFFIX;
          case String other ->
              throw new NodeException("“" + other + "” is not a way to settle a clash")
                  .atProperty(CLASH.name());
        };
    return new Combination(clash, Set.of());
  }

  /** The same, where fields of these names are known to be equal. */
  Combination sharing(Set<String> names) {
    return new Combination(clash, Set.copyOf(names));
  }

  /** Two items in one. Each names its place in its input as the first of its ancestors. */
  Item of(Item first, Item second) {
    return of(List.of(first, second));
  }

  /** An item that found no partner, looking as it would with one. */
  Item alone(Item item) {
    return clash == Clash.SUFFIX ? of(List.of(item)) : item;
  }

  /** Several items in one. Each names its place in its input as the first of its ancestors. */
  Item of(List<Item> items) {
    JsonObject record = items.getFirst().json();
    Map<String, BinaryData> files = items.getFirst().binary();
    List<Paired> ancestors = new ArrayList<>(items.getFirst().paired());
    for (Item item : items.subList(1, items.size())) {
      record =
          clash == Clash.PREFER_FIRST
              ? firstWins(record, item.json())
              : record.withAll(item.json());
      if (!item.binary().isEmpty()) {
        files = new HashMap<>(files);
        files.putAll(item.binary());
      }
      ancestors.addAll(item.paired());
    }
    return new Item(clash == Clash.SUFFIX ? suffixed(items) : record, files, ancestors);
  }

  private static JsonObject firstWins(JsonObject first, JsonObject second) {
    JsonObject.Builder record = JsonObject.builder();
    first.forEach(record::put);
    second.forEach((name, value) -> {
      if (!first.containsKey(name)) {
        record.put(name, value);
      }
    });
    return record.build();
  }

  private JsonObject suffixed(List<Item> items) {
    JsonObject.Builder record = JsonObject.builder();
    for (Item item : items) {
      int number = item.paired().getFirst().input() + 1;
      item.json()
          .forEach((name, value) ->
              record.put(shared.contains(name) ? name : name + "_" + number, value));
    }
    return record.build();
  }
}
