package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the planner asks of the world after an event. */
public sealed interface Command {
  /** Record that this activation begins, then do its work. */
  record Begin(Task task) implements Command {}

  /**
   * Say {@link Event.Woke} of this activation at that moment; the run needs no thread until then.
   */
  record WakeAt(String node, int runIndex, Instant due) implements Command {}

  /** Nothing happens until someone outside ends the wait. */
  record Rest() implements Command {}

  /** Say {@link Event.Woke} of this activation when these runs have ended. */
  record AwaitRuns(Task task, List<Long> runs) implements Command {
    public AwaitRuns {
      runs = List.copyOf(runs);
    }
  }

  /** Cut short what is running. */
  record Interrupt() implements Command {}

  /** Tell those who wait that the run ended. */
  record Finish(RunStatus status, Optional<RunError> error) implements Command {}
}
