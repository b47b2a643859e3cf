package io.concertmaster.engine.local.run;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.local.items.Lineage;
import io.concertmaster.engine.local.items.ListWriter;
import io.concertmaster.engine.local.plan.Input;
import io.concertmaster.engine.local.plan.Memory;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.plan.Traces;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeMemory;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node's memory as one try of an activation sees and changes it.
 *
 * <p>Design note. Each kept list counts as one more input of the node, so that lineage leads
 * through it to where it came from; see {@link Memory}.
 */
final class ActivationMemory implements NodeMemory {
  /** What is kept so far. */
  interface Before {
    JsonObject values();

    /** How many lists were ever kept. */
    int size();

    /** The numbers of what a list is made of. */
    List<Integer> list(String name);

    Input part(int number);
  }

  private final Before before;
  private final Services services;
  private final Execution execution;
  private final int known;
  private final List<Traces.Kept> changes = new ArrayList<>();
  private Optional<JsonObject> values = Optional.empty();

  ActivationMemory(Before before, Services services, Execution execution) {
    this.before = before;
    this.services = services;
    this.execution = execution;
    this.known = before.size();
  }

  /** The values, where they changed. */
  Optional<JsonObject> changedValues() {
    return values;
  }

  /** The changes of lists, in their order. */
  List<Traces.Kept> changedLists() {
    return changes;
  }

  @Override
  public JsonObject values() {
    return values.orElseGet(before::values);
  }

  @Override
  public void values(JsonObject changed) throws NodeException {
    values = Optional.of(Sizes.checked(changed, LIMIT, "a node keeps for its next activation"));
  }

  @Override
  public ItemList list(String name) {
    List<ItemList> parts = new ArrayList<>();
    boolean replaced =
        changes.stream().anyMatch(each -> each.list().equals(name) && each.replaces());
    if (!replaced) {
      before.list(name).forEach(number -> parts.add(part(number, before.part(number))));
    }
    int number = known;
    for (Traces.Kept each : changes) {
      if (each.list().equals(name) && each.replaces()) {
        parts.clear();
      }
      for (Input part : each.parts()) {
        if (each.list().equals(name)) {
          parts.add(part(number, part));
        }
        number++;
      }
    }
    return new KeptList(parts);
  }

  private ItemList part(int number, Input part) {
    int input = execution.task().inputs().size() + number;
    ItemList items = services.items().input(part.list(), input);
    return new GuardedList(items, items.size(), execution, Optional.of(part));
  }

  @Override
  public void keep(String name, ItemList items) throws NodeException, InterruptedException {
    change(name, true, items);
  }

  @Override
  public void append(String name, ItemList items) throws NodeException, InterruptedException {
    change(name, false, items);
  }

  private void change(String name, boolean replaces, ItemList items)
      throws NodeException, InterruptedException {
    List<Input> parts = items.isEmpty() ? List.of() : List.of(stored(items));
    changes.add(new Traces.Kept(name, replaces, parts));
  }

  /** A list under the name by which the store knows it; one that it does not know is written. */
  private Input stored(ItemList items) throws NodeException, InterruptedException {
    if (items instanceof GuardedList guarded && guarded.source().isPresent()) {
      return guarded.source().get();
    }
    ListWriter writer = services.items().write();
    for (Item item : items) {
      execution.check();
      try {
        writer.add(item);
      } catch (IllegalArgumentException tooLarge) {
        throw new NodeException(String.valueOf(tooLarge.getMessage()), tooLarge);
      }
    }
    ItemListRef list = writer.finish(Lineage.AS_SAID);
    Task task = execution.task();
    return new Input(list, Optional.of(new Input.Origin(task.node(), task.runIndex(), "")));
  }
}
