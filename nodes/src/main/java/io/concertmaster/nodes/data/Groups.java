package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.spill.Canonical;
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
 * order in which their groups first showed.
 *
 * <p>Design note. Groups are kept in a table. When it outweighs the allowance, every group goes as
 * one partial result (its key, the position of its first item, its tallies as data) into an
 * external sort, and the table begins anew. At the end the partial results come back ordered by key
 * and then by position: neighbours with the same key are merged, in the order of their items. A
 * second sort, by position, gives the order of the results. As long as the groups fit memory, and
 * they nearly always do, neither sort has anything to do.
 */
final class Groups {
  private static final int GROUP = 160;
  private static final int TALLY = 64;

  private final NodeContext context;
  private final List<FieldPath> by;
  private final List<Calculation> calculations;
  private final long allowance;
  private final ExternalSort partials;
  private final Map<JsonArray, Group> groups = new LinkedHashMap<>();
  private long weight;
  private boolean spilled;

  Groups(NodeContext context, List<FieldPath> by, List<Calculation> calculations, long allowance) {
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
    @Nullable Object[] key = new Object[by.size()];
    for (int i = 0; i < key.length; i++) {
      key[i] = Canonical.of(by.get(i).get(record));
    }
    Group group = group(JsonArray.ofValues(key), position);
    group.lineage.add(position);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        weight += group.tallies.get(i).add(value);
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

  /** Writes the result of each group; where items are not grouped there is always one. */
  void drainTo(Output output) throws NodeException, InterruptedException {
    if (by.isEmpty() && !spilled) {
      group(JsonArray.empty(), 0);
    }
    if (!spilled) {
      for (Map.Entry<JsonArray, Group> entry : groups.entrySet()) {
        output.add(result(entry.getKey(), entry.getValue()));
      }
      return;
    }
    spill();
    ExternalSort byPosition =
        new ExternalSort(
            context,
            result -> new Object[] {result.json().slot(0)},
            (a, b) -> ValueOrder.EXACT.compare(a[0], b[0]),
            allowance);
    Merging merging = new Merging(byPosition);
    partials.drainTo(merging::next);
    merging.finish();
    byPosition.drainTo(result ->
        output.add(result.withJson((JsonObject) Objects.requireNonNull(result.json().slot(1)))));
  }

  private Item result(JsonArray key, Group group) {
    JsonObject record = JsonObject.empty();
    for (int i = 0; i < key.size(); i++) {
      record = by.get(i).set(record, key.get(i));
    }
    for (int i = 0; i < calculations.size(); i++) {
      record = calculations.get(i).as().set(record, group.tallies.get(i).result());
    }
    return Item.of(record).pairedTo(group.lineage.ancestors());
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
        Item result = result(key, group);
        results.add(result.withJson(JsonObject.of("first", group.first, "result", result.json())));
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

    private JsonArray state() {
      return JsonArray.ofValues(tallies.stream().map(Tally::state).toArray());
    }
  }
}
