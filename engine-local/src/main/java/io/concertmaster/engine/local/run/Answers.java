package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.node.data.Item;
import java.util.List;
import java.util.Optional;

/** Answers from outside, on their way to the runs that wait for them. */
final class Answers {
  private final Services services;
  private final PastRuns past;
  private final Runs runs;
  private final AwaitedRuns awaited;

  Answers(Services services, PastRuns past, Runs runs, AwaitedRuns awaited) {
    this.services = services;
    this.past = past;
    this.runs = runs;
    this.awaited = awaited;
  }

  /**
   * Gives an answer to its run.
   *
   * @param output by which it leaves the node; the first one where empty
   * @param items none for what the node wrote itself
   */
  void take(RunId id, String token, String output, List<Item> items)
      throws EngineException, InterruptedException {
    if (past.row(id).status() == RunStatus.WAITING) {
      runs.takeUp(id);
      awaited.takeUpCaller(id);
    }
    Optional<LiveRun> run = runs.live(id);
    OutsideNews.refuseUnlessFits(
        id, run.isEmpty() ? past.fit(id, token) : run.get().past().tokens().fit(token));
    if (run.isEmpty()) {
      throw new EngineException(
          Reason.NOT_WAITING,
          "run "
              + id
              + " was cut short in another branch than the one that waits for this answer: it"
              + " takes the answer when it goes on again");
    }
    if (!output.isEmpty() && !OutsideNews.hasOutput(run.get(), token, output)) {
      throw new EngineException(
          Reason.NOT_WAITING,
          "the node of run " + id + " that waits has no output “" + output + "”");
    }
    Optional<ItemListRef> list =
        items.isEmpty() ? Optional.empty() : Optional.of(services.items().store(items));
    OutsideNews.refuseUnlessFits(id, OutsideNews.answer(run.get(), token, output, list));
  }
}
