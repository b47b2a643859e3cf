package io.concertmaster.nodes.flow;

import io.concertmaster.node.Allowance;
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
   * @param without what becomes of items that have no partner in another input: {@code drop},
   *     {@code keepFirst} (those of input 1 stay) or {@code keep}
   */
  void byPosition(String without) throws NodeException, InterruptedException {
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
      boolean first = !together.isEmpty() && together.getFirst().paired().getFirst().input() == 0;
      boolean whole = together.size() == inputs.size();
      boolean goesOn =
          switch (without) {
            case "keep" -> !together.isEmpty();
            case "keepFirst" -> first;
            default -> whole;
          };
      if (!goesOn) {
        return;
      }
      context.output().add(together.size() == 1 ? alone(together) : combination.of(together));
    }
  }

  private Item alone(List<Item> one) {
    return combination.alone(one.getFirst());
  }

  /**
   * Every item of input 1 with every item of input 2, in the order of the input that gives way
   * where fields clash. The other input is held in memory as far as there is room; past that it is
   * read anew for each item.
   */
  void everyPair() throws NodeException, InterruptedException {
    int outer = combination.firstWins() ? 1 : 0;
    int inner = 1 - outer;
    Iterable<Item> seconds = held(context.input(inner));
    long first = 0;
    for (Item item : context.input(outer)) {
      Item left = item.pairedTo(first++, outer);
      long second = 0;
      for (Item right : seconds) {
        context.output().add(combination.of(left, right.pairedTo(second++, inner)));
      }
    }
  }

  private Iterable<Item> held(ItemList items) {
    Allowance allowance = context.allowance();
    List<Item> held = new ArrayList<>();
    for (Item item : items) {
      held.add(item);
      if (!allowance.hold(Weight.of(item))) {
        allowance.free();
        return items;
      }
    }
    return held;
  }
}
