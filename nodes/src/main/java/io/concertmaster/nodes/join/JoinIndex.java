package io.concertmaster.nodes.join;

import io.concertmaster.node.data.Item;
import io.concertmaster.nodes.spill.Weight;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Items of the second side by their key, up to a weight; remembers which found a partner. */
public final class JoinIndex {
  private static final int ENTRY = 120;

  private final JoinKey keyOf;
  private final long allowance;
  private final Map<String, List<Integer>> byKey = new HashMap<>();
  private final List<Item> all = new ArrayList<>();
  private final BitSet matched = new BitSet();
  private long weight;

  /**
   * An empty one.
   *
   * @param allowance how many bytes of items it takes, about
   */
  public JoinIndex(JoinKey keyOf, long allowance) {
    this.keyOf = keyOf;
    this.allowance = allowance;
  }

  /** Takes items in until they weigh too much or none is left; takes one at least. */
  public void fill(Iterator<Item> items) {
    while (items.hasNext() && (all.isEmpty() || weight < allowance)) {
      Item item = items.next();
      weight += Weight.of(item);
      String key = keyOf.of(item.json());
      if (key != null) {
        byKey.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(all.size());
        weight += ENTRY + key.length();
      }
      all.add(item);
    }
  }

  /** How many items are in it. */
  public int size() {
    return all.size();
  }

  /**
   * The items that match one of the first side, in their order; they count as matched from now on.
   *
   * @param key the item's key
   * @param keyOfFirst how it was made
   * @param most how many to find at most
   */
  public List<Item> match(Item first, String key, JoinKey keyOfFirst, int most) {
    List<Item> found = new ArrayList<>(1);
    for (int at : byKey.getOrDefault(key, List.of())) {
      if (found.size() == most) {
        break;
      }
      if (keyOfFirst.match(first.json(), keyOf, all.get(at).json())) {
        found.add(all.get(at));
        matched.set(at);
      }
    }
    return found;
  }

  /** The items that found a partner, or those that did not, in their order. */
  public List<Item> thatMatched(boolean wanted) {
    List<Item> found = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      if (matched.get(at) == wanted) {
        found.add(all.get(at));
      }
    }
    return found;
  }
}
