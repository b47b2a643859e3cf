package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Paired;
import io.concertmaster.nodes.spill.ExternalSort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches items of input 1 with items of input 2 by the values of fields, more than memory holds.
 *
 * <p>Design note. As long as input 2 fits the allowance it becomes one {@link JoinIndex}; input 1
 * runs past it and results leave at once, in order. Otherwise both inputs are dealt out to
 * partitions on disk by the hash of their keys (a Grace hash join): what matches lies in the same
 * partition. Each partition is joined alone, block by block where one key is so frequent that its
 * partition does not fit either. The results then go through an external sort that restores the
 * order of input 1. Items in partitions name their place in their input as their only ancestor.
 */
final class FieldsJoin {
  private static final int MOST_PARTITIONS = 64;
  private static final Comparator<@Nullable Object[]> BY_PLACE =
      Comparator.<@Nullable Object[]>comparingLong(key -> place(key[0]))
          .thenComparingLong(key -> place(key[1]));

  /** What stays in the result. */
  record Keep(boolean matches, boolean firstAlone, boolean secondAlone, boolean onlyFirstMatch) {
    static Keep of(Parameters settings) throws NodeException {
      boolean onlyFirst = settings.text("matches").equals("first");
      return switch (settings.text("join")) {
        case "inner" -> new Keep(true, false, false, onlyFirst);
        case "left" -> new Keep(true, true, false, onlyFirst);
        case "outer" -> new Keep(true, true, true, onlyFirst);
        case "anti" -> new Keep(false, true, false, false);
        case String other ->
            throw new NodeException("“" + other + "” is not a way to join").atProperty("join");
      };
    }
  }

  private final NodeContext context;
  private final Combination combination;
  private final Keep keep;
  private final JoinKey firstKey;
  private final JoinKey secondKey;
  private final long allowance;

  private FieldsJoin(
      NodeContext context,
      Combination combination,
      Keep keep,
      JoinKey firstKey,
      JoinKey secondKey,
      long allowance) {
    this.context = context;
    this.combination = combination;
    this.keep = keep;
    this.firstKey = firstKey;
    this.secondKey = secondKey;
    this.allowance = allowance;
  }

  /** The join that the node's settings describe. */
  static FieldsJoin of(NodeContext context, Combination combination, long allowance)
      throws NodeException {
    Parameters settings = context.parameters();
    List<FieldPath> firsts = new ArrayList<>();
    List<FieldPath> seconds = new ArrayList<>();
    Set<String> shared = new HashSet<>();
    for (Parameters pair : settings.entries("fields")) {
      FieldPath first = FieldPath.of(pair.requiredText("first"));
      String second = pair.text("second");
      firsts.add(first);
      seconds.add(second.isEmpty() ? first : FieldPath.of(second));
      if (second.isEmpty() || second.equals(first.text())) {
        shared.add(first.text());
      }
    }
    if (firsts.isEmpty()) {
      throw new NodeException("There are no fields to match: add a pair in the node's settings")
          .atProperty("fields");
    }
    boolean strict = settings.flag("strictTypes");
    return new FieldsJoin(
        context,
        combination.sharing(shared),
        Keep.of(settings),
        new JoinKey(firsts, strict),
        new JoinKey(seconds, strict),
        allowance);
  }

  void run() throws NodeException, InterruptedException {
    JoinIndex index = new JoinIndex(secondKey, allowance);
    Iterator<Item> seconds = placed(context.input(1), 1);
    index.fill(seconds);
    if (!seconds.hasNext()) {
      probe(placed(context.input(0), 0), index, true, new BitSet(), context.output());
      aloneSeconds(index, context.output());
      return;
    }
    long parts = context.input(1).size() * 3 / 2 / index.size() + 1;
    int partitions = Math.clamp(parts, 2, MOST_PARTITIONS);
    List<ItemList> first = deal(context.input(0), 0, firstKey, partitions);
    List<ItemList> second = deal(context.input(1), 1, secondKey, partitions);
    ExternalSort results = new ExternalSort(context, FieldsJoin::places, BY_PLACE, allowance);
    for (int i = 0; i < partitions; i++) {
      join(first.get(i), second.get(i), results);
    }
    results.drainTo(context.output());
  }

  /** Joins two lists of items that name their places. */
  private void join(ItemList first, ItemList second, Output output)
      throws NodeException, InterruptedException {
    BitSet matched = new BitSet();
    Iterator<Item> seconds = second.iterator();
    do {
      JoinIndex index = new JoinIndex(secondKey, allowance);
      index.fill(seconds);
      probe(first.iterator(), index, !seconds.hasNext(), matched, output);
      aloneSeconds(index, output);
    } while (seconds.hasNext());
  }

  /**
   * Runs items of input 1 past a block of input 2.
   *
   * @param last whether no other block comes: what has no match by then stays alone
   * @param matched which of the items found a match in an earlier block
   */
  private void probe(
      Iterator<Item> firsts, JoinIndex block, boolean last, BitSet matched, Output output)
      throws NodeException, InterruptedException {
    for (int at = 0; firsts.hasNext(); at++) {
      Item first = firsts.next();
      String key = firstKey.of(first.json());
      boolean before = matched.get(at);
      List<Item> partners = key == null ? List.of() : block.match(key);
      for (Item second : wanted(partners, before)) {
        output.add(combination.of(first, second));
      }
      boolean found = before || !partners.isEmpty();
      if (last && !found && keep.firstAlone) {
        output.add(keep.matches ? combination.alone(first) : first);
      } else if (!last && found) {
        matched.set(at);
      }
    }
  }

  /** The partners that make a result. */
  private List<Item> wanted(List<Item> partners, boolean matchedBefore) {
    if (!keep.matches || partners.isEmpty() || (matchedBefore && keep.onlyFirstMatch)) {
      return List.of();
    }
    return keep.onlyFirstMatch ? partners.subList(0, 1) : partners;
  }

  private void aloneSeconds(JoinIndex block, Output output)
      throws NodeException, InterruptedException {
    if (keep.secondAlone) {
      for (Item second : block.unmatched()) {
        output.add(combination.alone(second));
      }
    }
  }

  private List<ItemList> deal(ItemList items, int input, JoinKey keyOf, int partitions)
      throws NodeException, InterruptedException {
    List<Scratch> open = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      open.add(context.scratch());
    }
    for (Iterator<Item> rest = placed(items, input); rest.hasNext(); ) {
      Item item = rest.next();
      String key = keyOf.of(item.json());
      open.get(key == null ? 0 : Math.floorMod(spread(key.hashCode()), partitions)).add(item);
    }
    List<ItemList> dealt = new ArrayList<>();
    for (Scratch partition : open) {
      dealt.add(partition.finish());
    }
    return dealt;
  }

  /** The hash tables of the index use the same hash: without this each would be filled unevenly. */
  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 16;
  }

  /** Items that name their place as their only ancestor. */
  private static Iterator<Item> placed(ItemList items, int input) {
    Iterator<Item> rest = items.iterator();
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

  /** The places from which a result came, those of input 2 alone behind all others. */
  private static @Nullable Object[] places(Item result) {
    long first = Long.MAX_VALUE;
    long second = -1;
    for (Paired ancestor : result.paired()) {
      if (ancestor.input() == 0) {
        first = ancestor.item();
      } else {
        second = ancestor.item();
      }
    }
    return new Object[] {first, second};
  }

  private static long place(@Nullable Object value) {
    return value instanceof Long place ? place : -1;
  }
}
