package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run that waits hears from outside: answers of people and programs, and of called runs. */
final class OutsideNews {
  private OutsideNews() {}

  /**
   * Ends a wait from outside.
   *
   * @param output by which the items leave; the first one where empty
   * @param items what leaves the node; what it wrote itself, where empty
   * @return whether the run took the answer, or why not
   */
  static Tokens.Fit answer(LiveRun run, String token, String output, Optional<ItemListRef> items) {
    return run.still(() -> {
      Tokens.Fit fit = run.past().tokens().fit(token);
      if (fit == Tokens.Fit.FITS && run.state().phase() instanceof Phase.Waiting wait) {
        Task task = wait.task();
        Map<String, ItemListRef> outputs =
            items
                .map(list ->
                    Map.of(
                        output.isEmpty() ? run.definition().firstOutput(task.node()) : output,
                        list))
                .orElse(wait.outputs());
        run.take(new Event.Answered(task.node(), task.runIndex(), outputs));
        // A run that was let go did not take it: it can be given again.
        return run.past().tokens().fit(token) == Tokens.Fit.FITS ? Tokens.Fit.EARLY : fit;
      }
      return fit;
    });
  }

  /** Whether the node that waits has an output. */
  static boolean hasOutput(LiveRun run, String output) {
    return run.state().phase() instanceof Phase.Waiting wait
        && run.definition().outputs(wait.task().node()).stream()
            .anyMatch(each -> each.id().equals(output));
  }

  /**
   * Refuses an answer that no wait takes.
   *
   * @param run its number
   * @throws EngineException where the token does not fit
   */
  static void refuseUnlessFits(RunId run, Tokens.Fit fit) throws EngineException {
    switch (fit) {
      case FITS -> {}
      case LATE ->
          throw new EngineException(
              Reason.WAIT_OVER,
              "the wait of run "
                  + run
                  + " to which this answer belongs is over: it was answered before, its time was"
                  + " up, or the run has ended");
      case EARLY ->
          throw new EngineException(
              Reason.NOT_WAITING,
              "run " + run + " does not wait for this answer yet: give it again in a moment");
      case FOREIGN ->
          throw new EngineException(
              Reason.NOT_WAITING, "run " + run + " does not wait for an answer with this token");
    }
  }

  /** The called runs for whose end it waits. */
  static Optional<List<Long>> calling(LiveRun run) {
    return run.state().phase() instanceof Phase.Calling(Task task, List<Long> runs)
        ? Optional.of(runs)
        : Optional.empty();
  }

  /** The called runs have ended. */
  static void calledEnded(LiveRun run) {
    if (run.state().phase() instanceof Phase.Calling(Task task, var runs)) {
      run.woke(task);
    }
  }
}
