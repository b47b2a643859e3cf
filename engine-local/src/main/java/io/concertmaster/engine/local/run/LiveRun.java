package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.items.Unnamed;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.journal.RunLog;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.plan.Command;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A run in this engine's hands.
 *
 * <p>Design note. Everything that happens goes through {@link #take}: the planner says what
 * follows, the event is made durable, and only then does anything follow that reaches outside
 * ({@link RunsAhead}). Until then the run takes no other event ({@link Writing}), so that events of
 * one run stand in one order. Who brings the end of a step does not wait for the disk; who cancels
 * a run or decides about it does. A run that the store no longer takes is let go: what is durable
 * stays true, and resuming reads it anew.
 */
final class LiveRun {
  private final Services services;
  private final Keeper keeper;
  private final RunRow row;
  private final Definition definition;
  private final Path folder;
  private final RunLog log;
  private final Asides asides;
  private final RunHistory history = new RunHistory();
  private final ReentrantLock lock = new ReentrantLock();
  private final HistoryView past;
  private final Aftermath after;
  private final Writing writing = new Writing(lock);
  private final RunNews news;
  private final PastCalls pastCalls;
  private RunState state;
  private boolean released;
  private final Resting resting =
      new Resting(lock, writing, () -> released ? Optional.empty() : Optional.of(state));

  private final UnderWay underWay;
  private final RunTimes times;
  private final Leaving leaving;
  private final RunsAhead runsAhead;

  /**
   * A run with these events; nothing happens yet.
   *
   * @param folded how the plan stands after them
   */
  LiveRun(
      Services services,
      Keeper keeper,
      RunRow row,
      Definition definition,
      RunState folded,
      List<Recorded> events) {
    this.services = services;
    this.keeper = keeper;
    this.row = row;
    this.definition = definition;
    this.news = new RunNews(services, new RunId(row.id()));
    this.underWay = new UnderWay(services, lock);
    this.times = new RunTimes(services, definition);
    this.runsAhead = new RunsAhead(definition, services.ahead());
    this.after = new Aftermath(row, definition, history, services.policy());
    this.past = new HistoryView(lock, history, services, row.workflowId());
    this.log = new RunLog(services.journal(), row.id(), events.size());
    this.asides = new Asides(services, log, history);
    this.leaving = new Leaving(asides);
    this.folder = Recorded.folder(events);
    this.pastCalls = new PastCalls(folded.active(), events.size() == 1);
    this.state = folded;
    for (Recorded each : events) {
      history.apply(each.event(), each.at());
    }
  }

  RunId id() {
    return new RunId(row.id());
  }

  Definition definition() {
    return definition;
  }

  Path folder() {
    return folder;
  }

  /** What happened so far. */
  HistoryView past() {
    return past;
  }

  /** What it has called; empty where it may call no more: it has ended, or was let go. */
  Optional<PastCalls> pastCalls() {
    lock.lock();
    try {
      return released || state.ended() ? Optional.empty() : Optional.of(pastCalls);
    } finally {
      lock.unlock();
    }
  }

  /** Those to whom its nodes turn when they call other workflows. */
  Calls.Directory calls() {
    return keeper;
  }

  /** How the plan stands, when the disk has what it is about to get. */
  RunState state() {
    return still(() -> state);
  }

  /** Does something when nothing is on its way to the disk, and while the run takes no event. */
  <T> T still(Supplier<T> work) {
    lock.lock();
    try {
      if (!released) {
        writing.await();
      }
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Does what the newest event asks for, of a run that was just made. */
  void goOn() {
    lock.lock();
    try {
      if (released) {
        return; // it was cancelled as soon as it could be seen
      }
      state.active().forEach(each -> times.goOn(each, this, keeper));
      watchTime();
    } finally {
      lock.unlock();
    }
  }

  /** The moment or the end for which an activation waited has come. */
  void woke(Task task) {
    var _ = take(new Event.Woke(task.node(), task.runIndex()), false, false, () -> {});
  }

  /**
   * Begins an activation that was scheduled; when that is durable its keeper hears of it.
   *
   * @param durable called once when it is durable, or never will be
   */
  void begin(Task task, Runnable durable) {
    var _ = take(definition.planner().began(task), false, false, durable);
  }

  /**
   * Does the work of an activation that began, on this thread.
   *
   * @param goOn whether the next one may follow at once
   * @return the next one, where it may begin on this thread before the disk has this one
   */
  Optional<Task> perform(Task task, boolean goOn) {
    Execution execution = new Execution(task);
    lock.lock();
    try {
      if (released || leaving.isSet() || !state.active().contains(new Phase.Running(task))) {
        return Optional.empty();
      }
      underWay.begin(execution, definition.node(task.node()));
    } finally {
      lock.unlock();
    }
    Unnamed.Use stored = services.items().use();
    boolean taken = false;
    try {
      Activity.Outcome outcome = underWay.perform(this, execution);
      taken = true;
      return take(outcome, goOn, stored::close);
    } finally {
      if (!taken) {
        stored.close();
      }
      leaveWhenStill();
    }
  }

  private Optional<Task> take(Activity.Outcome outcome, boolean goOn, Runnable durable) {
    switch (outcome) {
      case Activity.Outcome.Happened(Event event) -> {
        return take(event, goOn, false, durable);
      }
      case Activity.Outcome.CutShort cut -> {}
      case Activity.Outcome.NoRoom(StoreException reason) -> park(LetGo.because(reason));
    }
    durable.run();
    return Optional.empty();
  }

  /**
   * Takes an event in: plans, makes it durable, and does what follows. An event that comes too late
   * is dropped.
   */
  void take(Event event) {
    var _ = take(event, false, true, () -> {});
  }

  /**
   * Takes an event in.
   *
   * @param goOn whether the beginning of an activation that follows is written with it
   * @param wait for the disk; else what follows does so when the disk has it, on another thread
   * @param durable called once when the event is durable, or never will be
   * @return the activation that begins before the disk has it
   */
  private Optional<Task> take(Event event, boolean goOn, boolean wait, Runnable durable) {
    boolean later = false;
    lock.lock();
    try {
      writing.await();
      if (released || !state.expects(event) || leaving.refuses(event)) {
        return Optional.empty();
      }
      RunState before = state;
      Taken taken =
          Taken.of(
              definition.planner(), after, before, event, services.now(), goOn && !leaving.isSet());
      boolean ahead = taken.isWithinRun() && runsAhead.may(before, event, taken.step().state());
      CompletableFuture<Void> written = taken.append(log);
      if (ahead) {
        later = true;
        runsAhead.note(written.thenRun(() -> news.tell(taken, before)));
        var _ = written.whenComplete((nothing, failure) -> durable.run());
        return follow(taken);
      }
      if (wait) {
        Journal.await(written);
        news.tell(taken, state);
        follow(taken).ifPresent(task -> keeper.perform(this, task));
        return Optional.empty();
      }
      later = true;
      writing.begin();
      var _ =
          written.whenComplete((nothing, failure) -> {
            durable.run();
            keeper.written(() -> follow(taken, written));
          });
    } catch (RuntimeException | Error e) {
      letGoAfter(e);
    } finally {
      lock.unlock();
      if (!later) {
        durable.run();
      }
    }
    return Optional.empty();
  }

  private void letGoAfter(Throwable failure) {
    if (failure instanceof StoreException store) {
      leave(LetGo.because(store), false);
    } else {
      abandon(failure);
    }
  }

  /** Goes on behind a write on which no thread waited. */
  private void follow(Taken taken, CompletableFuture<Void> written) {
    lock.lock();
    try {
      writing.end();
      if (released) {
        return;
      }
      Journal.await(written);
      news.tell(taken, state);
      follow(taken).ifPresent(task -> keeper.perform(this, task));
    } catch (RuntimeException | Error e) {
      letGoAfter(e);
    } finally {
      leaveWhenStill();
      lock.unlock();
    }
  }

  /**
   * The run stands as was planned, and what follows is done.
   *
   * @return the activation that began
   */
  private Optional<Task> follow(Taken taken) {
    state = taken.step().state();
    writing.wake();
    taken.events().forEach(each -> history.apply(each, taken.at()));
    taken.step().commands().forEach(this::follow);
    if (state.ended() && pastCalls.any()) {
      keeper.dismissCallsOf(id());
    }
    if (state.waits() && taken.step().commands().isEmpty()) {
      tellRest(); // a branch has come to its end, or to where it must wait for the others
    }
    resting.changed();
    watchTime();
    return taken.begun();
  }

  private void follow(Command command) {
    switch (command) {
      case Command.Begin begin when leaving.isSet() -> {}
      case Command.Begin begin -> keeper.schedule(this, begin.task());
      case Command.WakeAt alarm -> {
        times.wake(state.active(alarm.node(), alarm.runIndex()).orElseThrow(), this::woke);
        tellRest();
      }
      case Command.Rest rest -> tellRest();
      case Command.AwaitRuns call -> keeper.awaitRuns(this, call.task(), call.runs());
      case Command.Interrupt interrupt -> underWay.stop(Execution.Stop.RUN_ENDED);
      case Command.Finish finish -> {
        news.tell(Views.status(state));
        release(Optional.empty());
      }
    }
  }

  private void tellRest() {
    news.tell(Views.status(state));
  }

  private void watchTime() {
    if (!released) {
      times.limit(state, () -> take(new Event.TimedOut()));
    }
  }

  /** Writes a line of a node to the journal, without waiting for it. */
  void log(String node, String line) {
    lock.lock();
    try {
      if (!released && !state.ended()) {
        asides.logged(node, line);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Pins the run, which must wait, to another definition, and lets go of it: whoever takes it up
   * reads it anew.
   *
   * @return why it cannot be; empty where it was done
   * @throws StoreException when the store cannot take it
   */
  Optional<String> upgrade(Definition newer) {
    return still(() -> { // the end of the wait may be on its way to the disk
      if (released) {
        return Optional.of("it has just ended or was let go: look at it again");
      }
      Optional<String> hindrance = DefinitionSide.hindrance(definition, newer, state);
      if (hindrance.isEmpty()) {
        asides.upgraded(state, definition, newer, why -> leave(why, false));
        release(Optional.empty());
      }
      return hindrance;
    });
  }

  /** Lets go of the run, and records why. */
  void park(LetGo reason) {
    lock.lock();
    try {
      writing.await();
      leave(reason, true);
    } finally {
      lock.unlock();
    }
  }

  /** Lets go of the run after a fault of the engine, or for want of memory; it can be resumed. */
  void abandon(Throwable fault) {
    lock.lock();
    try {
      leave(LetGo.after(fault), false);
    } finally {
      lock.unlock();
    }
    System.getLogger(LiveRun.class.getName())
        .log(System.Logger.Level.ERROR, "run " + row.id() + " was let go", fault);
  }

  /**
   * Lets go of the run as it stands: nothing more begins. Work under way is cut short on demand.
   */
  void letGo(boolean cutShort) {
    lock.lock();
    try {
      if (cutShort) {
        underWay.stop(Execution.Stop.ENGINE_CLOSES);
        writing.await();
      }
      if (cutShort || !isUnderWay()) {
        release(Optional.empty());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether an activation works, or something is being written. */
  private boolean isUnderWay() {
    return writing.isGoing()
        || state.active().stream().anyMatch(each -> each instanceof Phase.Running);
  }

  /** Waits until nothing is under way any more, at most so many nanoseconds. */
  void awaitStill(long nanos) {
    lock.lock();
    try {
      writing.await(() -> released || !isUnderWay(), nanos);
    } finally {
      lock.unlock();
    }
  }

  private void leave(LetGo reason, boolean told) {
    leaving.set(reason, told);
    leaveWhenStill();
  }

  private void leaveWhenStill() {
    lock.lock();
    try {
      if (!released && leaving.isSet() && underWay.isIdle() && !writing.isGoing()) {
        release(Optional.of(leaving.reason(state)));
      }
    } finally {
      lock.unlock();
    }
  }

  private void release(Optional<LetGo> reason) {
    if (released) {
      return;
    }
    released = true;
    times.cancel();
    if (!state.ended()) {
      underWay.stop(Execution.Stop.ENGINE_CLOSES);
    }
    // Before the watchers hear of it, so that whoever asks then is told the reason.
    keeper.released(this, reason);
    if (Views.status(state) == RunStatus.RUNNING) {
      news.tell(RunStatus.INTERRUPTED);
    }
    writing.wake();
    resting.changed();
  }

  /** Why the run is about to be let go; empty where it is not. */
  Optional<String> leaves() {
    return still(leaving::why);
  }

  /** Whether an error workflow is to hear of how it ended. */
  boolean isOwing() {
    return after.owes(state());
  }

  /** Whether it rests, and how to wait for that. */
  Resting resting() {
    return resting;
  }

  /** How the run stands. */
  RunView view() {
    return still(() -> Views.live(row, definition, state, history, underWay.executions()));
  }
}
