package io.concertmaster.nodes.data;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The input items from which a summary came. Past {@value #MOST} they are forgotten, all of them: a
 * lineage to a million items helps nobody, and half of one misleads.
 */
final class Lineage {
  static final int MOST = 100;

  private static final int TOO_MANY = -1;

  private long[] positions = new long[1];
  private int size;

  void add(long position) {
    if (size == TOO_MANY) {
      return;
    }
    if (size == MOST) {
      size = TOO_MANY;
      positions = new long[0];
      return;
    }
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, Math.min(MOST, size * 2));
    }
    positions[size++] = position;
  }

  /** As data, for the disk; {@code null} for too many. */
  @Nullable JsonArray state() {
    if (size == TOO_MANY) {
      return null;
    }
    @Nullable Object[] state = new Object[size];
    for (int i = 0; i < size; i++) {
      state[i] = positions[i];
    }
    return JsonArray.ofValues(state);
  }

  /** Adds what another one had as data. */
  void merge(@Nullable Object state) {
    if (state instanceof JsonArray others) {
      for (Object position : others) {
        add(((Number) Objects.requireNonNull(position)).longValue());
      }
    } else {
      size = TOO_MANY;
      positions = new long[0];
    }
  }

  /** The items, as an output item names its ancestors. */
  List<Paired> ancestors() {
    if (size == TOO_MANY) {
      return List.of();
    }
    List<Paired> ancestors = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      ancestors.add(new Paired(positions[i], 0));
    }
    return ancestors;
  }
}
