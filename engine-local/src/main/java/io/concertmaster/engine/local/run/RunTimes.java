package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When something happens in a run by itself. Used under the run's lock. */
final class RunTimes {
  private final Services services;
  private final Definition definition;
  private final Map<String, Alarm.Handle> wakes = new HashMap<>();
  private Alarm.@Nullable Handle deadline;

  RunTimes(Services services, Definition definition) {
    this.services = services;
    this.definition = definition;
  }

  /** Calls at the end of a wait, should it have one, or of the pause before a new try. */
  void wake(Phase.Active phase, Consumer<Task> call) {
    switch (phase) {
      case Phase.Waiting wait ->
          wait.due().ifPresent(due -> wakeAt(due, wait.task(), () -> call.accept(wait.task())));
      case Phase.Retrying(Task task, Instant due) ->
          wakeAfterPause(task, due, () -> call.accept(task));
      default -> throw new IllegalStateException("nothing wakes in " + phase);
    }
  }

  private void wakeAt(Instant due, Task task, Runnable call) {
    wakes.put(task.node(), services.alarm().at(due, call));
  }

  /** At most after the pause, should the clock have been set back. */
  private void wakeAfterPause(Task task, Instant due, Runnable call) {
    Duration left = Duration.between(services.clock().instant(), due);
    Duration pause =
        definition
            .node(task.node())
            .retry()
            .map(retry -> retry.pauseBefore(task.attempt() + 1))
            .orElse(Duration.ZERO);
    Duration rest = left.compareTo(pause) > 0 ? pause : left;
    wakes.put(task.node(), services.alarm().after(rest, call));
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
    wakes.values().forEach(Alarm.Handle::cancel);
    if (deadline != null) {
      deadline.cancel();
    }
  }
}
