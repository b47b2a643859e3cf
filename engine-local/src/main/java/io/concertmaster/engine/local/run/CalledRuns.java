package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.journal.JournalReader;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.plan.Cause;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.plan.WaitKey;
import io.concertmaster.node.Workflows;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The runs that nodes of other runs call: one for each call, whatever crashes between. */
final class CalledRuns {
  /** How a run comes into the engine's hands. */
  @FunctionalInterface
  interface Beginning {
    RunId of(RunRequest request, NewRuns.Call call) throws EngineException, InterruptedException;
  }

  private final Services services;
  private final PastRuns past;
  private final Callees callees;
  private final Beginning beginning;

  /** Held from the look for a call's run to its beginning: two may ask at once. */
  private final ReentrantLock calling = new ReentrantLock();

  CalledRuns(Services services, PastRuns past, Callees callees, Beginning beginning) {
    this.services = services;
    this.past = past;
    this.callees = callees;
    this.beginning = beginning;
  }

  /**
   * The run of a call; it begins now, where the call is new.
   *
   * @param key names the call among all calls of the store
   */
  RunId called(LiveRun caller, Task task, String key, Workflows.Callee callee, ItemListRef items)
      throws EngineException, InterruptedException {
    calling.lock();
    try {
      return known(caller, task, key, callee, items);
    } finally {
      calling.unlock();
    }
  }

  private RunId known(
      LiveRun caller, Task task, String key, Workflows.Callee callee, ItemListRef items)
      throws EngineException, InterruptedException {
    JournalReader reader = services.journal().reader();
    Optional<Long> known =
        caller.isAgain(task)
            ? reader.runOfEarlierCall(key, caller.id().number())
            : reader.runOfCall(key);
    if (known.isPresent()) {
      return new RunId(known.get());
    }
    Callees.Found found = callees.find(callee, caller.folder());
    Cause.Caller by = new Cause.Caller(caller.id().number(), task.node(), task.runIndex());
    int depth = caller.past().cause().depth() + 1;
    Cause cause = new Cause(RunMode.INTEGRATED, WaitKey.of(Secrets.next()), depth, Optional.of(by));
    return beginning.of(
        RunRequest.of(found.workflow(), found.folder()).in(RunMode.INTEGRATED),
        new NewRuns.Call(key, items, cause));
  }

  /** How a called run stands. */
  Workflows.Call standing(RunId run) throws EngineException {
    RunRow row = past.row(run);
    if (!row.status().ended()) {
      return new Workflows.Call.Pending(run.number());
    }
    if (row.status() == RunStatus.SUCCEEDED) {
      ItemListRef sent = past.lastSent(row);
      return new Workflows.Call.Ended(run.number(), services.items().input(sent, 0));
    }
    String why =
        row.status() == RunStatus.CANCELLED ? "run " + run + " was cancelled" : "it took too long";
    return new Workflows.Call.Failed(run.number(), row.error().map(RunError::message).orElse(why));
  }
}
