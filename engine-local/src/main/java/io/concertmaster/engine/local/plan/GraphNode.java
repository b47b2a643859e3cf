package io.concertmaster.engine.local.plan;

import io.concertmaster.model.OnError;
import io.concertmaster.model.Retry;
import io.concertmaster.node.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the planner knows of a node.
 *
 * @param mode what an activation of it does
 * @param inputs how many inputs it has, at least 1: a trigger's is what was given to the run
 * @param connected positions of the inputs at which connections end
 * @param effect what a crash in the middle means
 * @param wires where its items go, in the order in which the targets run: top first, then left
 */
public record GraphNode(
    String id,
    String name,
    Mode mode,
    int inputs,
    Set<Integer> connected,
    Effect effect,
    OnError onError,
    Optional<Retry> retry,
    List<Wire> wires) {
  public GraphNode {
    connected = Set.copyOf(connected);
    wires = List.copyOf(wires);
  }
}
