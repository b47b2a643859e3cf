package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.journal.ActiveRow;
import io.concertmaster.engine.local.journal.Beginning;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.journal.Moment;
import io.concertmaster.engine.local.journal.ScheduleRow;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.Concurrency;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One active workflow: its schedules, the runs that they began, and what is due and waits.
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
  private final Set<RunId> running = new LinkedHashSet<>();
  private final Deque<Moment> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean over;

  Registration(
      TriggerHost host,
      ActiveRow row,
      Checked definition,
      List<ClockListener> schedules,
      Collection<RunId> running,
      Collection<Moment> waiting) {
    this.host = host;
    this.row = row;
    this.definition = definition;
    this.concurrency = definition.workflow().settings().concurrency();
    this.schedules = List.copyOf(schedules);
    this.running.addAll(running);
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

  Set<RunId> running() {
    return running;
  }

  Deque<Moment> waiting() {
    return waiting;
  }

  /** It begins nothing more. */
  void end() {
    over = true;
  }

  /** For what it waits; empty where nothing comes any more. */
  Optional<Instant> next() {
    lock.lock();
    try {
      return over
          ? Optional.empty()
          : schedules.stream()
              .flatMap(each -> each.next().stream())
              .min(Comparator.naturalOrder());
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
      beginWaiting();
      for (ClockListener each : schedules) {
        each.clockIs(host.now());
        DueMoments due = each.due(host.now());
        for (Instant moment : due.runs()) {
          offer(each, each.moment(moment));
        }
        if (due.settled().isAfter(each.row().settled())) {
          leaveOut(each, due.settled());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** A run has ended. */
  void ended(RunId run) {
    lock.lock();
    try {
      running.remove(run);
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull() {
    return running.size() >= concurrency.atOnce();
  }

  private void beginWaiting() throws EngineException, InterruptedException {
    while (!over && !waiting.isEmpty() && !isFull()) {
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
    if (over) {
      return;
    }
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
        while (isFull()) {
          RunId oldest = running.iterator().next();
          host.cancel(oldest);
          running.remove(oldest);
        }
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
              new Beginning(moment, schedule.row()),
              schedule.listening().item().apply(moment.at()));
      running.add(run);
      schedule.moved(schedule.row().begun(moment.at(), run.number()));
      schedule.works();
    } catch (EngineException e) {
      if (e.reason() != Reason.INVALID_WORKFLOW) {
        throw e;
      }
      schedule.fails(e.getMessage());
      leaveOut(schedule, moment.at());
    }
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
          running.size(),
          waiting.size(),
          schedules.stream().map(each -> each.view(host)).toList());
    } finally {
      lock.unlock();
    }
  }
}
