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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How items of different inputs become one. Files follow the same rule as fields: those of the item
 * that wins replace others of the same name.
 *
 * @param clash which value stays where several have a field of the same name
 * @param overlay how records are laid over each other
 * @param shared names of fields that are equal on all sides, and so keep their names
 */
record Combination(Clash clash, Overlay overlay, Set<String> shared) {
  private static final String[] MODES = {"combineByFields", "byPosition", "allCombinations"};

  /** The setting. */
  static final Property CLASH =
      Property.of(
              "clash",
              "Fields of the same name",
              PropertyKind.choice(
                  Option.of("preferFirst", "Input 1 wins"),
                  Option.of("preferLast", "The last input wins"),
                  Option.of("suffix", "All stay: every field gets _1, _2 … behind its name"),
                  Option.of("suffixAll", "The same, matched fields too")))
          .defaultsTo("preferLast")
          .literalOnly()
          .when("mode", (Object[]) MODES);

  static final Property DEEP =
      Property.of("deep", "Merge objects field by field", PropertyKind.flag())
          .help("On: objects and lists of the same name are merged inside; off: one of them stays.")
          .defaultsTo(false)
          .literalOnly()
          .when("mode", (Object[]) MODES);

  static final Property SKIP_EMPTY =
      Property.of("skipEmpty", "Empty values never win", PropertyKind.flag())
          .help("Keeps the other input's value where one is nothing or an empty text.")
          .defaultsTo(false)
          .literalOnly()
          .when("mode", (Object[]) MODES);

  /** Which value stays. */
  enum Clash {
    PREFER_FIRST,
    PREFER_LAST,
    SUFFIX,
    SUFFIX_ALL
  }

  static Combination of(Parameters settings) throws NodeException {
    Clash clash =
        switch (settings.text(CLASH.name())) {
          case "preferFirst" -> Clash.PREFER_FIRST;
          case "preferLast" -> Clash.PREFER_LAST;
          case "suffix" -> Clash.SUFFIX;
          case "suffixAll" -> Clash.SUFFIX_ALL;
          case String other ->
              throw new NodeException("“" + other + "” is not a way to settle a clash")
                  .atProperty(CLASH.name());
        };
    Overlay overlay = new Overlay(settings.flag(DEEP.name()), settings.flag(SKIP_EMPTY.name()));
    return new Combination(clash, overlay, Set.of());
  }

  /** The same, where fields of these names are known to be equal. */
  Combination sharing(Set<String> names) {
    return new Combination(clash, overlay, clash == Clash.SUFFIX ? Set.copyOf(names) : Set.of());
  }

  /** Whether input 1 wins. */
  boolean firstWins() {
    return clash == Clash.PREFER_FIRST;
  }

  private boolean suffixes() {
    return clash == Clash.SUFFIX || clash == Clash.SUFFIX_ALL;
  }

  /** Two items in one. Each names its place in its input as the first of its ancestors. */
  Item of(Item first, Item second) {
    return of(List.of(first, second));
  }

  /** An item that found no partner, looking as it would with one. */
  Item alone(Item item) {
    return suffixes() ? item.withJson(suffixed(item)) : item;
  }

  /**
   * Several items in one, each laid over those before it. Each names its place in its input as the
   * first of its ancestors.
   */
  Item of(List<Item> given) {
    List<Item> items = given;
    if (!suffixes()) {
      Comparator<Item> byInput = Comparator.comparingInt(item -> item.paired().getFirst().input());
      items = given.stream().sorted(firstWins() ? byInput.reversed() : byInput).toList();
    }
    JsonObject record = JsonObject.empty();
    Map<String, BinaryData> files = new HashMap<>();
    List<Paired> ancestors = new ArrayList<>();
    for (Item item : items) {
      record = overlay.of(record, suffixes() ? suffixed(item) : item.json());
      files.putAll(item.binary());
      ancestors.addAll(item.paired());
    }
    return new Item(record, files, ancestors);
  }

  private JsonObject suffixed(Item item) {
    int number = item.paired().getFirst().input() + 1;
    JsonObject.Builder record = JsonObject.builder();
    item.json()
        .forEach(
            (name, value) -> record.put(shared.contains(name) ? name : name + "_" + number, value));
    return record.build();
  }
}
