package io.concertmaster.nodes.join;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The items of two inputs, dealt out to parts on disk by the hash of their keys (a Grace hash
 * join): what matches lies in the same part. Items name their place in their input as their only
 * ancestor.
 *
 * @param first the parts of the first side
 * @param second those of the second
 */
public record Dealt(List<ItemList> first, List<ItemList> second) {
  private static final int MOST = 64;

  /** One side of a join: an input and how its items are matched. */
  public record Side(int input, JoinKey key) {
    /** The items, each naming its place as its only ancestor. */
    public Iterator<Item> placed(NodeContext context) {
      Iterator<Item> rest = context.input(input).iterator();
      return new Iterator<>() {
        private long position;

        @Override
        public boolean hasNext() {
          return rest.hasNext();
        }

        @Override
        public Item next() {
          return rest.next().pairedTo(position++, input);
        }
      };
    }
  }

  /**
   * Deals out two inputs.
   *
   * @param fitting how many items of the second side fit memory
   */
  public static Dealt of(NodeContext context, Side first, Side second, int fitting)
      throws NodeException, InterruptedException {
    long parts = context.input(second.input()).size() * 3 / 2 / fitting + 1;
    int count = Math.clamp(parts, 2, MOST);
    return new Dealt(deal(context, first, count), deal(context, second, count));
  }

  private static List<ItemList> deal(NodeContext context, Side side, int parts)
      throws NodeException, InterruptedException {
    List<Scratch> open = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      open.add(context.scratch());
    }
    for (Iterator<Item> rest = side.placed(context); rest.hasNext(); ) {
      Item item = rest.next();
      String key = side.key().of(item.json());
      open.get(key == null ? 0 : Math.floorMod(spread(key.hashCode()), parts)).add(item);
    }
    List<ItemList> dealt = new ArrayList<>();
    for (Scratch part : open) {
      dealt.add(part.finish());
    }
    return dealt;
  }

  /** The hash tables of an index use the same hash: without this each would be filled unevenly. */
  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 16;
  }
}
