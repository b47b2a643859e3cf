package io.concertmaster.engine.local.run;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NumberedEvent;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunPage;
import io.concertmaster.engine.RunQuery;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.plan.Entry;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Planner;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.engine.local.trigger.ActiveWorkflows;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.Workflows;
import io.concertmaster.node.data.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The runs in this engine's hands, and how runs come into them and leave them. */
public final class Runs implements Keeper {
  private final Services services;
  private final Definitions definitions;
  private final NewRuns newRuns;
  private final RunsOnce once;
  private final CalledRuns called;
  private final AwaitedRuns awaited;
  private final ErrorRuns errors;
  private final Workers workers;
  private final WantingRuns wanting;
  private final PastRuns past;
  private final LostEvents lost;
  private final ActiveWorkflows active;
  private final Answers answers;
  private final Map<Long, LiveRun> live = new ConcurrentHashMap<>();
  private final Map<Long, String> reasons = new ConcurrentHashMap<>();

  /** Held while a run is taken up, so that it is in one pair of hands. */
  private final ReentrantLock taking = new ReentrantLock();

  Runs(Services services, NodeCatalog catalog, PastRuns past, Workers workers) {
    this.services = services;
    this.definitions = new Definitions(catalog, services.evaluator());
    this.past = past;
    this.lost = new LostEvents(services.journal().reader(), live::containsKey);
    this.newRuns = new NewRuns(services, definitions);
    this.once = new RunsOnce(services.journal().reader());
    Callees callees = new Callees(services.policy().workflows());
    this.called = new CalledRuns(services, past, callees, this::begin);
    this.errors = new ErrorRuns(services, past, callees, this::begin);
    this.workers = workers;
    this.awaited = new AwaitedRuns(this, past, called, workers);
    this.wanting = new WantingRuns(services, workers, this::goOnWithRoom);
    this.active = new TriggeredRuns(services, definitions, this).active();
    this.answers = new Answers(services, past, this, awaited);
    services.watchers().add(active::heard);
  }

  @Override
  public void hold(LiveRun run) {
    live.put(run.id().number(), run);
  }

  @Override
  public void schedule(LiveRun run, Task task) {
    if (services.room().isShort()) {
      run.park(new LetGo(services.room().why(), true));
    } else {
      workers.begin(run, task);
    }
  }

  @Override
  public void perform(LiveRun run, Task task) {
    workers.perform(run, task);
  }

  @Override
  public void written(Runnable work) {
    workers.follow(work);
  }

  @Override
  public void released(LiveRun run, Optional<LetGo> reason) {
    reason.ifPresent(why -> reasons.put(run.id().number(), why.text()));
    boolean settled = !run.isOwing() || errors.settle(run.id().number());
    live.remove(run.id().number());
    if (!settled || (reason.isPresent() && reason.get().forWantOfRoom())) {
      wanting.add(run.id()); // when it is in nobody's hands, so that it can be taken up
    }
    if (run.state().ended()) {
      awaited.ended(run);
      TriggeredRuns.tell(active, run);
    }
  }

  @Override
  public void awaitRuns(LiveRun caller, Task task, List<Long> runs) {
    awaited.await(caller, task, runs);
  }

  @Override
  public void dismissCallsOf(RunId caller) {
    awaited.dismiss(() -> called.leftBy(caller));
  }

  /** Takes a run up, where it is in nobody's hands; it may be let go of again at any moment. */
  void takeUp(RunId id) throws EngineException {
    if (past.row(id).status() == RunStatus.WAITING) {
      taking.lock();
      try {
        if (!live.containsKey(id.number())) {
          load(id).ifPresent(this::goOn);
        }
      } finally {
        taking.unlock();
      }
    } else {
      goOn(id, Optional.empty());
    }
  }

  @Override
  public RunId called(
      LiveRun caller, Task task, String key, Workflows.Callee callee, ItemListRef items)
      throws EngineException, InterruptedException {
    return called.called(caller, task, key, callee, items);
  }

  @Override
  public Workflows.Call standing(RunId run) throws EngineException {
    return called.standing(run);
  }

  /** Starts a run; see {@link Engine#start}. */
  public RunId start(RunRequest request) throws EngineException, InterruptedException {
    return begun(newRuns.of(request, this));
  }

  /** The workflows whose triggers listen. */
  public ActiveWorkflows active() {
    return active;
  }

  /** A run in this engine's hands. */
  Optional<LiveRun> live(RunId id) {
    return Optional.ofNullable(live.get(id.number()));
  }

  /** The runs in this engine's hands. */
  Stream<LiveRun> held() {
    return live.values().stream();
  }

  /** Starts a run once for a key; see {@link Engine#startOnce}. */
  public RunId startOnce(RunRequest request, String key)
      throws EngineException, InterruptedException {
    return once.of(key, call -> begun(newRuns.of(request, this, call)));
  }

  RunId begin(RunRequest request, NewRuns.Call by) throws EngineException, InterruptedException {
    return begun(newRuns.of(request, this, by));
  }

