package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.nodes.spill.Weight;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The ways of a {@link Merge} that look at no field: by position, and every item with every. */
record SideBySide(NodeContext context, Combination combination) {
  /**
   * The first items of all inputs together, then the second ones.
   *
   * @param unpaired whether to go on until the longest input ends
   */
  void byPosition(boolean unpaired) throws NodeException, InterruptedException {
    List<Iterator<Item>> inputs = new ArrayList<>();
    for (int input = 0; input < context.inputCount(); input++) {
      inputs.add(context.input(input).iterator());
    }
    List<Item> together = new ArrayList<>(inputs.size());
    for (long position = 0; true; position++) {
      together.clear();
      for (int input = 0; input < inputs.size(); input++) {
        if (inputs.get(input).hasNext()) {
          together.add(inputs.get(input).next().pairedTo(position, input));
        }
      }
      if (together.isEmpty() || (!unpaired && together.size() < inputs.size())) {
        return;
      }
      context.output().add(combination.of(together));
    }
  }

  /**
   * Every item of input 1 with every item of input 2.
   *
   * @param allowance up to how many bytes input 2 is held in memory; past that it is read anew for
   *     each item of input 1
   */
  void everyPair(long allowance) throws NodeException, InterruptedException {
    Iterable<Item> seconds = held(context.input(1), allowance);
    long first = 0;
    for (Item item : context.input(0)) {
      Item left = item.pairedTo(first++, 0);
      long second = 0;
      for (Item right : seconds) {
        context.output().add(combination.of(left, right.pairedTo(second++, 1)));
      }
    }
  }

  private static Iterable<Item> held(ItemList items, long allowance) {
    List<Item> held = new ArrayList<>();
    long weight = 0;
    for (Item item : items) {
      held.add(item);
      weight += Weight.of(item);
      if (weight > allowance) {
        return items;
      }
    }
    return held;
  }
}
