package io.concertmaster.nodes.flow;

import io.concertmaster.node.data.Item;
import io.concertmaster.nodes.spill.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Items of input 2 by their key, up to a weight; remembers which keys found a partner. */
final class JoinIndex {
  private static final int ENTRY = 120;

  private final JoinKey keyOf;
  private final long allowance;
  private final Map<String, Partners> byKey = new HashMap<>();
  private final List<Item> all = new ArrayList<>();
  private long weight;

  private static final class Partners {
    private final List<Item> items = new ArrayList<>(1);
    private boolean matched;
  }

  JoinIndex(JoinKey keyOf, long allowance) {
    this.keyOf = keyOf;
    this.allowance = allowance;
  }

  /** Takes items in until they weigh too much or none is left; takes one at least. */
  void fill(Iterator<Item> items) {
    while (items.hasNext() && (all.isEmpty() || weight < allowance)) {
      Item item = items.next();
      all.add(item);
      weight += Weight.of(item);
      String key = keyOf.of(item.json());
      if (key != null) {
        byKey.computeIfAbsent(key, absent -> new Partners()).items.add(item);
        weight += ENTRY + key.length();
      }
    }
  }

  /** How many items are in it. */
  int size() {
    return all.size();
  }

  /** The items of a key, in their order; they count as matched from now on. */
  List<Item> match(String key) {
    Partners partners = byKey.get(key);
    if (partners == null) {
      return List.of();
    }
    partners.matched = true;
    return partners.items;
  }

  /** The items whose key nobody asked for, and those without a key, in their order. */
  List<Item> unmatched() {
    List<Item> rest = new ArrayList<>();
    for (Item item : all) {
      String key = keyOf.of(item.json());
      Partners partners = key == null ? null : byKey.get(key);
      if (partners == null || !partners.matched) {
        rest.add(item);
      }
    }
    return rest;
  }
}
