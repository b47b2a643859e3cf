package io.concertmaster.simulation.story;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.engine.local.WorkflowSource;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.check.Problem;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What people do in a simulated world: which workflows there are, which runs they start, which they
 * cancel.
 *
 * @param starts the runs that are started, in the order of time
 * @param others the workflows that runs call, by name
 */
public record Story(List<Start> starts, Map<String, Workflow> others) implements WorkflowSource {
  /** The file of the workflow that hears of failures. */
  public static final String ERRORS = "errors.json";

  /** What is added to the name of a workflow that people changed. */
  public static final String AGAIN = "again";

  private static final Checker CHECKER =
      new Checker(Kinds.catalog(work -> {}, InstantSource.system()));

  /**
   * A run that someone starts.
   *
   * @param workflow its name is that of no other run's
   * @param after how long after the beginning, or after the end of the one before
   * @param follows whether it begins only after the one before it has ended
   * @param cancel when someone cancels it, after its start
   * @param newer the workflow as people put it right meanwhile
   */
  public record Start(
      Workflow workflow,
      RunMode mode,
      List<Long> input,
      Duration after,
      boolean follows,
      Optional<Duration> cancel,
      Optional<Workflow> newer) {
    /** What the run goes by once it was moved to the newer workflow. */
    public Optional<Workflow> newerDefinition() {
      return newer.map(each -> mode.isTrial() ? each : each.live());
    }

    /** What runs: what is pinned stands in for its nodes only where somebody tries it out. */
    public Workflow definition() {
      return switch (mode) {
        case MANUAL, CLI -> input.isEmpty() ? workflow : workflow.takingItems(Optional.empty());
        case TRIGGER, WEBHOOK, INTEGRATED, ERROR -> workflow.live();
      };
    }
  }

  /** The story of a seed. */
  public static Story of(SplittableRandom random) {
    Map<String, Workflow> others = new LinkedHashMap<>();
    int called = random.nextInt(3);
    for (int i = 0; i < called; i++) {
      String name = "called" + i;
      others.put(name, workflow(random, List.copyOf(others.keySet()), name, name, Kinds.CALLED, 3));
    }
    List<String> callable = List.copyOf(others.keySet());
    others.put("errors", workflow(random, List.of(), "errors", "errors", Kinds.ERROR, 2));
    List<Start> starts = new ArrayList<>();
    int runs = 1 + random.nextInt(2);
    for (int i = 0; i < runs; i++) {
      String id = "w" + i;
      String name = "run" + i;
      starts.add(start(random, workflow(random, callable, id, name, Kinds.START, 6), false));
      if (random.nextInt(5) == 0) {
        // The same workflow in the hands of people who changed it: it keeps what it kept.
        name += AGAIN;
        starts.add(start(random, workflow(random, callable, id, name, Kinds.START, 5), true));
      }
    }
    return new Story(List.copyOf(starts), Map.copyOf(others));
  }

  /** A workflow with which nothing is wrong. */
  private static Workflow workflow(
      SplittableRandom random,
      List<String> callable,
      String id,
      String name,
      String trigger,
      int size) {
    Optional<Duration> timeout =
        random.nextInt(100) < 6
            ? Optional.of(Duration.ofMillis(1 + random.nextInt(60_000)))
            : Optional.empty();
    Settings settings =
        Settings.DEFAULT
            .withErrorWorkflow(
                trigger.equals(Kinds.START) && random.nextInt(100) < 60
                    ? Optional.of(ERRORS)
                    : Optional.empty())
            .withTimeout(timeout);
    while (true) {
      Workflow workflow =
          new WorkflowByChance(random, callable).build(id, name, trigger, size, settings);
      if (CHECKER.check(workflow).stream().noneMatch(Problem::isError)) {
        return workflow;
      }
    }
  }

  private static Start start(SplittableRandom random, Workflow workflow, boolean follows) {
    List<Long> input = new ArrayList<>();
    int items = 1 + random.nextInt(4);
    for (int i = 0; i < items; i++) {
      input.add((long) random.nextInt(1_000));
    }
    return new Start(
        workflow,
        random.nextInt(4) == 0 ? RunMode.MANUAL : RunMode.TRIGGER,
        input,
        Duration.ofMillis(random.nextInt(5_000)),
        follows,
        random.nextInt(100) < 12
            ? Optional.of(Duration.ofMillis(random.nextInt(30_000)))
            : Optional.empty(),
        random.nextInt(100) < 30 ? newer(random, workflow) : Optional.empty());
  }

  /** The workflow put right, and nothing is wrong with it; empty where that did not come about. */
  private static Optional<Workflow> newer(SplittableRandom random, Workflow workflow) {
    Workflow newer = new Repair(random, workflow).made();
    boolean right =
        !newer.equals(workflow) && CHECKER.check(newer).stream().noneMatch(Problem::isError);
    return right ? Optional.of(newer) : Optional.empty();
  }

  /** What became meanwhile of the workflow of a run that someone started. */
  public Optional<Workflow> newer(String name) {
    return starts.stream()
        .filter(each -> each.workflow().name().equals(name))
        .findFirst()
        .flatMap(Start::newer);
  }

  /** What someone says of an unsafe step that was cut short. */
  public static UncertainDecision decision(String node, int runIndex, int attempt) {
    UncertainDecision[] all = UncertainDecision.values();
    return all[(int) (Behaviour.next(attempt, "decision" + node, runIndex) % all.length)];
  }

  /** Whether branches of a workflow may work at the same time. */
  public boolean hasBranches(String name) {
    Workflow workflow =
        starts.stream()
            .map(Start::workflow)
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseGet(() -> others.get(name));
    return workflow != null && workflow.settings().parallelBranches() > 1;
  }

  @Override
  public Workflow read(Path file) {
    String name = String.valueOf(file.getFileName()).replace(".json", "");
    return Objects.requireNonNull(others.get(name), name);
  }

  @Override
  public Workflow parse(JsonObject definition) throws EngineException {
    return Objects.requireNonNull(others.get(String.valueOf(definition.get("name"))));
  }
}
