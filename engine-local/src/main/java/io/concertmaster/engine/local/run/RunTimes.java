package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When something happens in a run by itself. Used under the run's lock. */
final class RunTimes {
  private final Services services;
  private final Definition definition;
  private Alarm.@Nullable Handle wake;
  private Alarm.@Nullable Handle deadline;

  RunTimes(Services services, Definition definition) {
    this.services = services;
    this.definition = definition;
  }

  /** Calls at the end of a wait. */
  void wakeAt(Instant due, Runnable call) {
    wake = services.alarm().at(due, call);
  }

  /**
   * Calls when the pause before a new try is over: at most the pause, should the clock have been
   * set back.
   */
  void wakeAfterPause(Task task, Instant due, Runnable call) {
    Duration left = Duration.between(services.clock().instant(), due);
    Duration pause =
        definition
            .node(task.node())
            .retry()
            .map(retry -> retry.pauseBefore(task.attempt() + 1))
            .orElse(Duration.ZERO);
    wake = services.alarm().after(left.compareTo(pause) > 0 ? pause : left, call);
  }

  /** Calls when the run's time limit is over: it runs while the run works, and rests while not. */
  void limit(RunState state, Runnable call) {
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
    Optional<Duration> left = state.clock().left(services.clock().instant());
    if (state.clock().ticking() && left.isPresent()) {
      deadline = services.alarm().after(left.get(), call);
    }
  }

  /** Nothing happens by itself any more. */
  void cancel() {
    for (Alarm.Handle each : new Alarm.@Nullable Handle[] {wake, deadline}) {
      if (each != null) {
        each.cancel();
      }
    }
  }
}
