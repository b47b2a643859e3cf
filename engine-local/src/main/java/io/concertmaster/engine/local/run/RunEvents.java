package io.concertmaster.engine.local.run;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.Traces;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Events of the journal as those who watch hear of them. */
final class RunEvents {
  private RunEvents() {}

  static Optional<RunEvent> of(RunId run, Event event, Instant at) {
    return Optional.ofNullable(
        switch (event) {
          case Event.RunStarted e -> new RunEvent.RunStarted(run, at);
          case Event.Resumed e -> new RunEvent.RunResumed(run, at);
          case Event.Decided e -> new RunEvent.RunResumed(run, at);
          case Event.Began e ->
              new RunEvent.NodeStarted(run, at, e.node(), e.runIndex(), e.attempt());
          case Event.Done e ->
              new RunEvent.NodeDone(run, at, e.node(), e.runIndex(), counts(e.outputs()));
          case Event.Waits e ->
              new RunEvent.NodeWaiting(run, at, e.node(), e.runIndex(), e.until(), e.callable());
          case Event.Answered e ->
              new RunEvent.NodeDone(run, at, e.node(), e.runIndex(), counts(e.outputs()));
          case Event.Called e -> null;
          case Event.Failed e ->
              new RunEvent.NodeFailed(run, at, e.node(), e.runIndex(), e.attempt(), e.error());
          case Event.Woke e -> new RunEvent.StatusChanged(run, at, RunStatus.RUNNING);
          case Event.Progress e -> null;
          case Event.Parked e -> null;
          case Event.Upgraded e -> null;
          case Event.Logged e -> null;
          case Event.Cancelled e -> null;
          case Event.TimedOut e -> null;
          case Event.LastStep e -> null;
        });
  }

  /** What a node says to those outside as it ends or begins to wait. */
  static Optional<RunEvent> told(RunId run, Event event, Instant at) {
    return switch (event) {
      case Event.Done e -> told(run, at, e.node(), e.runIndex(), e.traces(), e.outputs());
      case Event.Waits e -> told(run, at, e.node(), e.runIndex(), e.traces(), e.outputs());
      default -> Optional.empty();
    };
  }

  private static Optional<RunEvent> told(
      RunId run,
      Instant at,
      String node,
      int runIndex,
      Traces traces,
      Map<String, ItemListRef> outputs) {
    return traces.told().map(said -> new RunEvent.NodeTold(run, at, node, runIndex, said, outputs));
  }

  /** The outputs of a node that waited leave it. */
  static RunEvent sent(RunId run, Instant at, Phase.Waiting wait) {
    return new RunEvent.NodeDone(
        run, at, wait.task().node(), wait.task().runIndex(), counts(wait.outputs()));
  }

  /** The same, where the wait is known by its event. */
  static RunEvent sent(RunId run, Instant at, Event.Waits wait) {
    return new RunEvent.NodeDone(run, at, wait.node(), wait.runIndex(), counts(wait.outputs()));
  }

  private static Map<String, Long> counts(Map<String, ItemListRef> outputs) {
    Map<String, Long> counts = new HashMap<>();
    outputs.forEach((port, list) -> counts.put(port, list.size()));
    return counts;
  }
}
