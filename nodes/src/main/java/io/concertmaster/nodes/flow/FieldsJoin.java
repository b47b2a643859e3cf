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
import io.concertmaster.nodes.join.Alike;
import io.concertmaster.nodes.join.JoinIndex;
import io.concertmaster.nodes.join.JoinKey;
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
 * The first side is input 1, but for a right join.
 *
 * <p>Design note. As long as the second side fits the allowance it becomes one {@link JoinIndex};
 * the first runs past it and results leave at once, in order. Otherwise both inputs are dealt out
 * to partitions on disk by the hash of their keys (a Grace hash join): what matches lies in the
 * same partition. Each partition is joined alone, block by block where one key is so frequent that
 * its partition does not fit either. The results then go through an external sort that restores the
 * order of the first side. Items in partitions name their place in their input as their only
 * ancestor.
 */
final class FieldsJoin {
  private static final int MOST_PARTITIONS = 64;
  private static final Comparator<@Nullable Object[]> BY_PLACE =
      Comparator.<@Nullable Object[]>comparingLong(key -> place(key[0]))
          .thenComparingLong(key -> place(key[1]))
          .thenComparingLong(key -> place(key[2]));

  private final NodeContext context;
  private final Combination combination;
  private final Keep keep;
  private final JoinKey firstKey;
  private final JoinKey secondKey;
  private final long allowance;
  private final int firstSide;
  private final int secondSide;

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
    firstSide = keep.swapped() ? 1 : 0;
    secondSide = 1 - firstSide;
  }

  /** The join that the node's settings describe. */
  static FieldsJoin of(NodeContext context, Combination combination, long allowance)
      throws NodeException {
    Parameters settings = context.parameters();
    boolean dots = settings.flag("dotNotation");
    List<FieldPath> firsts = new ArrayList<>();
    List<FieldPath> seconds = new ArrayList<>();
    Set<String> shared = new HashSet<>();
    for (Parameters pair : settings.entries("fields")) {
      String first = pair.requiredText("first");
      String second = pair.text("second");
      firsts.add(path(first, dots));
      seconds.add(path(second.isEmpty() ? first : second, dots));
      if (second.isEmpty() || second.equals(first)) {
        shared.add(first);
      }
    }
    if (firsts.isEmpty()) {
      throw new NodeException("There are no fields to match: add a pair in the node's settings")
          .atProperty("fields");
    }
    Alike alike = Alike.of(settings.flag("strictTypes"), settings.flag("loose"));
    Keep keep = Keep.of(settings);
    return new FieldsJoin(
        context,
        combination.sharing(shared),
        keep,
        new JoinKey(keep.swapped() ? seconds : firsts, alike, false),
        new JoinKey(keep.swapped() ? firsts : seconds, alike, true),
        allowance);
  }

  private static FieldPath path(String name, boolean dots) {
    return dots ? FieldPath.of(name) : FieldPath.ofName(name);
  }

  void run() throws NodeException, InterruptedException {
    JoinIndex index = new JoinIndex(secondKey, allowance);
    Iterator<Item> seconds = placed(secondSide);
    index.fill(seconds);
    if (!seconds.hasNext()) {
      Output alone = keep.aloneLast() ? context.scratch() : context.output();
      probe(placed(firstSide), index, true, new BitSet(), context.output(), alone);
      if (alone instanceof Scratch rest) {
        for (Item item : rest.finish()) {
          context.output().add(item);
        }
      }
      seconds(index, context.output());
      return;
    }
    long parts = context.input(secondSide).size() * 3 / 2 / index.size() + 1;
    int partitions = Math.clamp(parts, 2, MOST_PARTITIONS);
    List<ItemList> first = deal(firstSide, firstKey, partitions);
    List<ItemList> second = deal(secondSide, secondKey, partitions);
    ExternalSort results = new ExternalSort(context, this::places, BY_PLACE, allowance);
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
      probe(first.iterator(), index, !seconds.hasNext(), matched, output, output);
      seconds(index, output);
    } while (seconds.hasNext());
  }

  /**
   * Runs items of the first side past a block of the second.
   *
   * @param last whether no other block comes: what has no match by then stays alone
   * @param matched which of the items found a match in an earlier block
   * @param alone takes the items without a match
   */
  private void probe(
      Iterator<Item> firsts,
      JoinIndex block,
      boolean last,
      BitSet matched,
      Output output,
      Output alone)
      throws NodeException, InterruptedException {
    for (int at = 0; firsts.hasNext(); at++) {
      Item first = firsts.next();
      String key = firstKey.of(first.json());
      boolean before = matched.get(at);
      int most = keep.onlyFirstMatch() ? (before ? 0 : 1) : Integer.MAX_VALUE;
      List<Item> partners = key == null ? List.of() : block.match(first, key, firstKey, most);
      if (keep.pairs()) {
        for (Item second : partners) {
          output.add(combination.of(first, second));
        }
      } else if (keep.firstMatched() && !before && !partners.isEmpty()) {
        output.add(first);
      }
      boolean found = before || !partners.isEmpty();
      if (last && !found && keep.firstAlone()) {
        alone.add(alone(first, firstSide));
      } else if (!last && found) {
        matched.set(at);
      }
    }
  }

  private void seconds(JoinIndex block, Output output) throws NodeException, InterruptedException {
    if (keep.secondMatched() || keep.secondAlone()) {
      for (Item second : block.thatMatched(keep.secondMatched())) {
        output.add(keep.secondMatched() ? second : alone(second, secondSide));
      }
    }
  }

  /** An item without a match; beside an empty input there is nothing to tell it from. */
  private Item alone(Item item, int input) {
    boolean tell = keep.tellSource() && context.input(1 - input).size() > 0;
    Item told = tell ? item.withJson(item.json().with("_source", "input" + (input + 1))) : item;
    return keep.pairs() ? combination.alone(told) : told;
  }

  private List<ItemList> deal(int input, JoinKey keyOf, int partitions)
      throws NodeException, InterruptedException {
    List<Scratch> open = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      open.add(context.scratch());
    }
    for (Iterator<Item> rest = placed(input); rest.hasNext(); ) {
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
  private Iterator<Item> placed(int input) {
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

  /** The places from which a result came, those of the second side alone behind all others. */
  private @Nullable Object[] places(Item result) {
    long first = Long.MAX_VALUE;
    long second = -1;
    for (Paired ancestor : result.paired()) {
      if (ancestor.input() == firstSide) {
        first = ancestor.item();
      } else {
        second = ancestor.item();
      }
    }
    boolean behind = keep.aloneLast() && second < 0 && keep.firstAlone();
    long group = first == Long.MAX_VALUE ? 2 : behind ? 1 : 0;
    return new Object[] {group, first, second};
  }

  private static long place(@Nullable Object value) {
    return value instanceof Long place ? place : -1;
  }
}
