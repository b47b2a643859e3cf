package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.ActiveTrigger;
import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.local.journal.ActiveRow;
import io.concertmaster.engine.local.journal.Beginning;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.journal.Moment;
import io.concertmaster.engine.local.journal.ScheduleRow;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.Concurrency;
import io.concertmaster.node.data.Item;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One active workflow: its schedules and folders, the runs that they began, and what is due and
 * waits.
 *
 * <p>Design note. That a moment is settled stands in the same write as the run for it, or as the
 * note that it waits; so whatever crashes, it is neither lost nor done twice. What is left out by a
 * policy is written without waiting: if that is lost, it is left out again.
 */
final class Registration {
  /** So many moments of a workflow may wait; further ones are left out. */
  static final int WAITING = 1_000;

  private final TriggerHost host;
  private final ActiveRow row;
  private final Checked definition;
  private final Concurrency concurrency;
  private final List<ClockListener> schedules;
  private final List<FolderListener> folders;
  private final List<FolderWatcher> watchers = new ArrayList<>();
  private final Deque<Moment> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Opening> openings;
  private final Slots slots;
  private boolean over;

  Registration(
      TriggerHost host,
      ActiveRow row,
      Checked definition,
      List<ClockListener> schedules,
      List<FolderListener> folders,
      List<Opening> openings,
      Collection<RunId> running,
      Collection<Moment> waiting) {
    this.host = host;
    this.row = row;
    this.definition = definition;
    this.concurrency = definition.workflow().settings().concurrency();
    this.schedules = List.copyOf(schedules);
    this.folders = List.copyOf(folders);
    this.openings = List.copyOf(openings);
    this.slots = new Slots(lock, concurrency, running);
    this.waiting.addAll(waiting);
  }

  ReentrantLock lock() {
    return lock;
  }

  Checked definition() {
    return definition;
  }

  List<ClockListener> schedules() {
    return schedules;
  }

  List<FolderListener> folders() {
    return folders;
  }

  Set<RunId> running() {
    return slots.running();
  }

  /** Its triggers that others call. */
  List<Opening> openings() {
    return openings;
  }

  Deque<Moment> waiting() {
    return waiting;
  }

  /** It begins nothing more; under the lock. */
  void end() {
    over = true;
    watchers.forEach(FolderWatcher::end);
  }

  /**
   * Looks at its folders from now on, if it does not already.
   *
   * @param due called when something may be due
   * @return those who look
   */
  List<FolderWatcher> watch(Runnable due) {
    lock.lock();
    try {
      if (!over && watchers.isEmpty()) {
        folders.forEach(each -> watchers.add(new FolderWatcher(host, each, lock, due)));
        watchers.forEach(FolderWatcher::start);
      }
      return List.copyOf(watchers);
    } finally {
      lock.unlock();
    }
  }

