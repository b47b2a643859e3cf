package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.node.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Runs a plan without doing anything: nodes send what a test says, time passes as it says. */
final class DryRun {
  static final ItemListRef ONE = new ItemListRef("n1ab", 1);

  private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> heights = new HashMap<>();
  private final Map<String, Set<Integer>> required = new HashMap<>();
  private final List<String> connections = new ArrayList<>();
  Function<Task, Map<String, ItemListRef>> outputs = task -> Map.of("main", ONE);
  Optional<String> until = Optional.empty();
  Optional<Duration> timeout = Optional.empty();
  ExecutionOrder nodeOrder = ExecutionOrder.V1;
  OnUncertain onUncertain = OnUncertain.ASK;
  int lanes = 1;
  long maxActivations = 1_000;
  Instant now = Instant.parse("2026-01-01T00:00:00Z");
  RunState state = RunState.NEW;
  Planner planner = new Planner(new Graph(ExecutionOrder.V1, Map.of()));
  final List<Command> commands = new ArrayList<>();
  final List<Event> events = new ArrayList<>();

  /** A node; what stands higher on the canvas runs first. */
  DryRun node(String id, int inputs, int y) {
    return node(id, inputs, y, Effect.PURE, OnError.STOP, Optional.empty());
  }

  DryRun node(String id, int inputs, int y, Effect effect, OnError onError, Optional<Retry> retry) {
    heights.put(id, y);
    nodes.put(
        id,
        new GraphNode(
            id,
            id,
            Mode.RUN,
            inputs,
            Set.of(),
            Set.of(),
            false,
            effect,
            onError,
            onUncertain,
            retry,
            List.of()));
    return this;
  }

  /** {@code from[:output] > to[:position]}, several with spaces between. */
  DryRun connect(String... lines) {
    connections.addAll(List.of(lines));
    return this;
  }

  /** The inputs without whose items a node never runs. */
  DryRun requires(String id, Integer... positions) {
    required.put(id, Set.of(positions));
    return this;
  }

  DryRun start(String first) {
    Map<String, List<Wire>> wires = new LinkedHashMap<>();
    Map<String, Set<Integer>> connected = new HashMap<>();
    for (String line : connections) {
      String[] ends = line.split(" > ", -1);
      String[] from = ends[0].split(":", -1);
      String[] to = ends[1].split(":", -1);
      String output = from.length > 1 ? from[1] : "main";
      int input = to.length > 1 ? Integer.parseInt(to[1]) : 0;
      wires
          .computeIfAbsent(from[0], id -> new ArrayList<>())
          .add(new Wire(output, position(output), to[0], input));
      connected.computeIfAbsent(to[0], id -> new HashSet<>()).add(input);
    }
    Map<String, GraphNode> graph = new LinkedHashMap<>();
    nodes.forEach((id, node) -> {
      List<Wire> out = new ArrayList<>(wires.getOrDefault(id, List.of()));
      if (nodeOrder == ExecutionOrder.V1) {
        out.sort(Comparator.comparing((Wire wire) -> heights.get(wire.target())).reversed());
      }
      graph.put(
          id,
          new GraphNode(
              id,
              id,
              node.mode(),
              node.inputs(),
              connected.getOrDefault(id, Set.of()),
              required.getOrDefault(id, Set.of()),
              nodeOrder == ExecutionOrder.V0 && !id.equals(first),
              node.effect(),
              node.onError(),
              node.onUncertain(),
              node.retry(),
              out));
    });
    planner = new Planner(new Graph(nodeOrder, lanes, graph, wires.keySet()));
    take(
        new Event.RunStarted(
            first, ONE, until, "/", timeout, maxActivations, Optional.of(ONE), Cause.MANUAL));
    return this;
  }

  /** Outputs called {@code o1} and so on have their number as position. */
  private static int position(String output) {
    return output.matches("o[0-9]") ? output.charAt(1) - '0' : 0;
  }

  DryRun take(Event event) {
    Planner.Step step = planner.apply(state, event, now);
    state = step.state();
    commands.clear();
    commands.addAll(step.commands());
    events.add(event);
    return this;
  }

  Task task() {
    return switch (state.phase()) {
      case Phase.Ready(Task task) -> task;
      case Phase.Running(Task task) -> task;
      case Phase phase -> throw new AssertionError("not one step runs in " + phase);
    };
  }

  DryRun begin() {
    return take(planner.began(task()));
  }

  DryRun done() {
    Task task = task();
    return take(
        new Event.Done(
            task.node(), task.runIndex(), outputs.apply(task), Optional.empty(), Traces.NONE));
  }

  DryRun fail(String message) {
    Task task = task();
    RunError error = new RunError(Optional.of(task.node()), message, "", OptionalLong.empty());
    return take(new Event.Failed(task.node(), task.runIndex(), task.attempt(), error));
  }

  /** Runs to the end and tells the nodes in the order in which they ran. */
  List<String> order() {
    List<String> order = new ArrayList<>();
    while (state.phase() instanceof Phase.Ready(Task task)) {
      order.add(task.node());
      begin();
      done();
    }
    return order;
  }
}
