package io.concertmaster.simulation.judge;

import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Retry;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.simulation.disk.Storage;
import io.concertmaster.simulation.model.Activation;
import io.concertmaster.simulation.model.Expected;
import io.concertmaster.simulation.model.Given;
import io.concertmaster.simulation.model.Move;
import io.concertmaster.simulation.story.Behaviour;
import io.concertmaster.simulation.story.Kinds;
import io.concertmaster.simulation.story.Outside.Work;
import io.concertmaster.simulation.story.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is to be said when everything has ended. */
public final class Verdict {
  /** A run as its row tells it. */
  private record Row(long id, String workflow, String status, long ended) {
    boolean succeeded() {
      return status.equals("SUCCEEDED");
    }
  }

  /** So late it may be ended: others go first. */
  private static final Duration LATE = Duration.ofSeconds(5);

  private final Story story;
  private final Storage storage;
  private final Acknowledged acknowledged;
  private final List<Work> works;
  private final long most;
  private final Map<Long, Row> rows = new TreeMap<>();
  private final Map<Long, Chronicle> chronicles = new HashMap<>();
  private final Map<String, List<Long>> called = new LinkedHashMap<>();
  private final Map<Long, Optional<Expected>> courses = new HashMap<>();

  /**
   * Hears the case.
   *
   * @param most how many activations a run may have
   */
  public Verdict(
      Story story, Storage storage, Acknowledged acknowledged, List<Work> works, long most) {
    this.story = story;
    this.storage = storage;
    this.acknowledged = acknowledged;
    this.works = works;
    this.most = most;
  }

  /**
   * Says it.
   *
   * @throws Broken when a promise was not kept
   */
  public void say() {
    for (@Nullable Object[] row :
        storage.journal("SELECT id, workflow_name, status, ended FROM run ORDER BY id")) {
      long id = (Long) Objects.requireNonNull(row[0]);
      Row run = new Row(id, String.valueOf(row[1]), String.valueOf(row[2]), ended(row[3]));
      rows.put(id, run);
      chronicles.put(
          id,
          new Chronicle(
              id,
              workflow(run),
              start(run).flatMap(Story.Start::newerDefinition),
              !acknowledged.clockWasSet(),
              storage.lines(id)));
      JsonObject cause = chronicle(id).cause();
      if (cause.get("node") != null) {
        called
            .computeIfAbsent(
                cause.get("run") + "/" + cause.get("node") + "/" + cause.get("index"),
                step -> new ArrayList<>())
            .add(id);
      }
    }
    acknowledged
        .runs()
        .forEach((name, id) -> {
          Row row = rows.get(id);
          if (row == null || !row.workflow().equals(name)) {
            throw new Broken("run " + id + " of " + name + " was acknowledged and is lost");
          }
        });
    rows.values().forEach(this::judge);
    errors();
    staticData();
    leftOver();
    goneOnForNobody();
  }

  private static long ended(@Nullable Object moment) {
    return moment instanceof Long millis ? millis : Long.MAX_VALUE;
  }

  private Chronicle chronicle(long id) {
    return Objects.requireNonNull(chronicles.get(id));
  }

  private Workflow workflow(Row row) {
    return start(row)
        .map(Story.Start::definition)
        .orElseGet(() -> Objects.requireNonNull(story.others().get(row.workflow())).live());
  }

  private Optional<Story.Start> start(Row row) {
    return story.starts().stream()
        .filter(each -> each.workflow().name().equals(row.workflow()))
        .findFirst();
  }

  private void judge(Row row) {
    Chronicle chronicle = chronicle(row.id());
    if (acknowledged.isCancelled(row.id())
        && chronicle.end().isEmpty()
        && !row.succeeded()
        && !row.status().equals("FAILED")) {
      throw new Broken("run " + row.id() + " was cancelled and is " + row.status());
    }
    Optional<Expected> expected = course(row);
    if (expected.isEmpty()) {
      return;
    }
    List<Activation> activations = expected.get().activations();
    List<String> steps = activations.stream().map(Activation::step).toList();
    boolean cut = !chronicle.end().isEmpty();
    boolean branches = workflow(row).settings().parallelBranches() > 1;
    boolean whole = !cut && !(branches && expected.get().failed());
    boolean right =
        branches
            ? among(steps, chronicle.steps(), whole)
            : whole ? steps.equals(chronicle.steps()) : starts(steps, chronicle.steps());
    if (!right) {
      throw new Broken(
          "run "
              + row.id()
              + " of "
              + row.workflow()
              + " took the steps "
              + chronicle.steps()
              + " and must take "
              + steps);
    }
    if (!cut && row.succeeded() == expected.get().failed()) {
      throw new Broken("run " + row.id() + " of " + row.workflow() + " is " + row.status());
    }
    for (Activation each : activations) {
      Map<String, Long> sent = chronicle.sent().get(each.step());
      Map<String, Long> sizes = new LinkedHashMap<>();
      each.outputs().forEach((output, list) -> sizes.put(output, (long) list.size()));
      if (sent != null && each.done() && !sent.equals(sizes)) {
        throw new Broken(
            "step "
                + each.step()
                + " of run "
                + row.id()
                + " sent "
                + sent
                + " and must send "
                + sizes);
      }
    }
    Map<String, Activation> byStep = new HashMap<>();
    activations.forEach(each -> byStep.put(each.step(), each));
    for (Work work : works) {
      if (work.run() == row.id()) {
        Activation activation = byStep.get(work.node() + "/" + work.runIndex());
        if (activation == null || !activation.inputs().equals(work.inputs())) {
          throw new Broken("wrong items: " + work + ", where this is right: " + activation);
        }
      }
    }
  }

