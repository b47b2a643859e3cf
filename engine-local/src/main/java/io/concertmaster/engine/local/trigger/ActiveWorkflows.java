package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.ActiveTrigger;
import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.journal.ActiveRow;
import io.concertmaster.engine.local.journal.Moment;
import io.concertmaster.engine.local.journal.ScheduleRow;
import io.concertmaster.engine.local.journal.SeenFile.Stamp;
import io.concertmaster.engine.local.journal.WatchRow;
import io.concertmaster.engine.local.journal.WatchTables;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The active workflows of an engine, and the one timer that wakes the schedules of all of them.
 *
 * <p>Design note. The timer sleeps until the next moment of all schedules, at most {@link #LOOK},
 * so that a leap of the clock is seen soon; while nothing is active it never wakes. What is due is
 * worked at by a few threads, each workflow by one at a time. Locks: the one here guards the order
 * and is held for moments; each registration has its own, which is held while its runs begin, and
 * is taken first.
 */
public final class ActiveWorkflows {
  static final Duration LOOK = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

  private final TriggerHost host;
  private final Registrations registrations;
  private final ExecutorService workers;

  /** One at a time makes workflows active or inactive. */
  private final ReentrantLock changing = new ReentrantLock();

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Registration> active = new HashMap<>();
  private final Map<String, ActiveWorkflow> broken = new HashMap<>();
  private final DueOrder order = new DueOrder();
  private Optional<List<Opening>> openings = Optional.empty();
  private Instant lastLook = Instant.EPOCH;
  private long wakes;
  private Optional<Instant> armed = Optional.empty();
  private boolean asked;
  private boolean listening;
  private boolean loaded;
  private boolean closed;

  /**
   * Those of a host; nothing listens before {@link #listen}.
   *
   * @param workers threads that begin runs
   */
  public ActiveWorkflows(TriggerHost host, ExecutorService workers) {
    this.host = host;
    this.registrations = new Registrations(host);
    this.workers = workers;
  }

  /** Takes up the active workflows of the store, soon; what was due meanwhile is due then. */
  public void listen() {
    locked(() -> asked = true);
    try {
      workers.execute(() -> {
        try {
          load();
          locked(() -> listening = true);
          locked(() -> Map.copyOf(active))
              .forEach((id, each) -> {
                watch(id, each);
                work(id);
              });
        } catch (StoreException e) {
          again("all workflows", AGAIN, this::listen, System.Logger.Level.WARNING, e);
        }
      });
    } catch (RejectedExecutionException closing) {
      // The store is taken up when it is opened again.
    }
  }

  /** Looks at the folders of a workflow from now on. */
  private List<FolderWatcher> watch(String id, Registration registration) {
    return locked(() -> asked && !closed) ? registration.watch(() -> work(id)) : List.of();
  }

  /** Reads what is active, the first time. */
  private void load() {
    changing.lock();
    try {
      if (loaded) {
        return;
      }
      Map<String, List<ScheduleRow>> schedules =
          by(host.tables().schedules(), ScheduleRow::workflow);
      List<WatchRow> allWatches = host.tables().folders().watches();
      Map<String, List<WatchRow>> watches = by(allWatches, WatchRow::workflow);
      Map<WatchTables.Key, Map<String, Stamp>> files = host.tables().folders().files(allWatches);
      Map<String, List<Moment>> waiting = by(host.tables().waiting(), Moment::workflow);
      Map<String, List<RunId>> running = host.underWay();
      for (ActiveRow row : host.tables().workflows()) {
        String id = row.workflow();
        try {
          Registration registration =
              registrations.stored(
                  row,
                  schedules.getOrDefault(id, List.of()),
                  watches.getOrDefault(id, List.of()),
                  files,
                  waiting.getOrDefault(id, List.of()),
                  running.getOrDefault(id, List.of()));
          locked(() -> active.put(id, registration));
        } catch (EngineException e) {
          locked(() -> broken.put(id, broken(row, e)));
        }
      }
      forgetEnded();
      loaded = true;
    } finally {
      changing.unlock();
    }
  }

  private static <T> Map<String, List<T>> by(List<T> rows, Function<T, String> workflow) {
    return rows.stream().collect(Collectors.groupingBy(workflow));
  }

  /** Runs that ended before their workflow was here to hear of it. */
  private void forgetEnded() {
    Map<String, List<RunId>> running = host.underWay();
    active.forEach((id, registration) -> {
      registration.lock().lock();
      try {
        registration.running().retainAll(running.getOrDefault(id, List.of()));
      } finally {
        registration.lock().unlock();
      }
    });
  }

  private static ActiveWorkflow broken(ActiveRow row, EngineException why) {
    String problem = why.getMessage() + ": make the workflow active again when that is mended";
    ActiveTrigger none =
        new ActiveTrigger(
            "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(problem));
    return new ActiveWorkflow(
        row.workflow(),
        row.workflow(),
        row.definition(),
        Path.of(row.folder()),
        row.since(),
        0,
        0,
        List.of(none));
  }

  /** Makes a workflow active; see {@link io.concertmaster.engine.Engine#activate}. */
  public ActiveWorkflow activate(Workflow workflow, Path folder) throws EngineException {
    Checked definition = host.checked(workflow);
    String id = workflow.id();
    load();
    Registration registration = registered(definition, folder);
    for (FolderWatcher each : watch(id, registration)) {
      try {
        each.awaitFirst(FIRST_LOOK); // files that come after this call are new
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    ActiveWorkflow view = registration.view();
    work(id);
    return view;
  }

  private Registration registered(Checked definition, Path folder) throws EngineException {
    String id = definition.workflow().id();
    changing.lock();
    try {
      Openings.mustBeFree(
          Openings.of(definition, folder, host.now()),
          openings().stream().filter(each -> !each.workflowId().equals(id)).toList());
      Optional<Registration> before = registration(id);
      before.ifPresent(was -> was.lock().lock());
      Registration registration;
      try {
        registration =
            registrations.activated(definition, folder.toAbsolutePath().toString(), before);
        before.ifPresent(Registration::end);
        locked(() -> {
          broken.remove(id);
          openings = Optional.empty();
          return active.put(id, registration);
        });
      } finally {
        before.ifPresent(was -> was.lock().unlock());
      }
      return registration;
    } finally {
      changing.unlock();
    }
  }

  /** Makes a workflow inactive; see {@link io.concertmaster.engine.Engine#deactivate}. */
  public boolean deactivate(String id) {
    load();
    changing.lock();
    try {
      Optional<Registration> before = registration(id);
      before.ifPresent(was -> was.lock().lock());
      try {
        host.tables().deactivate(id);
        before.ifPresent(Registration::end);
      } finally {
        before.ifPresent(was -> was.lock().unlock());
      }
      return locked(() -> {
        order.remove(id);
        openings = Optional.empty();
        boolean known = active.remove(id) != null;
        return broken.remove(id) != null || known;
      });
    } finally {
      changing.unlock();
    }
  }

  /** The active workflows, by name. */
  public List<ActiveWorkflow> all() {
    load();
    List<ActiveWorkflow> views = new ArrayList<>(locked(() -> List.copyOf(broken.values())));
    locked(() -> List.copyOf(active.values())).forEach(each -> views.add(each.view()));
    views.sort(Comparator.comparing(ActiveWorkflow::name).thenComparing(ActiveWorkflow::id));
    return List.copyOf(views);
  }

  /** The triggers that others call; the same list while nothing changes. */
  public List<Opening> openings() {
    load();
    return locked(() -> {
      if (openings.isEmpty()) {
        openings =
            Optional.of(
                active.values().stream()
                    .flatMap(each -> each.openings().stream())
                    .sorted(Comparator.comparing(Opening::workflowId).thenComparing(Opening::node))
                    .toList());
      }
      return openings.get();
    });
  }

  /** Begins the run of a call; see {@link io.concertmaster.engine.Engine#call}. */
  public RunId call(String workflow, String node, List<Item> items, String key)
      throws EngineException, InterruptedException {
    load();
    Registration registration =
        registration(workflow)
            .orElseThrow(() ->
                new EngineException(
                    EngineException.Reason.NOT_ACTIVE, "nobody listens there any more"));
    return registration.call(node, items, key);
  }

  /** Something happened in a run of the engine. */
  public void heard(RunEvent event) {
    if (event instanceof RunEvent.StatusChanged now && now.status() == RunStatus.WAITING) {
      rests(now.run());
    }
  }

  /**
   * A run that rests until someone outside goes on with no place meanwhile. Returns at once:
   * whoever tells this may be the one for whom a registration waits.
   */
  private void rests(RunId run) {
    try {
      workers.execute(() -> {
        if (host.rests(run)) {
          locked(() -> List.copyOf(active.values())).forEach(each -> each.ended(run));
        }
      });
    } catch (RejectedExecutionException closing) {
      // Places are counted anew when the store is opened again.
    }
  }

  /** A run that a trigger began has ended. */
  public void ended(String workflow, RunId run) {
    if (registration(workflow).isEmpty()) {
      return;
    }
    execute(
        workflow,
        registration -> {
          registration.ended(run);
          if (locked(() -> listening)) {
            registration.work();
          }
        });
  }

  /** Begins nothing more. */
  public void close() {
    locked(() -> closed = true);
    locked(() -> List.copyOf(active.values()))
        .forEach(each -> {
          each.lock().lock();
          try {
            each.end();
          } finally {
            each.lock().unlock();
          }
        });
    workers.shutdown();
    try {
      var _ = workers.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Registration> registration(String id) {
    lock.lock();
    try {
      return Optional.ofNullable(active.get(id));
    } finally {
      lock.unlock();
    }
  }

  /** What is done with a registration on a thread of its own. */
  private interface Step {
    void with(Registration registration) throws EngineException, InterruptedException;
  }

  private void work(String workflow) {
    if (locked(() -> listening)) {
      execute(workflow, Registration::work);
    }
  }

  private void execute(String workflow, Step step) {
    try {
      workers.execute(
          () -> registration(workflow).ifPresent(each -> perform(workflow, each, step)));
    } catch (RejectedExecutionException closing) {
      // What is due is due when the store is opened again.
    }
  }

  private void perform(String workflow, Registration registration, Step step) {
    try {
      step.with(registration);
      await(workflow, registration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (EngineException | StoreException e) {
      again(workflow, AGAIN, () -> work(workflow), System.Logger.Level.DEBUG, e);
    } catch (RuntimeException e) {
      again(workflow, LOOK, () -> work(workflow), System.Logger.Level.ERROR, e);
    }
  }

  private void again(
      String what, Duration pause, Runnable call, System.Logger.Level level, Exception why) {
    if (!locked(() -> closed)) {
      System.getLogger(ActiveWorkflows.class.getName())
          .log(level, "the triggers of " + what + " try again", why);
      host.after(pause, call);
    }
  }

  /** The registration waits for its next moment. */
  private void await(String workflow, Registration registration) {
    Optional<Instant> next = registration.next();
    lock.lock();
    try {
      if (next.isPresent() && listening && active.get(workflow) == registration) {
        order.put(workflow, next.get());
        arm();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sees to it that the timer wakes in time; under the lock. */
  private void arm() {
    Optional<Instant> first = order.first();
    if (first.isEmpty() || closed) {
      armed = Optional.empty();
      return;
    }
    if (armed.isPresent() && !first.get().isBefore(armed.get())) {
      return;
    }
    armed = first;
    long wake = ++wakes;
    Duration left = Duration.between(host.now(), first.get());
    Duration span = left.isNegative() ? Duration.ZERO : left;
    host.after(span.compareTo(LOOK) > 0 ? LOOK : span, () -> woke(wake));
  }

  private void woke(long wake) {
    List<String> due;
    lock.lock();
    try {
      if (wake != wakes || closed) {
        return; // another one was asked for since
      }
      Instant now = host.now();
      boolean wasPutBack = now.isBefore(lastLook.minus(AGAIN));
      lastLook = now;
      armed = Optional.empty();
      due = wasPutBack ? List.copyOf(active.keySet()) : order.take(now);
      arm();
    } finally {
      lock.unlock();
    }
    due.forEach(this::work);
  }

  private interface Guarded<T> {
    T get();
  }

  private <T> T locked(Guarded<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
