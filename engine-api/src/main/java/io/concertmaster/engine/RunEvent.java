package io.concertmaster.engine;

import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Something that happened in a run, for those who watch. */
public sealed interface RunEvent {
  /** In which run. */
  RunId run();

  /** When, by the engine's clock. */
  Instant at();

  /** The run began. */
  record RunStarted(RunId run, Instant at) implements RunEvent {}

  /** A run that was cut short goes on. */
  record RunResumed(RunId run, Instant at) implements RunEvent {}

  /** A try of a node began. */
  record NodeStarted(RunId run, Instant at, String node, int runIndex, int attempt)
      implements RunEvent {}

  /**
   * A node has written so many items so far; comes at most ten times a second for a node and is not
   * kept.
   *
   * @param counts items written by output id
   */
  record NodeProgress(RunId run, Instant at, String node, int runIndex, Map<String, Long> counts)
      implements RunEvent {
    public NodeProgress {
      counts = Map.copyOf(counts);
    }
  }

  /**
   * A node is done.
   *
   * @param counts items that left it, by output id
   */
  record NodeDone(RunId run, Instant at, String node, int runIndex, Map<String, Long> counts)
      implements RunEvent {
    public NodeDone {
      counts = Map.copyOf(counts);
    }
  }

  /** A try of a node failed; the run view says what follows. */
  record NodeFailed(RunId run, Instant at, String node, int runIndex, int attempt, RunError error)
      implements RunEvent {}

  /**
   * A node's outputs leave later.
   *
   * @param until when, at the latest; empty where only someone outside ends the wait
   * @param callable whether someone outside may end it
   */
  record NodeWaiting(
      RunId run, Instant at, String node, int runIndex, Optional<Instant> until, boolean callable)
      implements RunEvent {}

  /**
   * A node says something to those outside who wait for the run; it is done then, or waits.
   *
   * @param told the node's own words: the answer to a caller, what a person is asked
   * @param outputs what leaves it now or later, by output id
   */
  record NodeTold(
      RunId run,
      Instant at,
      String node,
      int runIndex,
      JsonObject told,
      Map<String, ItemListRef> outputs)
      implements RunEvent {
    public NodeTold {
      outputs = Map.copyOf(outputs);
    }
  }

  /** The run ended, or came to rest, or was interrupted. */
  record StatusChanged(RunId run, Instant at, RunStatus status) implements RunEvent {}
}
