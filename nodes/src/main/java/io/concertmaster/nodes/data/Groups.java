package io.concertmaster.nodes.data;

import io.concertmaster.node.Allowance;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.nodes.spill.ExternalSort;
import io.concertmaster.nodes.spill.KeyOrder;
import io.concertmaster.nodes.spill.Weight;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a {@link Summarize} and their tallies, more than memory holds. Results come in the
 * order in which their groups first showed, as {@link GroupOrder} has it.
 *
 * <p>Design note. Groups are kept in a {@link GroupTable}. When there is no more room for it, every
 * group goes as one partial result (its key, the position of its first item, its tallies as data)
 * into an external sort, and the table begins anew. At the end the partial results come back
 * ordered by key and then by position: neighbours with the same key are merged, in the order of
 * their items. A second sort gives the order of the results. As long as the groups fit memory, and
 * they nearly always do, neither sort has anything to do.
 */
final class Groups {
  private static final int GROUP = 240;
  private static final int TALLY = 64;

  private final NodeContext context;
  private final Grouping by;
  private final List<Calculation> calculations;
  private final Allowance allowance;
  private final long largest;
  private final ExternalSort partials;
  private final GroupTable groups = new GroupTable();
  private final @Nullable Object[] key;
  private final @Nullable Object[] values;
  private boolean spilled;

  /**
   * No groups.
   *
   * @param largest how many bytes one group may take, about
   */
  Groups(NodeContext context, Grouping by, List<Calculation> calculations, long largest) {
    this.context = context;
    this.by = by;
    this.calculations = calculations;
    this.allowance = context.allowance();
    this.largest = largest;
    int fields = by.fields().size();
    this.key = new Object[fields];
    this.values = new Object[calculations.size()];
    this.partials =
        new ExternalSort(
            context,
            KeyOrder.ascending(fields + 1),
            (Item partial, @Nullable Object[] keys) -> {
              JsonArray itsKey = Group.keyOf(partial);
              for (int i = 0; i < fields; i++) {
                keys[i] = itsKey.get(i);
              }
              keys[fields] = Group.firstOf(partial);
            });
  }

  /** Counts an item in; an item that cannot be counted leaves no trace. */
  void add(JsonObject record, long position) throws NodeException, InterruptedException {
    for (int i = 0; i < values.length; i++) {
      values[i] = calculations.get(i).valueOf(record);
    }
    if (!by.takeKey(record, key)) {
      return;
    }
    long grown = 0;
    Group group = groups.find(key);
    if (group == null) {
      group = new Group(JsonArray.ofValues(key.clone()), position, calculations);
      groups.add(group);
      grown = GROUP + Weight.of(group.key()) + (long) TALLY * values.length;
    }
    group.lineage().add(position);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (!(value instanceof Calculation.Nothing)) {
        grown +=
            value == null && calculations.get(i).lacks(record)
                ? group.tally(i).addMissing()
                : group.tally(i).add(value);
      }
    }
    if (grown > 0 && !allowance.hold(grown)) {
      spill();
    }
  }

  private void spill() throws NodeException, InterruptedException {
    spilled = true;
    for (Group group : groups.groups()) {
      partials.add(group.partial());
    }
    groups.clear();
    allowance.free();
  }

  /** Takes the result of a group. */
  @FunctionalInterface
  private interface Results {
    void add(JsonArray key, JsonArray values, List<Paired> ancestors)
        throws NodeException, InterruptedException;
  }

  /** Writes the result of each group; where items are not grouped there is always one. */
  void drainTo(Output output) throws NodeException, InterruptedException {
    drain((key, values, ancestors) -> {
      JsonObject record = JsonObject.empty();
      for (int i = 0; i < key.size(); i++) {
        record = by.targets().get(i).set(record, key.get(i));
      }
      output.add(Item.of(with(record, values)).pairedTo(ancestors));
    });
  }

  private JsonObject with(JsonObject record, JsonArray values) {
    JsonObject result = record;
    for (int i = 0; i < calculations.size(); i++) {
      result = calculations.get(i).as().set(result, values.get(i));
    }
    return result;
  }

  /** Writes the results of all groups as one item. */
  void drainTo(Output output, GroupTree tree) throws NodeException, InterruptedException {
    Bound bound = new Bound("The groups do not fit into one item");
    drain((key, values, ancestors) -> {
      bound.add(GROUP + Weight.of(key) + Weight.of(values));
      tree.add(key, with(JsonObject.empty(), values));
    });
    Lineage lineage = new Lineage();
    for (long position = 0;
        position < context.input().size() && position <= Lineage.MOST;
        position++) {
      lineage.add(position);
    }
    output.add(Item.of(tree.record()).pairedTo(lineage.ancestors()));
  }

  private void drain(Results results) throws NodeException, InterruptedException {
    if (by.fields().isEmpty() && !spilled && groups.groups().isEmpty()) {
      groups.add(new Group(JsonArray.empty(), 0, calculations));
    }
    if (!spilled) {
      for (Group group : GroupOrder.of(groups.groups())) {
        results.add(group.key(), group.results(), group.lineage().ancestors());
      }
      return;
    }
    spill();
    Scratch merged = context.scratch();
    Merging merging = new Merging(merged);
    partials.drainTo(merging::next);
    merging.finish();
    GroupOrder.sort(
        context,
        merged.finish(),
        by.fields().size(),
        result ->
            results.add(
                Group.keyOf(result),
                (JsonArray) Objects.requireNonNull(result.json().slot(2)),
                result.paired()));
  }

  /** Holds what cannot go to disk to what memory can take. */
  private final class Bound {
    private final String what;
    private long weight;

    private Bound(String what) {
      this.what = what;
    }

    private void add(long bytes) throws NodeException {
      weight += bytes;
      if (weight > largest) {
        throw new NodeException(
            what
                + ": together they take more than "
                + (largest >> 20)
                + " MB of memory. Count or add up instead of collecting, or make smaller groups");
      }
    }
  }

  /** Puts partial results of the same key together. */
  private final class Merging {
    private final Output results;
    private @Nullable Group group;
    private Bound bound = new Bound("");

    private Merging(Output results) {
      this.results = results;
    }

    private void next(Item partial) throws NodeException, InterruptedException {
      Group current = group;
      if (current == null || !current.isOf(Group.keyOf(partial).toArray())) {
        finish();
        group = new Group(Group.keyOf(partial), Group.firstOf(partial), calculations);
        bound = new Bound("The values of one group do not fit memory");
        current = group;
      }
      bound.add(current.merge(partial));
    }

    private void finish() throws NodeException, InterruptedException {
      if (group != null) {
        results.add(
            Item.of(
                    JsonObject.of(GroupOrder.KEY, group.key(), GroupOrder.FIRST, group.first())
                        .with("values", group.results()))
                .pairedTo(group.lineage().ancestors()));
      }
    }
  }
}
