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
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.Workflows;
import java.util.List;
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
   * @throws InterruptedException where the caller has ended, too
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
    PastCalls earlier =
        caller
            .pastCalls()
            .orElseThrow(() ->
                new InterruptedException("run " + caller.id() + " has ended: it calls no more"));
    earlier.note();
    JournalReader reader = services.journal().reader();
    long above = caller.id().number();
    String all = key.substring(0, key.indexOf('/') + 1);
    Optional<Long> known =
        earlier.isHidden(task, () -> reader.hasIndexOfCalls(all, above))
            ? reader.runOfEarlierCall(key, above)
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

  /**
   * The runs that have not ended and for whose end a run waits that has ended itself: nobody wants
   * them any more. It calls no more behind this.
   */
  List<RunId> leftBy(RunId caller) {
    calling.lock(); // behind a call of it that is under way
    try {
      return services.journal().reader().unfinishedCalls(CallKey.awaitedBy(caller)).stream()
          .map(each -> new RunId(each.run()))
          .toList();
    } finally {
      calling.unlock();
    }
  }

  /** The same of all runs, as a crash may leave them. */
  List<RunId> left() {
    return services.journal().reader().unfinishedCalls().stream()
        .filter(each -> CallKey.waiting(each.key()).filter(this::hasEnded).isPresent())
        .map(each -> new RunId(each.run()))
        .toList();
  }

  /** Whether a run waits for nobody any more: its caller has ended. */
  boolean isLeft(RunId called) {
    return waitingFor(called).filter(this::hasEnded).isPresent();
  }

  /** The run that waits for the end of another one; empty where none does. */
  Optional<RunId> waitingFor(RunId called) {
    return services.journal().reader().callOf(called.number()).flatMap(CallKey::waiting);
  }

  /** Whether a run is known to have ended; one that was taken away had. */
  private boolean hasEnded(RunId run) {
    try {
      return services
          .journal()
          .reader()
          .run(run.number())
          .map(row -> row.status().ended())
          .orElse(true);
    } catch (StoreException damage) {
      return false; // whoever looks at the run itself is told
    }
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
