package io.concertmaster.model.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a list that changes: where it begins, what goes, what comes instead.
 *
 * @param index where it begins, from 0
 * @param removed the elements that go
 * @param inserted what comes in their place
 */
record Splice<T>(int index, List<T> removed, List<T> inserted) {
  Splice {
    removed = List.copyOf(removed);
    inserted = List.copyOf(inserted);
  }

  /** The smallest single part whose change makes one list another. */
  static <T> Splice<T> between(List<T> from, List<T> to) {
    int shorter = Math.min(from.size(), to.size());
    int start = 0;
    while (start < shorter && from.get(start).equals(to.get(start))) {
      start++;
    }
    int tail = 0;
    while (tail < shorter - start
        && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
      tail++;
    }
    return new Splice<>(
        start, from.subList(start, from.size() - tail), to.subList(start, to.size() - tail));
  }

  boolean isEmpty() {
    return removed.isEmpty() && inserted.isEmpty();
  }

  /** The part that makes the change undone. */
  Splice<T> reversed() {
    return new Splice<>(index, inserted, removed);
  }

  /** The changed list. */
  List<T> apply(List<T> list) {
    if (index + removed.size() > list.size()) {
      throw new IllegalArgumentException("the change does not fit what is there");
    }
    List<T> changed = new ArrayList<>(list.size() - removed.size() + inserted.size());
    changed.addAll(list.subList(0, index));
    changed.addAll(inserted);
    changed.addAll(list.subList(index + removed.size(), list.size()));
    return changed;
  }
}
