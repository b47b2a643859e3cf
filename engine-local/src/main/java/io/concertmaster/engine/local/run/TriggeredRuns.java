package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.local.FileRule;
import io.concertmaster.engine.local.journal.ActiveTables;
import io.concertmaster.engine.local.journal.Beginning;
import io.concertmaster.engine.local.plan.Cause;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.WaitKey;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.engine.local.trigger.ActiveWorkflows;
import io.concertmaster.engine.local.trigger.Checked;
import io.concertmaster.engine.local.trigger.TriggerHost;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The runs that triggers begin. */
final class TriggeredRuns implements TriggerHost {
  private final Services services;
  private final Definitions definitions;
  private final Runs runs;

  TriggeredRuns(Services services, Definitions definitions, Runs runs) {
    this.services = services;
    this.definitions = definitions;
    this.runs = runs;
  }

  /** The active workflows, whose runs are these. */
  ActiveWorkflows active() {
    return new ActiveWorkflows(this, services.triggers());
  }

  @Override
  public Instant now() {
    return services.now();
  }

  @Override
  public void after(Duration span, Runnable call) {
    services.alarm().after(span, call);
  }

  @Override
  public Thread start(String name, Runnable work) {
    return services.threads().start(name, work);
  }

  @Override
  public FileRule files() {
    return services.policy().reach().files();
  }

  @Override
  public ActiveTables tables() {
    return services.journal().active();
  }

  @Override
  public Checked checked(Workflow workflow) throws EngineException {
    return checked(definitions.checked(workflow.live()));
  }

  @Override
  public Checked stored(String hash) throws EngineException {
    return checked(definitions.stored(hash, () -> services.journal().reader().definition(hash)));
  }

  private static Checked checked(Definition definition) {
    Map<String, NodeType> triggers = new LinkedHashMap<>();
    definition
        .workflow()
        .nodes()
        .forEach((id, node) -> {
          NodeType type = definition.types().get(id);
          if (type != null && !node.disabled() && type.descriptor().isTrigger()) {
            triggers.put(id, type);
          }
        });
    return new Checked(definition.workflow(), definition.text(), definition.hash(), triggers);
  }

  @Override
  public RunId begin(Checked definition, Path folder, Beginning beginning, JsonObject item)
      throws EngineException, InterruptedException {
    RunRequest request =
        new RunRequest(
            definition.workflow(),
            folder,
            List.of(),
            Optional.of(beginning.node()),
            Optional.empty(),
            Optional.empty(),
            RunMode.TRIGGER);
    Cause cause = new Cause(RunMode.TRIGGER, WaitKey.of(Secrets.next()), 0, Optional.empty());
    try (var _ = services.items().use()) {
      ItemListRef items = services.items().store(List.of(Item.of(item)));
      return runs.begin(
          request, new NewRuns.Call(beginning.key(), items, cause, Optional.of(beginning)));
    }
  }

  @Override
  public RunId call(Checked definition, Path folder, String node, List<Item> items, String key)
      throws EngineException, InterruptedException {
    RunRequest request =
        new RunRequest(
            definition.workflow(),
            folder,
            items,
            Optional.of(node),
            Optional.empty(),
            Optional.empty(),
            RunMode.TRIGGER);
    return key.isEmpty() ? runs.start(request) : runs.startOnce(request, key);
  }

  @Override
  public Optional<RunId> called(String key) {
    return runOf(RunsOnce.call(key));
  }

  @Override
  public Optional<RunId> runOf(String key) {
    return services.journal().reader().runOfCall(key).map(RunId::new);
  }

  @Override
  public void cancel(RunId run) throws EngineException {
    runs.cancel(run);
  }

  @Override
  public Optional<RunSummary> summary(RunId run) {
    try {
      return runs.view(run).map(view -> view.summary());
    } catch (StoreException e) {
      e.throwUnlessDamaged();
      return Optional.empty(); // the list of runs tells of that
    } catch (EngineException e) {
      return Optional.empty(); // it was taken away
    }
  }

  @Override
  public Map<String, List<RunId>> underWay() {
    return runs.held()
        .filter(run -> !run.state().ended() && isTriggered(run) && !rests(run))
        .sorted(Comparator.comparingLong(run -> run.id().number()))
        .collect(
            Collectors.groupingBy(
                TriggeredRuns::workflow, Collectors.mapping(LiveRun::id, Collectors.toList())));
  }

  @Override
  public boolean rests(RunId run) {
    return runs.live(run).filter(TriggeredRuns::rests).isPresent();
  }

  /** Tells that a run has ended, where a trigger began it. */
  static void tell(ActiveWorkflows active, LiveRun run) {
    if (isTriggered(run)) {
      active.ended(workflow(run), run.id());
    }
  }

  private static boolean rests(LiveRun run) {
    RunState state = run.state();
    return state.waits()
        && state.active().stream()
            .allMatch(each -> each instanceof Phase.Waiting wait && wait.callable());
  }

  private static boolean isTriggered(LiveRun run) {
    return run.past().cause().mode() == RunMode.TRIGGER;
  }

  private static String workflow(LiveRun run) {
    return run.definition().workflow().id();
  }
}
