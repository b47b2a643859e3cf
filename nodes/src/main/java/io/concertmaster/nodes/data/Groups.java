package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.nodes.spill.ExternalSort;
import io.concertmaster.nodes.spill.ValueOrder;
import io.concertmaster.nodes.spill.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a {@link Summarize} and their tallies, more than memory holds. Results come in the
 * order in which their groups first showed, as {@link GroupOrder} has it.
 *
 * <p>Design note. Groups are kept in a table. When it outweighs the allowance, every group goes as
 * one partial result (its key, the position of its first item, its tallies as data) into an
 * external sort, and the table begins anew. At the end the partial results come back ordered by key
 * and then by position: neighbours with the same key are merged, in the order of their items. A
 * second sort gives the order of the results. As long as the groups fit memory, and they nearly
 * always do, neither sort has anything to do.
 */
final class Groups {
  private static final int GROUP = 160;
  private static final int TALLY = 64;

  private final NodeContext context;
  private final Grouping by;
  private final List<Calculation> calculations;
  private final long allowance;
  private final ExternalSort partials;
  private final Map<JsonArray, Group> groups = new LinkedHashMap<>();
  private long weight;
  private boolean spilled;

  Groups(NodeContext context, Grouping by, List<Calculation> calculations, long allowance) {
    this.context = context;
    this.by = by;
    this.calculations = calculations;
    this.allowance = allowance;
    this.partials =
        new ExternalSort(
            context,
            partial -> new Object[] {partial.json().slot(0), partial.json().slot(1)},
            (a, b) -> {
              int byKey = ValueOrder.EXACT.compare(a[0], b[0]);
              return byKey != 0 ? byKey : ValueOrder.EXACT.compare(a[1], b[1]);
            },
            allowance);
  }

  /** Counts an item in; an item that cannot be counted leaves no trace. */
  void add(JsonObject record, long position) throws NodeException, InterruptedException {
    @Nullable Object[] values = new Object[calculations.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = calculations.get(i).valueOf(record);
    }
    JsonArray key = by.keyOf(record);
    if (key == null) {
      return;
    }
    Group group = group(key, position);
    group.lineage.add(position);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (!(value instanceof Calculation.Nothing)) {
        weight +=
            value == null && calculations.get(i).lacks(record)
                ? group.tallies.get(i).addMissing()
                : group.tallies.get(i).add(value);
      }
    }
    if (weight > allowance) {
      spill();
    }
  }

  private Group group(JsonArray key, long position) {
    Group known = groups.get(key);
    if (known != null) {
      return known;
    }
    Group made = new Group(position);
    groups.put(key, made);
    weight += GROUP + Weight.of(key) + (long) TALLY * calculations.size();
    return made;
  }

  private void spill() throws NodeException, InterruptedException {
    spilled = true;
    for (Map.Entry<JsonArray, Group> entry : groups.entrySet()) {
      Group group = entry.getValue();
      partials.add(
          Item.of(
              JsonObject.of("key", entry.getKey(), "first", group.first)
                  .with("lineage", group.lineage.state())
                  .with("tallies", group.state())));
    }
    groups.clear();
    weight = 0;
  }

  /** Takes the result of a group. */
  @FunctionalInterface
  private interface Results {
    void add(JsonArray key, JsonObject values, List<Paired> ancestors)
        throws NodeException, InterruptedException;
  }

  /** Writes the result of each group; where items are not grouped there is always one. */
  void drainTo(Output output) throws NodeException, InterruptedException {
    drain((key, values, ancestors) -> {
      JsonObject record = JsonObject.empty();
      for (int i = 0; i < key.size(); i++) {
        record = by.targets().get(i).set(record, key.get(i));
      }
      for (int i = 0; i < calculations.size(); i++) {
        record = calculations.get(i).as().set(record, values.slot(i));
      }
      output.add(Item.of(record).pairedTo(ancestors));
    });
  }

  /** Writes the results of all groups as one item. */
  void drainTo(Output output, GroupTree tree) throws NodeException, InterruptedException {
    drain((key, values, ancestors) -> {
      JsonObject record = JsonObject.empty();
      for (int i = 0; i < calculations.size(); i++) {
        record = calculations.get(i).as().set(record, values.slot(i));
      }
      tree.add(key, record);
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
    if (by.fields().isEmpty() && !spilled) {
      group(JsonArray.empty(), 0);
    }
    if (!spilled) {
      for (JsonArray key : GroupOrder.of(groups.keySet())) {
        Group group = Objects.requireNonNull(groups.get(key));
        results.add(key, group.values(), group.lineage.ancestors());
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
        allowance,
        result ->
            results.add(
                (JsonArray) Objects.requireNonNull(result.json().slot(0)),
                (JsonObject) Objects.requireNonNull(result.json().slot(2)),
                result.paired()));
  }

  /** Puts partial results of the same key together. */
  private final class Merging {
    private final Output results;
    private @Nullable JsonArray key;
    private Group group = new Group(0);

    private Merging(Output results) {
      this.results = results;
    }

    private void next(Item partial) throws NodeException, InterruptedException {
      JsonObject parts = partial.json();
      JsonArray itsKey = (JsonArray) Objects.requireNonNull(parts.slot(0));
      if (key == null || ValueOrder.EXACT.compare(key, itsKey) != 0) {
        finish();
        key = itsKey;
        group = new Group((Long) Objects.requireNonNull(parts.slot(1)));
      }
      group.lineage.merge(parts.slot(2));
      JsonArray states = (JsonArray) Objects.requireNonNull(parts.slot(3));
      for (int i = 0; i < states.size(); i++) {
        group.tallies.get(i).merge((JsonArray) Objects.requireNonNull(states.get(i)));
      }
    }

    private void finish() throws NodeException, InterruptedException {
      if (key != null) {
        results.add(
            Item.of(
                    JsonObject.of(GroupOrder.KEY, key, GroupOrder.FIRST, group.first)
                        .with("values", group.values()))
                .pairedTo(group.lineage.ancestors()));
      }
    }
  }

  /** What is known about one group. */
  private final class Group {
    private final long first;
    private final List<Tally> tallies = calculations.stream().map(Calculation::start).toList();
    private final Lineage lineage = new Lineage();

    private Group(long first) {
      this.first = first;
    }

    /** The results, one a calculation. */
    private JsonObject values() {
      JsonObject.Builder values = JsonObject.builder();
      for (int i = 0; i < tallies.size(); i++) {
        values.put(String.valueOf(i), tallies.get(i).result());
      }
      return values.build();
    }

    private JsonArray state() {
      return JsonArray.ofValues(tallies.stream().map(Tally::state).toArray());
    }
  }
}