  /** For what it waits; empty where nothing comes any more. */
  Optional<Instant> next() {
    lock.lock();
    try {
      return over
          ? Optional.empty()
          : schedules.stream().flatMap(each -> each.next().stream()).min(Comparator.naturalOrder());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Begins what is due.
   *
   * @throws StoreException when the store cannot take it now: it is still due then
   */
  void work() throws EngineException, InterruptedException {
    lock.lock();
    try {
      if (over) {
        return; // its rows are another's by now
      }
      beginWaiting();
      for (ClockListener each : schedules) {
        Instant now = host.now();
        if (each.beginsAnew(now)) {
          Journal.await(host.tables().settle(each.row()));
        }
        DueMoments due = each.due(now);
        for (Instant moment : due.runs()) {
          offer(each, each.moment(moment));
        }
        if (due.settled().isAfter(each.row().settled())) {
          leaveOut(each, due.settled());
        }
      }
      for (FolderListener each : folders) {
        offer(each);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Begins the run of a call; see {@link io.concertmaster.engine.Engine#call}. */
  RunId call(String node, List<Item> items, String key)
      throws EngineException, InterruptedException {
    lock.lock();
    try {
      if (over || openings.stream().noneMatch(each -> each.node().equals(node))) {
        throw new EngineException(Reason.NOT_ACTIVE, "nobody listens there any more");
      }
      Optional<RunId> known = key.isEmpty() ? Optional.empty() : host.called(key);
      if (known.isPresent()) {
        return known.get(); // it was called before
      }
      slots.take(definition.workflow().name(), this::cancelOldest);
    } finally {
      lock.unlock();
    }
    Optional<RunId> goesOn = Optional.empty();
    try {
      RunId run = host.call(definition, Path.of(row.folder()), node, items, key);
      goesOn = Optional.of(run).filter(each -> key.isEmpty() || !hasEnded(each));
      return run;
    } finally {
      lock.lock();
      try {
        goesOn.ifPresentOrElse(slots::begun, slots::giveBack);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Whether a run of a key, which may be an old one, takes no place any more. */
  private boolean hasEnded(RunId run) {
    return host.summary(run).map(RunSummary::status).map(RunStatus::ended).orElse(true);
  }

  private void cancelOldest() throws EngineException {
    while (isFull() && !slots.running().isEmpty()) {
      RunId oldest = slots.running().iterator().next();
      host.cancel(oldest);
      slots.ended(oldest);
    }
  }

  /** A run has ended, or rests until someone outside goes on with it. */
  void ended(RunId run) {
    lock.lock();
    try {
      slots.ended(run);
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull() {
    return slots.isFull();
  }

  private void beginWaiting() throws EngineException, InterruptedException {
    while (!waiting.isEmpty() && !isFull()) {
      Moment next = waiting.getFirst();
      Optional<ClockListener> schedule =
          schedules.stream().filter(each -> each.node().equals(next.node())).findFirst();
      if (schedule.isPresent()) {
        begin(schedule.get(), next);
      }
      waiting.removeFirst();
    }
  }

  private void offer(ClockListener schedule, Moment moment)
      throws EngineException, InterruptedException {
    if (!isFull() && waiting.isEmpty()) {
      begin(schedule, moment);
      return;
    }
    switch (concurrency.overlap()) {
      case WAIT -> {
        if (waiting.size() < WAITING) {
          ScheduleRow further = schedule.row().settled(moment.at());
          Journal.await(host.tables().enqueue(further, moment));
          schedule.moved(further);
          waiting.add(moment);
        } else {
          leaveOut(schedule, moment.at());
        }
      }
      case SKIP -> leaveOut(schedule, moment.at());
      case CANCEL -> {
        cancelOldest();
        begin(schedule, moment);
      }
    }
  }

  private void leaveOut(ClockListener schedule, Instant upTo) {
    ScheduleRow further = schedule.row().settled(upTo);
    var _ = host.tables().settle(further);
    schedule.moved(further);
  }

  private void begin(ClockListener schedule, Moment moment)
      throws EngineException, InterruptedException {
    if (host.runOf(moment.key()).isPresent()) {
      leaveOut(schedule, moment.at()); // the clock was here before
      return;
    }
    try {
      RunId run =
          host.begin(
              definition,
              Path.of(row.folder()),
              new Beginning.OfMoment(moment, schedule.row()),
              schedule.listening().item().apply(moment.at()));
      slots.running().add(run);
      schedule.moved(schedule.row().begun(moment.at(), run.number()));
      schedule.works();
    } catch (EngineException e) {
      if (e.reason() != Reason.INVALID_WORKFLOW) {
        throw e;
      }
      schedule.fails(String.valueOf(e.getMessage()));
      leaveOut(schedule, moment.at());
    }
  }

  /** Begins runs for files, as far as there are places; what waits stays in the folder. */
  private void offer(FolderListener folder) throws EngineException, InterruptedException {
    folder.makeSure(host);
    Optional<FolderListener.Due> next = folder.first();
    while (next.isPresent()) {
      if (isFull() || !waiting.isEmpty()) {
        switch (concurrency.overlap()) {
          case WAIT -> {
            return;
          }
          case SKIP -> folder.leaveOut(next.get(), host);
          case CANCEL -> {
            cancelOldest();
            begin(folder, next.get());
          }
        }
      } else {
        begin(folder, next.get());
      }
      next = folder.first();
    }
  }

  private void begin(FolderListener folder, FolderListener.Due change)
      throws EngineException, InterruptedException {
    Beginning.OfFile beginning = folder.beginning(change, host.now());
    try {
      RunId run = host.begin(definition, Path.of(row.folder()), beginning, folder.item(change));
      slots.running().add(run);
      folder.begun(beginning, run);
    } catch (EngineException e) {
      if (e.reason() != Reason.INVALID_WORKFLOW) {
        throw e;
      }
      folder.fails(String.valueOf(e.getMessage()));
      folder.leaveOut(change, host);
    } catch (StoreException e) {
      folder.doubts();
      throw e;
    }
  }

  private List<ActiveTrigger> triggers() {
    List<ActiveTrigger> all = new ArrayList<>();
    schedules.forEach(each -> all.add(each.view(host)));
    folders.forEach(each -> all.add(each.view(host)));
    openings.forEach(each ->
        all.add(
            new ActiveTrigger(
                each.node(),
                each.nodeName(),
                each.listening().words(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    return all;
  }

  ActiveWorkflow view() {
    lock.lock();
    try {
      return new ActiveWorkflow(
          row.workflow(),
          definition.workflow().name(),
          row.definition(),
          Path.of(row.folder()),
          row.since(),
          slots.running().size(),
          waiting.size() + folders.stream().mapToInt(FolderListener::waiting).sum(),
          triggers());
    } finally {
      lock.unlock();
    }
  }
}
