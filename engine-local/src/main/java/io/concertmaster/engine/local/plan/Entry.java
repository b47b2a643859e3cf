package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.RunError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One activation as the journal tells it.
 *
 * @param lane which of the branches that may work at the same time it belongs to
 * @param started when it first began; stays when it is tried again
 * @param unsafe whether a crash in its middle leaves it uncertain
 */
public record Entry(
    String node,
    int runIndex,
    NodeState state,
    int attempt,
    int lane,
    Instant started,
    Optional<Instant> ended,
    List<Input> inputs,
    Map<String, ItemListRef> outputs,
    Optional<RunError> error,
    boolean unsafe) {

  static Entry begun(Event.Began event, Instant at) {
    return new Entry(
        event.node(),
        event.runIndex(),
        NodeState.RUNNING,
        event.attempt(),
        event.lane(),
        at,
        Optional.empty(),
        event.inputs(),
        Map.of(),
        Optional.empty(),
        event.unsafe());
  }

  Entry again(Event.Began event) {
    return new Entry(
        node,
        runIndex,
        NodeState.RUNNING,
        event.attempt(),
        event.lane(),
        started,
        Optional.empty(),
        inputs,
        outputs,
        event.mode() == Mode.RUN ? Optional.empty() : error,
        event.unsafe());
  }

  /** This activation in another state. */
  public Entry in(NodeState next, Optional<Instant> at, Optional<RunError> why) {
    return new Entry(
        node, runIndex, next, attempt, lane, started, at, inputs, outputs, why, unsafe);
  }

  Entry sent(NodeState next, Optional<Instant> at, Map<String, ItemListRef> lists) {
    return new Entry(
        node, runIndex, next, attempt, lane, started, at, inputs, lists, error, unsafe);
  }

  /** A person said what to do about it: nobody is in doubt any more. */
  Entry decided() {
    return new Entry(
        node, runIndex, state, attempt, lane, started, ended, inputs, outputs, error, false);
  }

  /** Whether nobody knows if it had its effect, should the run have been cut short now. */
  public boolean uncertain() {
    return state == NodeState.RUNNING && unsafe;
  }

  /**
   * As people see it.
   *
   * @param progress items written so far
   */
  public Activation activation(long progress) {
    return new Activation(
        runIndex,
        state,
        attempt,
        started,
        ended,
        inputs.stream().map(Input::list).toList(),
        outputs,
        progress,
        error);
  }
}
