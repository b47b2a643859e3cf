package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.local.journal.JournalReader;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.plan.Cause;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.engine.local.plan.WaitKey;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs the error workflows of runs that failed.
 *
 * <p>Design note. That an error workflow is owed stands in the same write as the end of the run;
 * the run that pays it has a key of its own. So it happens once, also when a crash comes between.
 */
final class ErrorRuns {
  private final Services services;
  private final PastRuns past;
  private final Callees callees;
  private final CalledRuns.Beginning beginning;

  ErrorRuns(Services services, PastRuns past, Callees callees, CalledRuns.Beginning beginning) {
    this.services = services;
    this.past = past;
    this.callees = callees;
    this.beginning = beginning;
  }

  /**
   * Runs those that a crash kept from running.
   *
   * @return the failed runs for which the disk was too full
   */
  List<RunId> settleAll() {
    return services.journal().reader().owing().stream()
        .map(RunRow::id)
        .filter(run -> !settle(run, true))
        .map(RunId::new)
        .toList();
  }

  /**
   * Runs the error workflow of a run, where that has not happened.
   *
   * @return false when the disk was too full for that
   */
  boolean settle(long run) {
    return settle(run, false);
  }

  /**
   * Runs the error workflow of a run.
   *
   * @param again whether it may have begun before a crash
   */
  private boolean settle(long run, boolean again) {
    try {
      String key = "error:" + run;
      JournalReader reader = services.journal().reader();
      Optional<Long> paid = again ? reader.runOfEarlierCall(key, run) : reader.runOfCall(key);
      if (paid.isEmpty()) {
        try (var _ = services.items().use()) {
          begin(run, key);
        }
      }
      services.journal().settle(run);
    } catch (EngineException e) {
      tell(run, e);
      services.journal().settle(run);
    } catch (StoreException e) {
      tell(run, e);
      return !e.isForWantOfRoom();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private void begin(long run, String key) throws EngineException, InterruptedException {
    RunRow row = past.row(new RunId(run));
    Workflow workflow = Definition.parse(past.definition(row));
    RunHistory history = new RunHistory();
    Path folder = Path.of("");
    for (Recorded each : past.events(row)) {
      history.apply(each.event(), each.at());
      if (each.event() instanceof Event.RunStarted started) {
        folder = Path.of(started.folder());
      }
    }
    Optional<String> named = workflow.settings().errorWorkflow();
    if (named.isEmpty()) {
      return;
    }
    Callees.Found found = callees.named(named.get(), folder);
    Item item = ErrorItem.of(run, workflow, row.error(), history);
    int depth = history.cause().depth() + 1;
    Cause cause = new Cause(RunMode.ERROR, WaitKey.of(Secrets.next()), depth, Optional.empty());
    beginning.of(
        RunRequest.of(found.workflow(), found.folder()).in(RunMode.ERROR),
        new NewRuns.Call(key, services.items().store(List.of(item)), cause));
  }

  private static void tell(long run, Exception e) {
    System.getLogger(ErrorRuns.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "the error workflow of run " + run + " cannot be run: " + e.getMessage());
  }
}
