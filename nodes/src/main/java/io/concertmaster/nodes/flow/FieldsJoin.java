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
import io.concertmaster.nodes.join.Dealt;
import io.concertmaster.nodes.join.JoinIndex;
import io.concertmaster.nodes.join.JoinKey;
import io.concertmaster.nodes.spill.ExternalSort;
import io.concertmaster.nodes.spill.KeyOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches items of input 1 with items of input 2 by the values of fields, more than memory holds.
 * The first side is input 1, but for a right join.
 *
 * <p>Design note. As long as there is room for the second side it becomes one {@link JoinIndex};
 * the first runs past it and results leave at once, in order. Otherwise both inputs are {@link
 * Dealt} out. Each part is joined alone, block by block where one key is so frequent that its part
 * does not fit either. The results then go through an external sort that restores the order of the
 * first side.
 */
final class FieldsJoin {
  private final NodeContext context;
  private final Combination combination;
  private final Keep keep;
  private final Dealt.Side firstSide;
  private final Dealt.Side secondSide;

  private FieldsJoin(
      NodeContext context,
      Combination combination,
      Keep keep,
      JoinKey firstKey,
      JoinKey secondKey) {
    this.context = context;
    this.combination = combination;
    this.keep = keep;
    int input = keep.swapped() ? 1 : 0;
    firstSide = new Dealt.Side(input, firstKey);
    secondSide = new Dealt.Side(1 - input, secondKey);
  }

  /** The join that the node's settings describe. */
  static FieldsJoin of(NodeContext context, Combination combination) throws NodeException {
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
        new JoinKey(keep.swapped() ? firsts : seconds, alike, true));
  }

  private static FieldPath path(String name, boolean dots) {
    return dots ? FieldPath.of(name) : FieldPath.ofName(name);
  }

  void run() throws NodeException, InterruptedException {
    JoinIndex index = new JoinIndex(context, secondSide.key());
    Iterator<Item> seconds = secondSide.placed(context);
    index.fill(seconds);
    if (!seconds.hasNext()) {
      Output alone = keep.aloneLast() ? context.scratch() : context.output();
      probe(firstSide.placed(context), index, true, new BitSet(), context.output(), alone);
      if (alone instanceof Scratch rest) {
        for (Item item : rest.finish()) {
          context.output().add(item);
        }
      }
      seconds(index, context.output());
      return;
    }
    Dealt dealt = Dealt.of(context, firstSide, secondSide, index.size());
    ExternalSort results = new ExternalSort(context, KeyOrder.ascending(3), this::places);
    for (int part = 0; part < dealt.first().size(); part++) {
      join(index, dealt.first().get(part), dealt.second().get(part), results);
    }
    index.clear();
    results.drainTo(context.output());
  }

  /** Joins two lists of items that name their places. */
  private void join(JoinIndex index, ItemList first, ItemList second, Output output)
      throws NodeException, InterruptedException {
    BitSet matched = new BitSet();
    Iterator<Item> seconds = second.iterator();
    do {
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
      String key = firstSide.key().of(first.json());
      boolean before = matched.get(at);
      int most = keep.onlyFirstMatch() ? (before ? 0 : 1) : Integer.MAX_VALUE;
      List<Item> partners =
          key == null ? List.of() : block.match(first, key, firstSide.key(), most);
      if (keep.pairs()) {
        for (Item second : partners) {
          output.add(combination.of(first, second));
        }
      } else if (keep.firstMatched() && !before && !partners.isEmpty()) {
        output.add(first);
      }
      boolean found = before || !partners.isEmpty();
      if (last && !found && keep.firstAlone()) {
        alone.add(alone(first, firstSide.input()));
      } else if (!last && found) {
        matched.set(at);
      }
    }
  }

  private void seconds(JoinIndex block, Output output) throws NodeException, InterruptedException {
    if (keep.secondMatched() || keep.secondAlone()) {
      for (Item second : block.thatMatched(keep.secondMatched())) {
        output.add(keep.secondMatched() ? second : alone(second, secondSide.input()));
      }
    }
  }

  /** An item without a match; beside an empty input there is nothing to tell it from. */
  private Item alone(Item item, int input) {
    boolean tell = keep.tellSource() && context.input(1 - input).size() > 0;
    Item told = tell ? item.withJson(item.json().with("_source", "input" + (input + 1))) : item;
    return keep.pairs() ? combination.alone(told) : told;
  }

  /** The places from which a result came, those of the second side alone behind all others. */
  private void places(Item result, @Nullable Object[] places) {
    long first = Long.MAX_VALUE;
    long second = -1;
    for (Paired ancestor : result.paired()) {
      if (ancestor.input() == firstSide.input()) {
        first = ancestor.item();
      } else {
        second = ancestor.item();
      }
    }
    boolean behind = keep.aloneLast() && second < 0 && keep.firstAlone();
    long group = first == Long.MAX_VALUE ? 2 : behind ? 1 : 0;
    places[0] = group;
    places[1] = first;
    places[2] = second;
  }
}
