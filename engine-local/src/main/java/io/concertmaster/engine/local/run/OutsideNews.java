package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
      Optional<Phase.Waiting> waiting = waiting(run, token);
      if (fit == Tokens.Fit.FITS && waiting.isPresent()) {
        Phase.Waiting wait = waiting.get();
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
      return fit == Tokens.Fit.FITS ? Tokens.Fit.LATE : fit; // another branch ended the run
    });
  }

  /** The wait that a token ends. */
  private static Optional<Phase.Waiting> waiting(LiveRun run, String token) {
    return run.past()
        .tokens()
        .wait(token)
        .flatMap(wait -> run.state().active(wait.node(), wait.runIndex()))
        .flatMap(
            active -> active instanceof Phase.Waiting wait ? Optional.of(wait) : Optional.empty());
  }

  /** Whether the node whose wait a token ends has an output. */
  static boolean hasOutput(LiveRun run, String token, String output) {
    return waiting(run, token).stream()
        .flatMap(wait -> run.definition().outputs(wait.task().node()).stream())
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

  /** The calls for whose end it waits. */
  static List<Phase.Calling> calling(LiveRun run) {
    return calls(run.state());
  }

  /** The calls for whose end a run waits that stands so. */
  static List<Phase.Calling> calls(RunState state) {
    return state.active().stream()
        .flatMap(each -> each instanceof Phase.Calling call ? Stream.of(call) : Stream.empty())
        .toList();
  }

  /** The runs that an activation called have ended. */
  static void calledEnded(LiveRun run, Task task) {
    if (calling(run).stream().anyMatch(call -> call.task().equals(task))) {
      run.woke(task);
    }
  }
}
