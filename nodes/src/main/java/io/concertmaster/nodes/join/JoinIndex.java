package io.concertmaster.nodes.join;

import io.concertmaster.node.Allowance;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Pack;
import io.concertmaster.node.data.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Items of the second side by their key, as many as there is room for; remembers which found a
 * partner. It is filled anew for each block of items.
 */
public final class JoinIndex {
  private static final int KEY = 104;
  private static final int ITEM = Integer.BYTES;
  private static final int NONE = -1;

  private final JoinKey keyOf;
  private final Pack items;
  private final Allowance allowance;

  /** The first and the last item of each key. */
  private final Map<String, int[]> ends = new HashMap<>();

  /** For each item the next one of the same key. */
  private int[] next = new int[16];

  private final BitSet matched = new BitSet();

  /** An empty one. */
  public JoinIndex(NodeContext context, JoinKey keyOf) {
    this.keyOf = keyOf;
    this.items = context.pack();
    this.allowance = context.allowance();
  }

  /** Takes items in until there is no more room or none is left; takes one at least. */
  public void fill(Iterator<Item> seconds) throws NodeException {
    clear();
    boolean fits = true;
    while (fits && seconds.hasNext()) {
      Item item = seconds.next();
      String key = keyOf.of(item.json());
      long before = items.bytes();
      int at = items.size();
      items.add(item);
      fits = allowance.hold(items.bytes() - before + ITEM + (key == null ? 0 : put(key, at)));
    }
  }

  /** Lets go of all items. */
  public void clear() {
    items.clear();
    allowance.free();
    ends.clear();
    next = new int[16];
    matched.clear();
  }

  /** Puts an item behind the others of its key; returns by how many bytes the table grew. */
  private long put(String key, int at) {
    if (at >= next.length) {
      next = Arrays.copyOf(next, Math.max(at + 1, next.length * 2));
    }
    next[at] = NONE;
    int[] chain = ends.get(key);
    if (chain == null) {
      ends.put(key, new int[] {at, at});
      return KEY + (long) key.length();
    }
    next[chain[1]] = at;
    chain[1] = at;
    return 0;
  }

  /** How many items are in it. */
  public int size() {
    return items.size();
  }

  /**
   * The items that match one of the first side, in their order; they count as matched from now on.
   *
   * @param key the item's key
   * @param keyOfFirst how it was made
   * @param most how many to find at most
   */
  public List<Item> match(Item first, String key, JoinKey keyOfFirst, int most) {
    int[] chain = ends.get(key);
    if (chain == null || most == 0) {
      return List.of();
    }
    List<Item> found = new ArrayList<>(1);
    for (int at = chain[0]; at != NONE && found.size() < most; at = next[at]) {
      Item second = items.get(at);
      if (keyOfFirst.match(first.json(), keyOf, second.json())) {
        found.add(second);
        matched.set(at);
      }
    }
    return found;
  }

  /** The items that found a partner, or those that did not, in their order. */
  public Iterable<Item> thatMatched(boolean wanted) {
    return () ->
        new Iterator<>() {
          private int at = following(0);

          private int following(int from) {
            return wanted ? matched.nextSetBit(from) : matched.nextClearBit(from);
          }

          @Override
          public boolean hasNext() {
            return at >= 0 && at < items.size();
          }

          @Override
          public Item next() {
            Item item = items.get(at);
            at = following(at + 1);
            return item;
          }
        };
  }
}
