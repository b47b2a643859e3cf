package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.journal.RunChange;
import io.concertmaster.engine.local.journal.RunLog;
import io.concertmaster.engine.local.journal.StaticData;
import io.concertmaster.engine.local.plan.Command;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.Planner;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * An event that a run takes in: what is to be written, and how the run stands when it is.
 *
 * @param events the event, and the beginning of the next activation where it is written with it
 * @param step how the run stands then, and what is to be done
 * @param change of the run's row
 * @param kept what the workflow keeps from then on
 */
record Taken(
    Instant at,
    List<Event> events,
    Planner.Step step,
    Optional<RunChange> change,
    List<StaticData> kept) {

  /**
   * Plans.
   *
   * @param state how the run stands before the event
   * @param goOn whether an activation that follows begins with the same write
   */
  static Taken of(
      Planner planner, Aftermath after, RunState state, Event event, Instant at, boolean goOn) {
    Planner.Step step = planner.apply(state, event, at);
    List<Event> events = new ArrayList<>(List.of(event));
    Optional<Task> next = goOn ? first(step.commands()) : Optional.empty();
    if (next.isPresent()) {
      Event.Began began = planner.began(next.get());
      events.add(began);
      step =
          step.without(new Command.Begin(next.get())).then(planner.apply(step.state(), began, at));
    }
    if (step.state().phase() instanceof Phase.Ended end) {
      end.last().ifPresent(last -> events.add(new Event.LastStep(last.node(), last.runIndex())));
    }
    return new Taken(at, events, step, after.change(event, state, step.state()), after.kept(event));
  }

  /** The first activation that is to begin. */
  private static Optional<Task> first(List<Command> commands) {
    return commands.stream()
        .flatMap(
            each -> each instanceof Command.Begin(Task task) ? Stream.of(task) : Stream.empty())
        .findFirst();
  }

  /** The activation that began with the same write. */
  Optional<Task> begun() {
    return events.getLast() instanceof Event.Began e
        ? step.state().active(e.node(), e.runIndex()).map(Phase.Active::task)
        : Optional.empty();
  }

  /** Queues it for the disk. */
  CompletableFuture<Void> append(RunLog log) {
    return log.append(at, change, kept, events);
  }

  /** Whether nothing but the run's own course changes. */
  boolean isWithinRun() {
    return change.isEmpty() && kept.isEmpty();
  }
}
