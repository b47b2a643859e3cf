package io.concertmaster.engine.local.run;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.plan.Cause;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.check.Problem;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The runs in this engine's hands, and how runs come into them and leave them. */
public final class Runs implements LiveRun.Keeper {
  private final Services services;
  private final NodeCatalog catalog;
  private final long maxActivations;
  private final Workers workers;
  private final PastRuns past;
  private final Map<Long, LiveRun> live = new ConcurrentHashMap<>();
  private final Map<Long, String> reasons = new ConcurrentHashMap<>();

  Runs(Services services, NodeCatalog catalog, PastRuns past, int threads, long maxActivations) {
    this.services = services;
    this.catalog = catalog;
    this.past = past;
    this.maxActivations = maxActivations;
    this.workers = new Workers(threads);
  }

  @Override
  public void schedule(LiveRun run, Task task) {
    workers.execute(run, task);
  }

  @Override
  public void released(LiveRun run, Optional<String> reason) {
    live.remove(run.id().number());
    reason.ifPresent(text -> reasons.put(run.id().number(), text));
  }

  /** Starts a run; see {@link Engine#start}. */
  public RunId start(RunRequest request) throws EngineException, InterruptedException {
    refuseProblems(request.workflow());
    Definition definition = Definition.of(request.workflow(), catalog, services.evaluator());
    String start = StartNode.of(request, definition);
    List<Item> given =
        request.input().isEmpty() ? List.of(Item.of(JsonObject.empty())) : request.input();
    ItemListRef input = services.items().store(given);
    Instant now = services.now();
    Event event =
        new Event.RunStarted(
            start,
            input,
            request.until(),
            request.folder().toAbsolutePath().toString(),
            request.timeout().or(() -> request.workflow().settings().timeout()),
            maxActivations,
            blank(request.workflow()),
            new Cause(request.mode(), Tokens.next(), 0, Optional.empty()));
    RunRow row =
        new RunRow(
            services.journal().nextRun(),
            definition.hash(),
            definition.workflow().id(),
            definition.workflow().name(),
            now,
            RunStatus.RUNNING,
            Optional.empty(),
            Optional.empty(),
            false);
    List<Recorded> events = List.of(new Recorded(0, now, event));
    LiveRun run = new LiveRun(services, this, row, definition, events);
    services.journal().begin(row, definition.text(), events);
    live.put(row.id(), run);
    services.watchers().tell(new RunEvent.RunStarted(run.id(), now));
    run.goOn();
    return run.id();
  }

  private Optional<ItemListRef> blank(Workflow workflow) throws InterruptedException {
    return workflow.settings().executionOrder() == ExecutionOrder.V0
        ? Optional.of(services.items().store(List.of(Item.of(JsonObject.empty()))))
        : Optional.empty();
  }

