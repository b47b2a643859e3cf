package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Paired;
import io.concertmaster.nodes.join.Dealt;
import io.concertmaster.nodes.join.JoinIndex;
import io.concertmaster.nodes.spill.ExternalSort;
import io.concertmaster.nodes.spill.KeyOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items of A and B that belong together and sends each where it belongs.
 *
 * <p>Design note. As in a join of Merge: where B fits memory, A runs past it and results leave at
 * once, in order. Otherwise both are {@link Dealt} out, each part is worked on alone, and one sort
 * for each output restores the order: until then items go about with their two places in front of
 * their ancestors.
 */
final class DatasetsJoin {
  static final int ONLY_A = 0;
  static final int SAME = 1;
  static final int DIFFERENT = 2;
  static final int ONLY_B = 3;

  private final NodeContext context;
  private final Dealt.Side a;
  private final Dealt.Side b;
  private final boolean onlyFirst;
  private final Resolution resolution;
  private final List<ExternalSort> sorts = new ArrayList<>();

  /**
   * A join that has not begun.
   *
   * @param onlyFirst whether an item of A belongs to the first of B alone that has its values
   */
  DatasetsJoin(
      NodeContext context, Dealt.Side a, Dealt.Side b, boolean onlyFirst, Resolution resolution) {
    this.context = context;
    this.a = a;
    this.b = b;
    this.onlyFirst = onlyFirst;
    this.resolution = resolution;
  }

  void run() throws NodeException, InterruptedException {
    JoinIndex index = new JoinIndex(context, b.key());
    Iterator<Item> seconds = b.placed(context);
    index.fill(seconds);
    if (!seconds.hasNext()) {
      probe(a.placed(context), index, true, new BitSet());
      return;
    }
    Dealt dealt = Dealt.of(context, a, b, index.size());
    for (int output = ONLY_A; output <= ONLY_B; output++) {
      sorts.add(new ExternalSort(context, KeyOrder.ascending(2), DatasetsJoin::places));
    }
    for (int part = 0; part < dealt.first().size(); part++) {
      join(index, dealt.first().get(part), dealt.second().get(part));
    }
    index.clear();
    for (int output = ONLY_A; output <= ONLY_B; output++) {
      Output target = context.output(output);
      sorts
          .get(output)
          .drainTo(
              item -> target.add(item.pairedTo(item.paired().subList(2, item.paired().size()))));
    }
  }

  /** Works on a part, block by block where one value is so frequent that it does not fit. */
  private void join(JoinIndex index, ItemList first, ItemList second)
      throws NodeException, InterruptedException {
    BitSet matched = new BitSet();
    Iterator<Item> seconds = second.iterator();
    do {
      index.fill(seconds);
      probe(first.iterator(), index, !seconds.hasNext(), matched);
    } while (seconds.hasNext());
  }

  /**
   * Runs items of A past a block of B.
   *
   * @param last whether no other block comes
   * @param matched which of the items found a match in an earlier block
   */
  private void probe(Iterator<Item> firsts, JoinIndex block, boolean last, BitSet matched)
      throws NodeException, InterruptedException {
    for (int at = 0; firsts.hasNext(); at++) {
      Item first = firsts.next();
      String key = a.key().of(first.json());
      boolean before = matched.get(at);
      int most = onlyFirst ? (before ? 0 : 1) : Integer.MAX_VALUE;
      List<Item> found = key == null ? List.of() : block.match(first, key, a.key(), most);
      for (Item second : found) {
        boolean same = resolution.differences().same(first.json(), second.json());
        Item result = same ? first : resolution.of(first, second);
        send(same ? SAME : DIFFERENT, result, first.paired(), second.paired());
      }
      if (!found.isEmpty()) {
        matched.set(at);
      } else if (last && !before) {
        send(ONLY_A, first, first.paired(), first.paired());
      }
    }
    for (Item second : block.thatMatched(false)) {
      send(ONLY_B, second, second.paired(), second.paired());
    }
  }

  /** Sends a result of an item at a place of one side and one at a place of the other. */
  private void send(int output, Item result, List<Paired> first, List<Paired> second)
      throws NodeException, InterruptedException {
    if (sorts.isEmpty()) {
      context.output(output).add(result);
      return;
    }
    List<Paired> ancestors = new ArrayList<>(result.paired().size() + 2);
    ancestors.add(first.getFirst());
    ancestors.add(second.getFirst());
    ancestors.addAll(result.paired());
    sorts.get(output).add(result.pairedTo(ancestors));
  }

  private static void places(Item item, @Nullable Object[] places) {
    places[0] = item.paired().get(0).item();
    places[1] = item.paired().get(1).item();
  }
}
