package io.concertmaster.engine.local.plan;

import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.node.Effect;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the planner knows of a node.
 *
 * @param mode what an activation of it does
 * @param inputs how many inputs it has, at least 1: a trigger's is what was given to the run
 * @param connected positions of the inputs at which connections end
 * @param required positions of the inputs without whose items it never runs
 * @param needsFirst whether it does not run, and counts as never reached, where its first input is
 *     empty: so does every node in the order v0 that does not make its items itself
 * @param effect what a crash in the middle means
 * @param wires where its items go, in the order in which the successors are queued
 */
public record GraphNode(
    String id,
    String name,
    Mode mode,
    int inputs,
    Set<Integer> connected,
    Set<Integer> required,
    boolean needsFirst,
    Effect effect,
    OnError onError,
    OnUncertain onUncertain,
    Optional<Retry> retry,
    List<Wire> wires) {
  public GraphNode {
    connected = Set.copyOf(connected);
    required = Set.copyOf(required);
    wires = List.copyOf(wires);
  }

  /** Whether an activation of it gets one list: n8n guesses lineage only then. */
  public boolean takesOneList() {
    return awaited() == 1;
  }

  /**
   * How many inputs it waits for, from the first on: up to the last one that is connected, those
   * before it too. A node that waits for one runs for each list.
   */
  int awaited() {
    return connected.isEmpty() ? 1 : Collections.max(connected) + 1;
  }
}