  /**
   * Whether the steps of each node are those that it must take, in their order; all of them, where
   * the run took its whole course.
   */
  private static boolean among(List<String> all, List<String> taken, boolean whole) {
    Set<String> right = new HashSet<>(all);
    return right.containsAll(taken) && (!whole || all.size() == taken.size());
  }

  private static boolean starts(List<String> whole, List<String> part) {
    return part.size() <= whole.size() && whole.subList(0, part.size()).equals(part);
  }

  /** What a run must come to; empty where nobody can say. */
  private Optional<Expected> course(Row row) {
    if (!courses.containsKey(row.id())) {
      Workflow workflow = workflow(row);
      Optional<Expected> course = Optional.empty();
      if (workflow.settings().executionOrder() == ExecutionOrder.V1) {
        try {
          boolean branches = workflow.settings().parallelBranches() > 1;
          course =
              Optional.of(Expected.of(workflow, given(row)))
                  .filter(each -> !(branches && each.endless()));
        } catch (Cut cut) {
          // The run was ended before it had called what it was about to call.
        }
      }
      courses.put(row.id(), course);
    }
    return Objects.requireNonNull(courses.get(row.id()));
  }

  /** Nobody knows how it would have gone on. */
  private static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cut() {
      super("the run was cut short", null, false, false);
    }
  }

  private Given given(Row row) {
    Chronicle chronicle = chronicle(row.id());
    Map<String, Integer> taken = new HashMap<>();
    return new Given() {
      @Override
      public List<Long> input() {
        if (start(row).isPresent()) {
          return start(row).get().input();
        }
        if (chronicle.cause().get("node") == null) {
          return List.of(0L);
        }
        List<Long> items = inputs.get(row.id());
        if (items == null) {
          throw new Cut(); // nobody knows what its caller gave it
        }
        return items;
      }

      @Override
      public Optional<UncertainDecision> decision(String node, int runIndex, int attempt) {
        return Optional.ofNullable(
            chronicle.decisions().get(node + "/" + runIndex + "/" + attempt));
      }

      @Override
      public boolean isOverdue(String node, int runIndex, int attempt) {
        return chronicle.overdue().contains(node + "/" + runIndex + "/" + attempt);
      }

      @Override
      public boolean isAnswered(String node, int runIndex) {
        return chronicle.isAnswered(node + "/" + runIndex);
      }

      @Override
      public List<Optional<List<Long>>> called(
          String node, int runIndex, int attempt, List<Long> items) {
        String step = row.id() + "/" + node + "/" + runIndex;
        List<Long> all = Verdict.this.called.getOrDefault(step, List.of());
        int times = times(workflow(row), node);
        int from = taken.merge(step, times, Integer::sum) - times;
        if (from + times > all.size()) {
          throw new Cut();
        }
        List<Optional<List<Long>>> results = new ArrayList<>();
        for (long id : all.subList(from, from + times)) {
          inputs.put(id, items);
          Row child = Objects.requireNonNull(rows.get(id));
          Optional<Expected> course = course(child);
          results.add(
              child.succeeded()
                  ? Optional.of(course.orElseThrow(Cut::new).sent())
                  : Optional.empty());
        }
        return results;
      }

      @Override
      public Optional<Move> move() {
        return chronicle.move();
      }

      @Override
      public long most() {
        return most;
      }
    };
  }

  /** What was given to the runs that were called. */
  private final Map<Long, List<Long>> inputs = new HashMap<>();

  private static int times(Workflow workflow, String node) {
    NodeDefinition definition = Objects.requireNonNull(workflow.nodes().get(node));
    return definition.parameters().get("settings") instanceof JsonObject settings
        ? Behaviour.of(settings).times()
        : 0;
  }

  /** For each failure that is to be told there is one run that hears of it. */
  private void errors() {
    long owed = 0;
    long paid = 0;
    for (Row row : rows.values()) {
      Object mode = chronicle(row.id()).cause().get("mode");
      paid += RunMode.ERROR.id().equals(mode) ? 1 : 0;
      boolean told =
          (row.status().equals("FAILED") || row.status().equals("TIMED_OUT"))
              && !RunMode.MANUAL.id().equals(mode)
              && !RunMode.ERROR.id().equals(mode)
              && workflow(row).settings().errorWorkflow().isPresent();
      owed += told ? 1 : 0;
    }
    if (owed != paid) {
      throw new Broken(
          owed + " failures were to be told to an error workflow, and " + paid + " were");
    }
  }

  /** A workflow that is run by one run at a time counted as often as its nodes did. */
  private void staticData() {
    Map<String, Long> expected = new TreeMap<>();
    for (Row row : rows.values()) {
      Optional<Story.Start> start = start(row);
      if (start.isPresent() && start.get().mode() != RunMode.MANUAL) {
        Workflow workflow =
            chronicle(row.id()).move().map(Move::newer).orElse(start.get().workflow());
        chronicle(row.id())
            .counted()
            .forEach((node, count) -> {
              NodeDefinition definition = Objects.requireNonNull(workflow.nodes().get(node));
              if (definition.type().equals(Kinds.COUNT)) {
                expected.merge(workflow.id() + "/", (long) count, Long::sum);
                expected.merge(workflow.id() + "/" + node, (long) count, Long::sum);
              }
            });
      }
    }
    // Of what two branches change at the same time the later one stays.
    Set<String> shared = new HashSet<>();
    for (Story.Start each : story.starts()) {
      if (each.workflow().settings().parallelBranches() > 1) {
        shared.add(each.workflow().id() + "/");
      }
    }
    expected.keySet().removeAll(shared);
    Map<String, Long> kept = new TreeMap<>();
    for (@Nullable Object[] row :
        storage.journal("SELECT workflow_id, node, json FROM static_data")) {
      if (String.valueOf(row[0]).startsWith("w")) {
        Object count = Json.parseObject(String.valueOf(row[2])).get("count");
        kept.put(row[0] + "/" + row[1], count instanceof Long number ? number : 0L);
      }
    }
    kept.keySet().removeAll(shared);
    if (!kept.equals(expected)) {
      throw new Broken("kept from run to run is " + kept + " and must be " + expected);
    }
  }

  /** No run is there that nobody called. */
  private void leftOver() {
    called.forEach((step, runs) -> {
      String[] parts = step.split("/", -1);
      long caller = Long.parseLong(parts[0]);
      Row row = Objects.requireNonNull(rows.get(caller));
      Optional<Expected> course = course(row);
      int times = times(workflow(row), parts[1]);
      int tries = tries(workflow(row), parts[1]);
      if (course.isPresent() && runs.size() > times * tries) {
        throw new Broken(runs.size() + " runs were called by step " + step);
      }
    });
    for (Map.Entry<String, List<Long>> each : called.entrySet()) {
      for (long id : each.getValue()) {
        Row caller =
            Objects.requireNonNull(rows.get(Long.parseLong(each.getKey().split("/", -1)[0])));
        if (course(caller).isPresent() && !inputs.containsKey(id)) {
          throw new Broken(
              "run " + id + " was called by step " + each.getKey() + " once too often");
        }
      }
    }
  }

  /** Where a caller has ended, the run that it called ends soon too, and not by its own course. */
  private void goneOnForNobody() {
    if (acknowledged.clockWasSet()) {
      return;
    }
    called.forEach((step, runs) -> {
      Row caller = Objects.requireNonNull(rows.get(Long.parseLong(step.split("/", -1)[0])));
      for (long id : runs) {
        Row row = Objects.requireNonNull(rows.get(id));
        if (chronicle(id).end().isEmpty() && row.ended() - LATE.toMillis() > caller.ended()) {
          throw new Broken(
              "run " + id + " went on to its end after its caller, run " + caller.id() + ", ended");
        }
      }
    });
  }

  private static int tries(Workflow workflow, String node) {
    NodeDefinition definition = Objects.requireNonNull(workflow.nodes().get(node));
    return definition.retry().map(Retry::tries).orElse(1);
  }

  /** Every list and file that the journal names outlives a crash too. */
  public static void namesOnlyWhatIsThere(Storage storage) {
    new Names(storage).check();
  }
}