  private void refuseProblems(Workflow workflow) throws EngineException {
    List<Problem> errors =
        new Checker(catalog).check(workflow).stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more problems)";
      throw new EngineException(Reason.INVALID_WORKFLOW, errors.getFirst().line(workflow) + more);
    }
  }

  /** How a run stands; see {@link Engine#run}. */
  public Optional<RunView> view(RunId id) throws EngineException {
    LiveRun run = live.get(id.number());
    if (run != null) {
      return Optional.of(run.view());
    }
    return past.view(id, false, reason(id));
  }

  private Optional<String> reason(RunId id) {
    return Optional.ofNullable(reasons.get(id.number()));
  }

  /** The newest runs, newest first. */
  public List<RunSummary> newest(int limit) throws EngineException {
    return past.newest(limit, this::summary);
  }

  private RunSummary summary(RunRow row) {
    LiveRun run = live.get(row.id());
    return run == null
        ? past.summary(row, false, reason(new RunId(row.id())))
        : run.view().summary();
  }

  /** The runs that were cut short, oldest first. */
  public List<RunSummary> interrupted() {
    return past.unfinished().stream()
        .filter(row -> row.status() == RunStatus.RUNNING && !live.containsKey(row.id()))
        .map(this::summary)
        .filter(summary -> !summary.status().ended())
        .toList();
  }

  /** Ends a run; see {@link Engine#cancel}. */
  public void cancel(RunId id) throws EngineException {
    reasons.remove(id.number());
    LiveRun run = live.get(id.number());
    if (run == null) {
      synchronized (this) {
        LiveRun taken = live.get(id.number());
        Optional<LiveRun> found = taken == null ? load(id) : Optional.of(taken);
        found.ifPresent(each -> each.take(new Event.Cancelled(), false));
      }
    } else {
      run.take(new Event.Cancelled(), false);
    }
    refuseIfReleased(id);
  }

  /**
   * Takes up a run; see {@link Engine#resume(RunId)}.
   *
   * @param decision what to do about an unsafe activation that was cut short; ask, where empty
   */
  public void resume(RunId id, Optional<UncertainDecision> decision) throws EngineException {
    synchronized (this) {
      Optional<LiveRun> loaded = live.containsKey(id.number()) ? Optional.empty() : load(id);
      if (loaded.isEmpty()) {
        return;
      }
      LiveRun run = loaded.get();
      Event event = new Event.Resumed();
      if (run.definition().planner().uncertain(run.state())
          && run.state().phase() instanceof Phase.Running(Task task)) {
        event =
            new Event.Decided(
                task.node(),
                task.runIndex(),
                decision.orElseThrow(() -> undecided(id, run.definition(), task)));
      }
      reasons.remove(id.number());
      live.put(id.number(), run);
      run.take(event, false);
    }
    refuseIfReleased(id);
  }

  private void refuseIfReleased(RunId id) throws EngineException {
    String reason = reasons.get(id.number());
    if (reason != null) {
      throw new EngineException(Reason.STORE_FULL, "run " + id + " stays as it is: " + reason);
    }
  }

  private static EngineException undecided(RunId id, Definition definition, Task task) {
    return new EngineException(
        Reason.UNCERTAIN,
        "run "
            + id
            + " was cut short in “"
            + definition.node(task.node()).name()
            + "”, and nobody knows if that step happened: say whether to retry it, to count it as"
            + " failed, or to skip it");
  }

  /** A run that has not ended, read from the journal. */
  private Optional<LiveRun> load(RunId id) throws EngineException {
    RunRow row = past.row(id);
    if (row.status().ended()) {
      return Optional.empty();
    }
    Definition definition = Definition.of(past.definition(row), catalog, services.evaluator());
    List<Recorded> events = past.events(row);
    if (events.isEmpty()) {
      throw new EngineException(
          Reason.STORE_FAILED, "the journal has no events of run " + id + ": it is damaged");
    }
    try {
      return Optional.of(new LiveRun(services, this, row, definition, events));
    } catch (IllegalStateException e) {
      throw new EngineException(
          Reason.STORE_FAILED,
          "the journal of run " + id + " makes no sense: " + e.getMessage(),
          e);
    }
  }

  /**
   * Takes up the runs that wait, and on demand those that were cut short. One that cannot be taken
   * up does not keep the others from it.
   */
  public void takeUp(boolean waiting, boolean interrupted) {
    for (RunRow row : past.unfinished()) {
      boolean wanted = row.status() == RunStatus.WAITING ? waiting : interrupted;
      if (!wanted) {
        continue;
      }
      try {
        RunId id = new RunId(row.id());
        if (row.status() == RunStatus.WAITING) {
          Optional<LiveRun> run = load(id);
          run.ifPresent(each -> live.put(each.id().number(), each));
          run.ifPresent(LiveRun::goOn);
        } else {
          resume(id, Optional.empty());
        }
      } catch (EngineException | StoreException e) {
        System.getLogger(Runs.class.getName())
            .log(
                System.Logger.Level.INFO,
                "run " + row.id() + " cannot be taken up: " + e.getMessage());
      }
    }
  }

  /** Waits until a run rests; see {@link Engine#await}. */
  public RunView await(RunId id) throws EngineException, InterruptedException {
    LiveRun run = live.get(id.number());
    if (run != null) {
      run.awaitRest();
    }
    return view(id).orElseThrow(() -> PastRuns.unknown(id));
  }

  /** Calls back for each event of all runs from now on. */
  public Engine.Subscription subscribe(Consumer<RunEvent> listener) {
    return services.watchers().add(listener);
  }

  /** Lets go of all runs: steps under way may end within a moment, then they are cut short. */
  public void close() {
    services.alarm().close();
    workers.close();
    live.values().forEach(run -> run.letGo(false));
    if (!workers.awaitEnd(Workers.GRACE)) {
      live.values().forEach(run -> run.letGo(true));
      workers.awaitEnd(Workers.GRACE);
    }
    live.values().forEach(run -> run.letGo(true));
    services.watchers().close();
  }
}
