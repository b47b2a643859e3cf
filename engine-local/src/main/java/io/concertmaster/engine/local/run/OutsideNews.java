package io.concertmaster.engine.local.run;

import io.concertmaster.engine.ItemListRef;
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
   * @param items what leaves the node; what it wrote itself, where empty
   * @return whether the run waited for that
   */
  static boolean answer(LiveRun run, String token, Optional<ItemListRef> items) {
    if (run.past().cause().token().isEmpty()
        || !run.past().cause().token().equals(token)
        || !(run.state().phase() instanceof Phase.Waiting wait)
        || !wait.callable()) {
      return false;
    }
    Task task = wait.task();
    Map<String, ItemListRef> outputs =
        items
            .map(list -> Map.of(run.definition().firstOutput(task.node()), list))
            .orElse(wait.outputs());
    run.take(new Event.Answered(task.node(), task.runIndex(), outputs));
    return true;
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
