package io.concertmaster.engine.local.run;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.plan.Entry;
import io.concertmaster.engine.local.plan.Input;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Paired;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks back from an activation: at what other nodes sent, and from which of their items an item
 * descends. Belongs to one activation and its thread.
 */
final class Lookback {
  /** A lineage that branches more often is given up: it does not lead to one item. */
  private static final int STEPS = 10_000;

  /** Where the activations of the run so far are kept. */
  interface History {
    Optional<Entry> newestDone(String node);

    Optional<Entry> entry(String node, int runIndex);

    /** How often a node began in this run. */
    int runs(String node);

    /** A list that a node kept, by its number. */
    Optional<Input> kept(String node, int number);
  }

  /**
   * A place from which the lineage goes on.
   *
   * @param node whose activation has the inputs: a place past them is a list that it kept
   */
  private record Step(String node, List<Input> inputs, Paired paired) {}

  private record Found(Input.Origin origin, long position) {}

  private final History history;
  private final ItemStore items;
  private final Map<String, ItemList> lists = new HashMap<>();

  Lookback(History history, ItemStore items) {
    this.history = history;
    this.items = items;
  }

  /** Whether a node has ended an activation in this run. */
  boolean ran(String node) {
    return history.newestDone(node).isPresent();
  }

  /** How often a node began in this run. */
  int runs(String node) {
    return history.runs(node);
  }

  /**
   * What a node sent by an output; empty where it did not run so often.
   *
   * @param run which activation, from 0; −1 for the newest that is done
   */
  Optional<ItemList> sent(String node, String output, int run) {
    return (run < 0 ? history.newestDone(node) : history.entry(node, run))
        .map(entry -> {
          ItemListRef list = entry.outputs().get(output);
          return list == null ? ItemList.of() : list(list);
        });
  }

  /**
   * The item of a node from which another descends; empty where there is none or more than one.
   *
   * @param own id of the node that has the other item
   * @param inputs of its activation
   * @param start the other item's place among them
   */
  Optional<Item> ancestor(String node, String own, List<Input> inputs, Paired start) {
    Step step = new Step(own, inputs, start);
    // Nearly every lineage is one line: it is followed without keeping account of branches.
    for (int steps = 0; steps < STEPS; steps++) {
      Optional<Input> input = input(step);
      if (input.isEmpty()) {
        return Optional.empty();
      }
      Input.Origin origin = input.get().origin().orElseThrow();
      Item here = list(input.get().list()).get(step.paired().item());
      if (origin.node().equals(node)) {
        return Optional.of(here);
      }
      if (here.paired().size() != 1) {
        return here.paired().isEmpty() ? Optional.empty() : amongBranches(node, step);
      }
      Optional<Entry> before = history.entry(origin.node(), origin.runIndex());
      if (before.isEmpty()) {
        return Optional.empty();
      }
      step = new Step(origin.node(), before.get().inputs(), here.paired().getFirst());
    }
    return Optional.empty();
  }

  /** The input of which a step speaks; empty where nothing is known of it. */
  private Optional<Input> input(Step step) {
    int position = step.paired().input();
    int inputs = step.inputs().size();
    Optional<Input> found =
        position < inputs
            ? Optional.of(step.inputs().get(position))
            : history.kept(step.node(), position - inputs);
    return found.filter(input -> leadsOn(input, step.paired()));
  }

  private static boolean leadsOn(Input input, Paired paired) {
    return input.origin().isPresent() && paired.item() < input.list().size();
  }

  private Optional<Item> amongBranches(String node, Step start) {
    Deque<Step> open = new ArrayDeque<>();
    open.push(start);
    Set<Found> found = new HashSet<>();
    Optional<Item> item = Optional.empty();
    for (int steps = 0; !open.isEmpty() && steps < STEPS && found.size() < 2; steps++) {
      Step step = open.pop();
      Optional<Input> input = input(step);
      if (input.isEmpty()) {
        continue;
      }
      Input.Origin origin = input.get().origin().orElseThrow();
      Item here = list(input.get().list()).get(step.paired().item());
      if (origin.node().equals(node)) {
        found.add(new Found(origin, step.paired().item()));
        item = Optional.of(here);
        continue;
      }
      Optional<Entry> before = history.entry(origin.node(), origin.runIndex());
      if (before.isPresent()) {
        here.paired()
            .forEach(paired -> open.push(new Step(origin.node(), before.get().inputs(), paired)));
      }
    }
    return found.size() == 1 && open.isEmpty() ? item : Optional.empty();
  }

  private ItemList list(ItemListRef list) {
    return lists.computeIfAbsent(list.id(), id -> items.list(list));
  }
}