  private RunId begun(LiveRun run) {
    services.watchers().tell(new RunEvent.RunStarted(run.id(), services.now()));
    run.goOn();
    return run.id();
  }

  private void goOn(LiveRun run) {
    hold(run);
    run.goOn();
  }

  /** How a run stands; see {@link Engine#run}. */
  public Optional<RunView> view(RunId id) throws EngineException {
    LiveRun run = live.get(id.number());
    if (run != null) {
      return Optional.of(run.view());
    }
    return past.view(id, false, reason(id));
  }

  /** What happened in a run after a number; see {@link Engine#events}. */
  public List<NumberedEvent> told(RunId id, long after) throws EngineException {
    return past.told(id, after);
  }

  private Optional<String> reason(RunId id) {
    return Optional.ofNullable(reasons.get(id.number()));
  }

  /** How many runs are in this engine's hands. */
  public int count() {
    return live.size();
  }

  /** A page of a list of runs; see {@link Engine#runs(RunQuery)}. */
  public RunPage page(RunQuery query) {
    return past.page(query, this::summary);
  }

  /** Those that have not ended, oldest first. */
  public List<RunSummary> unfinished() {
    return past.unfinished().stream()
        .map(this::summary)
        .filter(each -> !each.status().ended())
        .toList();
  }

