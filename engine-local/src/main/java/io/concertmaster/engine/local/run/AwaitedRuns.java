package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs for whose end other runs wait, and what those hear of them. */
final class AwaitedRuns {
  private final Runs runs;
  private final PastRuns past;
  private final CalledRuns called;
  private final Workers workers;

  AwaitedRuns(Runs runs, PastRuns past, CalledRuns called, Workers workers) {
    this.runs = runs;
    this.past = past;
    this.called = called;
    this.workers = workers;
  }

  /** A run has ended: the one that called it hears of that. */
  void ended(LiveRun run) {
    run.past().cause().caller().ifPresent(caller -> look(new RunId(caller.run())));
  }

  /** Lets a run that called others see whether they have ended, on another thread. */
  void look(RunId caller) {
    runs.live(caller)
        .ifPresent(run ->
            workers.execute(
                run,
                () ->
                    OutsideNews.calling(run)
                        .forEach(call -> watch(run, call.task(), call.runs()))));
  }

  /** Lets an activation see whether the runs that it called have ended, on another thread. */
  void await(LiveRun caller, Task task, List<Long> called) {
    workers.execute(caller, () -> watch(caller, task, called));
  }

  /** Takes up the called runs that are in nobody's hands; where all have ended, says so. */
  private void watch(LiveRun caller, Task task, List<Long> called) {
    boolean ended = true;
    for (long number : called) {
      try {
        RunId id = new RunId(number);
        if (runs.live(id).isEmpty() && !past.row(id).status().ended()) {
          runs.takeUp(id);
        }
        ended &= past.row(id).status().ended();
      } catch (EngineException | StoreException e) {
        String why = "run " + number + ", which it called, cannot go on: " + e.getMessage();
        caller.park(new LetGo(why, WantingRuns.isForWantOfRoom(e)));
        return;
      }
    }
    if (ended) {
      OutsideNews.calledEnded(caller, task);
    }
  }

  /** Whether a run that stands so waits for runs of which it only has not heard that they ended. */
  boolean isAboutToHear(RunState state) {
    return OutsideNews.calls(state).stream()
        .anyMatch(call -> call.runs().stream().allMatch(this::hasEnded));
  }

  private boolean hasEnded(long number) {
    try {
      return past.row(new RunId(number)).status().ended();
    } catch (EngineException | StoreException e) {
      return false; // it was taken away or is damaged: whoever looks at it next parks its caller
    }
  }

  /**
   * A run that waits for the end of one which goes on, goes on too: it rests until that one ends.
   * Where people must decide about another branch of it first, it hears of the end when they have.
   * What else keeps it from going on does not keep the called run from it.
   */
  void takeUpCaller(RunId id) {
    Optional<RunId> caller = Optional.empty();
    try {
      caller = callerInNobodysHands(id);
      if (caller.isPresent()) {
        runs.takeUp(caller.get());
        takeUpCaller(caller.get());
      }
    } catch (EngineException | StoreException e) {
      if (caller.isPresent() && WantingRuns.isForWantOfRoom(e)) {
        runs.wants(caller.get());
        return;
      }
      System.getLogger(AwaitedRuns.class.getName())
          .log(
              System.Logger.Level.INFO,
              "the run that waits for run " + id + " does not go on with it: " + e.getMessage());
    }
  }

  private Optional<RunId> callerInNobodysHands(RunId id) throws EngineException {
    Optional<LiveRun> run = runs.live(id);
    if (run.isPresent() && run.get().past().cause().caller().isEmpty()) {
      return Optional.empty(); // without a question to the store
    }
    Optional<RunId> caller = called.waitingFor(id).filter(above -> runs.live(above).isEmpty());
    return caller.isEmpty() || past.row(caller.get()).status().ended() ? Optional.empty() : caller;
  }

  /**
   * Ends runs whose caller has ended while it waited for them, on another thread.
   *
   * @param left finds them
   */
  void dismiss(Supplier<List<RunId>> left) {
    workers.execute(() -> {
      try {
        left.get().forEach(this::dismiss);
      } catch (StoreException e) {
        System.getLogger(AwaitedRuns.class.getName())
            .log(System.Logger.Level.INFO, "called runs may go on for nobody", e);
      }
    });
  }

  /** Ends a run whose caller has ended while it waited for it. */
  void dismiss(RunId called) {
    try {
      runs.cancel(called);
    } catch (EngineException | StoreException e) {
      if (WantingRuns.isForWantOfRoom(e)) {
        runs.wants(called); // it was let go of, and ends when there is room
        return;
      }
      System.getLogger(AwaitedRuns.class.getName())
          .log(System.Logger.Level.INFO, "run " + called + " goes on for nobody", e);
    }
  }
}
