package io.concertmaster.nodes.data;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known about the items that have the same values in the fields of a {@link Grouping}. */
final class Group {
  private static final Shape PARTIAL = Shape.of(List.of("key", "first", "lineage", "tallies"));

  private final JsonArray key;
  private final int hash;
  private final long first;
  private final Tally[] tallies;
  private final Lineage lineage = new Lineage();

  /**
   * A group without items.
   *
   * @param key the values that make it
   * @param first the position of its first item
   */
  Group(JsonArray key, long first, List<Calculation> calculations) {
    this.key = key;
    this.hash = GroupTable.hash(key.toArray());
    this.first = first;
    this.tallies = new Tally[calculations.size()];
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = calculations.get(i).start();
    }
  }

  static JsonArray keyOf(Item partial) {
    return (JsonArray) Objects.requireNonNull(partial.json().slot(0));
  }

  static long firstOf(Item partial) {
    return (Long) Objects.requireNonNull(partial.json().slot(1));
  }

  JsonArray key() {
    return key;
  }

  int hash() {
    return hash;
  }

  long first() {
    return first;
  }

  Lineage lineage() {
    return lineage;
  }

  Tally tally(int calculation) {
    return tallies[calculation];
  }

  boolean isOf(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Objects.equals(key.get(i), values[i])) {
        return false;
      }
    }
    return true;
  }

  /** All of it as data, for the disk. */
  Item partial() {
    @Nullable Object[] states = new Object[tallies.length];
    for (int i = 0; i < states.length; i++) {
      states[i] = tallies[i].state();
    }
    return Item.of(
        JsonObject.ofSlots(
            PARTIAL, new Object[] {key, first, lineage.state(), JsonArray.ofValues(states)}));
  }

  /**
   * Takes in a partial result of the same key and of later items.
   *
   * @return by how many bytes it grew
   */
  long merge(Item partial) {
    JsonObject parts = partial.json();
    lineage.merge(parts.slot(2));
    JsonArray states = (JsonArray) Objects.requireNonNull(parts.slot(3));
    long grown = 0;
    for (int i = 0; i < tallies.length; i++) {
      grown += tallies[i].merge((JsonArray) Objects.requireNonNull(states.get(i)));
    }
    return grown;
  }

  /** The results, one a calculation. */
  JsonArray results() {
    @Nullable Object[] results = new Object[tallies.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = tallies[i].result();
    }
    return JsonArray.ofValues(results);
  }
}
