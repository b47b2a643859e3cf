package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.RunError;
import java.util.List;
import java.util.Optional;

/**
 * One activation of a node, as planned.
 *
 * @param node id of the node
 * @param runIndex how often the node ran before in this run, from 0; −1 while it still queues
 * @param attempt which try, from 1
 * @param lane which of the branches that may work at the same time it belongs to, from 0; 0 where
 *     they run one after the other
 * @param inputs by position, one for each input of the node
 * @param error why the node's own work failed, where this goes on after a failure
 * @param watermark how far this try has come for good before it was cut short
 */
public record Task(
    String node,
    int runIndex,
    int attempt,
    int lane,
    Mode mode,
    List<Input> inputs,
    Optional<RunError> error,
    Optional<Watermark> watermark) {
  public Task {
    inputs = List.copyOf(inputs);
  }

  static Task queued(String node, Mode mode, List<Input> inputs) {
    return new Task(node, -1, 1, 0, mode, inputs, Optional.empty(), Optional.empty());
  }

  Task inLane(int number) {
    return new Task(node, runIndex, attempt, number, mode, inputs, error, watermark);
  }

  Task withRunIndex(int index) {
    return new Task(node, index, attempt, lane, mode, inputs, error, watermark);
  }

  Task nextAttempt() {
    return new Task(node, runIndex, attempt + 1, lane, mode, inputs, error, Optional.empty());
  }

  Task after(RunError failure, Mode next) {
    return new Task(
        node, runIndex, attempt, lane, next, inputs, Optional.of(failure), Optional.empty());
  }

  Task withMode(Mode next) {
    return new Task(node, runIndex, attempt, lane, next, inputs, error, Optional.empty());
  }

  Task at(Watermark reached) {
    return new Task(node, runIndex, attempt, lane, mode, inputs, error, Optional.of(reached));
  }

  /** Whether an event speaks of this activation. */
  boolean is(String otherNode, int otherIndex) {
    return node.equals(otherNode) && runIndex == otherIndex;
  }
}