  private RunSummary summary(RunRow row) {
    LiveRun run = live.get(row.id());
    return run == null ? past.released(row, reason(new RunId(row.id()))) : run.view().summary();
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
      taking.lock();
      try {
        LiveRun taken = live.get(id.number());
        Optional<LiveRun> found =
            taken == null ? DamagedRuns.loadOrEnd(services, id, this::load) : Optional.of(taken);
        if (found.isPresent()) {
          cancel(found.get());
        } else {
          called.waitingFor(id).ifPresent(awaited::look);
        }
      } finally {
        taking.unlock();
      }
    } else if (!cancel(run) && !reasons.containsKey(id.number())) {
      cancel(id); // somebody else let go of it meanwhile: it is read anew
      return;
    }
    refuseIfReleased(id);
  }

  /**
   * Ends a run, and the runs for whose end it waits.
   *
   * @return false where it was let go of before it could end
   */
  private boolean cancel(LiveRun run) throws EngineException {
    run.take(new Event.Cancelled());
    if (!run.state().ended() && live.get(run.id().number()) == run) {
      String why = run.leaves().orElse("the store did not take it");
      run.letGo(true); // a person wants it to end: no branch works on because the disk is full
      throw Refusal.notCancelled(run.id(), why);
    }
    if (!run.state().ended()) {
      return false;
    }
    for (RunId each : called.leftBy(run.id())) {
      cancel(each);
    }
    return true;
  }

  /** Ends a wait from outside; see {@link Engine#resume(RunId, String, String, List)}. */
  public void answer(RunId id, String token, String output, List<Item> items)
      throws EngineException, InterruptedException {
    try (var _ = services.items().use()) {
      answers.take(id, token, output, items);
    }
    refuseIfReleased(id);
  }

  /**
   * Takes up a run; see {@link Engine#resume(RunId)}.
   *
   * @param decision what to do about an unsafe activation that was cut short; ask, where empty
   */
  public void resume(RunId id, Optional<UncertainDecision> decision) throws EngineException {
    goOn(id, decision);
    awaited.takeUpCaller(id);
    refuseIfReleased(id);
  }

  private void goOn(RunId id, Optional<UncertainDecision> decision) throws EngineException {
    taking.lock();
    try {
      Optional<LiveRun> loaded = live.containsKey(id.number()) ? Optional.empty() : load(id);
      if (loaded.isEmpty()) {
        return;
      }
      LiveRun run = loaded.get();
      Event event = new Event.Resumed();
      Planner planner = run.definition().planner();
      List<Task> uncertain = planner.uncertainTasks(run.state());
      if (!uncertain.isEmpty()) {
        Task step = firstOf(uncertain, run.past().firstUncertain());
        event =
            new Event.Decided(
                step.node(),
                step.runIndex(),
                decision.orElseThrow(() -> Refusal.undecided(id, run.definition(), step.node())));
      }
      reasons.remove(id.number());
      hold(run);
      run.take(event);
      if (uncertain.size() > 1) {
        run.letGo(true); // people are asked about one step at a time
      }
    } finally {
      taking.unlock();
    }
  }

  /** The step about which people are asked first; a journal may say less than the node does now. */
  private static Task firstOf(List<Task> uncertain, Optional<Entry> shown) {
    return uncertain.stream()
        .filter(each -> shown.filter(entry -> entry.node().equals(each.node())).isPresent())
        .findFirst()
        .orElse(uncertain.getFirst());
  }

  /** Pins a run that waits to another definition; see {@link Engine#upgrade}. */
  public void upgrade(RunId id, Workflow workflow) throws EngineException {
    RunRow row = past.row(id);
    if (!row.workflowId().equals(workflow.id())) {
      throw Refusal.notMoved(
          id,
          "it is a run of the workflow “" + row.workflowId() + "”, not of “" + workflow.id() + "”");
    }
    taking.lock();
    try {
      LiveRun taken = live.get(id.number());
      LiveRun run = taken == null ? load(id).orElse(null) : taken;
      if (run == null) {
        throw Refusal.notMoved(id, "it has ended");
      }
      boolean trial = run.past().cause().mode().isTrial();
      Definition newer = definitions.checked(trial ? workflow : workflow.live());
      if (run.definition().hash().equals(newer.hash())) {
        return;
      }
      Optional<String> hindrance = run.upgrade(newer);
      if (hindrance.isPresent()) {
        throw Refusal.notMoved(id, hindrance.get());
      }
      if (taken != null || reasons.remove(id.number()) != null) {
        load(id).ifPresent(this::goOn);
      }
    } finally {
      taking.unlock();
    }
    services.watchers().tell(new RunEvent.StatusChanged(id, services.now(), RunStatus.WAITING));
  }

  private void refuseIfReleased(RunId id) throws EngineException {
    LiveRun run = live.get(id.number());
    String reason = run == null ? reasons.get(id.number()) : run.leaves().orElse(null);
    if (reason != null) {
      throw new EngineException(Reason.STORE_FULL, "run " + id + " stays as it is: " + reason);
    }
  }

  /** A run that has not ended, read from the journal. */
  private Optional<LiveRun> load(RunId id) throws EngineException {
    RunRow row = past.row(id);
    if (row.status().ended()) {
      return Optional.empty();
    }
    Definition definition = definitions.stored(row.definition(), () -> past.definition(row));
    boolean more = row.status() == RunStatus.RUNNING && lost.hasNewer(id.number());
    List<Recorded> events = more ? past.eventsOfTable(row) : past.events(row);
    if (events.isEmpty()) {
      throw new EngineException(
          Reason.STORE_FAILED, "the journal has no events of run " + id + ": it is damaged");
    }
    try {
      RunState folded = PinnedPlans.fold(events, definition, definitions);
      return Optional.of(new LiveRun(services, this, row, definition, folded, events));
    } catch (IllegalStateException e) {
      throw new EngineException(
          Reason.STORE_FAILED,
          "the journal of run " + id + " makes no sense: " + e.getMessage(),
          e);
    }
  }

  /**
   * Takes up the runs that wait, and on demand those that were cut short; those that wait for
   * nobody any more end. One that cannot be taken up does not keep the others from it.
   */
  public void takeUp(boolean waiting, boolean interrupted) {
    called.left().forEach(awaited::dismiss);
    for (RunRow row : past.unfinished()) {
      boolean wanted = row.status() == RunStatus.WAITING ? waiting : interrupted;
      if (!wanted) {
        continue;
      }
      try {
        RunId id = new RunId(row.id());
        takeUp(id);
        if (row.status() == RunStatus.WAITING) {
          awaited.takeUpCaller(id);
        }
      } catch (EngineException | StoreException e) {
        System.getLogger(Runs.class.getName())
            .log(
                System.Logger.Level.INFO,
                "run " + row.id() + " cannot be taken up: " + e.getMessage());
      }
    }
  }

  /** A run waits until there is room on the disk. */
  void wants(RunId id) {
    wanting.add(id);
  }

  private void goOnWithRoom(RunId id) throws EngineException {
    if (past.row(id).status().ended()) {
      settleAll();
    } else if (called.isLeft(id)) {
      cancel(id);
    } else if (!live.containsKey(id.number())) {
      takeUp(id);
    }
  }

  /** Runs the error workflows that a crash kept from running. */
  public void settleAll() {
    errors.settleAll().forEach(wanting::add);
  }

  /** Waits until nothing happens any more by itself; see {@link Engine#awaitQuiet}. */
  public void awaitQuiet() throws InterruptedException {
    new Quiet(live, awaited).await();
  }

  /** Waits until a run rests; see {@link Engine#await}. */
  public RunView await(RunId id) throws EngineException, InterruptedException {
    LiveRun run = live.get(id.number());
    if (run != null) {
      run.resting().awaitRest();
    }
    return view(id).orElseThrow(() -> PastRuns.unknown(id));
  }

  /** Calls back for each event of all runs from now on. */
  public Engine.Subscription subscribe(Consumer<RunEvent> listener) {
    return services.watchers().add(listener);
  }

  /** Lets go of all runs: steps under way may end within a moment, then they are cut short. */
  public void close() {
    active.close();
    services.alarm().close();
    workers.beginNothing();
    live.values().forEach(run -> run.letGo(false));
    long end = System.nanoTime() + Workers.GRACE.toNanos();
    live.values().forEach(run -> run.awaitStill(end - System.nanoTime()));
    live.values().forEach(run -> run.letGo(true));
    workers.close();
    workers.awaitEnd(Workers.GRACE);
    live.values().forEach(run -> run.letGo(true));
    services.watchers().close();
  }
}
