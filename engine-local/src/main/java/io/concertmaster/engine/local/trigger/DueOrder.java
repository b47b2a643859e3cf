package io.concertmaster.engine.local.trigger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Which of many active workflows is due next. Used under one lock. */
final class DueOrder {
  private record Entry(Instant at, String workflow) {}

  private final PriorityQueue<Entry> heap =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::workflow));

  /** What holds of a workflow; another entry of it in the heap is out of date. */
  private final Map<String, Instant> holds = new HashMap<>();

  /** A workflow is due at a moment, and no more when it was before. */
  void put(String workflow, Instant at) {
    holds.put(workflow, at);
    heap.add(new Entry(at, workflow));
  }

  void remove(String workflow) {
    holds.remove(workflow);
  }

  boolean isEmpty() {
    return holds.isEmpty();
  }

  /** When the next one is due. */
  Optional<Instant> first() {
    while (!heap.isEmpty() && !isTrue(heap.peek())) {
      heap.remove();
    }
    return Optional.ofNullable(heap.peek()).map(Entry::at);
  }

  /** Takes out those that are due at a moment, the earliest first. */
  List<String> take(Instant now) {
    List<String> due = new ArrayList<>();
    while (first().filter(at -> !at.isAfter(now)).isPresent()) {
      Entry entry = heap.remove();
      holds.remove(entry.workflow());
      due.add(entry.workflow());
    }
    return due;
  }

  private boolean isTrue(Entry entry) {
    return entry.at().equals(holds.get(entry.workflow()));
  }
}
