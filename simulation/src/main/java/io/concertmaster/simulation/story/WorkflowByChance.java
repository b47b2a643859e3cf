package io.concertmaster.simulation.story;

import io.concertmaster.model.Connection;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Retry;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A workflow by chance: lines, branches, merges, loops by back edges, and all that can be set on a
 * node.
 */
final class WorkflowByChance {
  /** An output from which items may go on. */
  private record End(String node, String output) {}

  private static final List<Effect> EFFECTS = List.of(Effect.values());

  private final SplittableRandom random;
  private final List<String> callable;
  private final Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
  private final List<Connection> connections = new ArrayList<>();
  private final Map<String, Placement> layout = new LinkedHashMap<>();
  private final List<End> ends = new ArrayList<>();
  private final Set<String> wired = new HashSet<>();

  /** How many branches may work at the same time. */
  private int branches = 1;

  /**
   * Begins a workflow.
   *
   * @param callable names of the workflows that it may call
   */
  WorkflowByChance(SplittableRandom random, List<String> callable) {
    this.random = random;
    this.callable = callable;
  }

  /**
   * The workflow.
   *
   * @param trigger the type of its first node
   * @param size the most nodes besides
   */
  Workflow build(String id, String name, String trigger, int size, Settings settings) {
    add("n0", trigger, Behaviour.PLAIN, List.of());
    branches = chance(30) ? 2 + random.nextInt(3) : 1;
    int count = 1 + random.nextInt(size) + (branches > 1 ? 2 : 0);
    for (int i = 1; i <= count; i++) {
      step("n" + i);
    }
    if (ends.size() > 1 && chance(20)) {
      back();
    }
    boolean old = branches == 1 && trigger.equals(Kinds.START) && chance(15);
    ExecutionOrder order = old ? ExecutionOrder.V0 : ExecutionOrder.V1;
    return new Workflow(
        id,
        name,
        settings.withExecutionOrder(order).withParallelBranches(branches),
        nodes,
        connections,
        layout,
        JsonObject.empty());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void step(String id) {
    int kind = random.nextInt(100);
    if (kind < (branches > 1 ? 20 : 14) && ends.size() > 1) {
      add(id, Kinds.MERGE, plain(1), List.of("main", "i1"));
    } else if (kind < (branches > 1 ? 28 : 26)) {
      loop(id);
    } else if (kind < (branches > 1 ? 46 : 36)) {
      add(id, Kinds.WAIT, waiting(), List.of("main"));
    } else if (kind < 50 && !callable.isEmpty()) {
      String called = callable.get(random.nextInt(callable.size()));
      int times = chance(25) ? 2 : 1;
      add(id, Kinds.CALL, calling(called, times), List.of("main"));
    } else if (kind < 60) {
      add(id, Kinds.COUNT, plain(1), List.of("main"));
    } else {
      add(id, Kinds.STEP, plain(1 + random.nextInt(3)), List.of("main"));
    }
  }

  /** A loop, and what it goes through. */
  private void loop(String id) {
    Behaviour loop =
        new Behaviour(2, Effect.PURE, 0, 1, 0, 0, 1 + random.nextInt(3), 0, false, true, "", 0);
    add(id, Kinds.LOOP, loop, List.of("main"));
    String body = id + "b";
    add(body, Kinds.STEP, plain(1), List.of());
    ends.removeIf(end -> end.node().equals(body) || end.equals(new End(id, "o1")));
    connect(new End(id, "o1"), body, "main");
    connect(new End(body, "main"), id, "main");
  }

  private Behaviour plain(int ports) {
    boolean failing = chance(22);
    return new Behaviour(
        ports,
        EFFECTS.get(random.nextInt(EFFECTS.size())),
        failing ? 1 + random.nextInt(3) : 0,
        1 + random.nextInt(3),
        chance(12) ? 2 + random.nextInt(4) : 0,
        chance(20) ? 2 + random.nextInt(4) : 0,
        0,
        0,
        false,
        true,
        "",
        0);
  }

  private Behaviour waiting() {
    boolean callable = chance(40);
    return new Behaviour(
        1,
        Effect.PURE,
        0,
        1,
        0,
        0,
        0,
        random.nextInt(100_000),
        callable,
        !callable || chance(50),
        "",
        0);
  }

  private static Behaviour calling(String called, int times) {
    return new Behaviour(1, Effect.IDEMPOTENT, 0, 1, 0, 0, 0, 0, false, true, called, times);
  }

  private void add(String id, String type, Behaviour behaviour, List<String> inputs) {
    NodeDefinition node =
        NodeDefinition.of(type, 1, id)
            .withParameters(JsonObject.of("settings", behaviour.settings()));
    nodes.put(id, type.equals(Kinds.LOOP) || id.equals("n0") ? node : set(node));
    layout.put(id, Placement.at(random.nextInt(4) * 100.0, random.nextInt(1_000_000)));
    for (String input : inputs) {
      if (input.equals("main") || chance(90)) {
        int most = chance(branches > 1 ? 40 : 15) ? 2 : 1;
        for (int i = 0; i < most; i++) {
          connect(ends.get(from()), id, input);
        }
      }
    }
    behaviour.portNames().forEach(port -> ends.add(new End(id, port)));
    if (nodes.get(id).onError() == OnError.OUTPUT) {
      ends.add(new End(id, "error"));
    }
  }

  /** Mostly a node goes on where the newest ones end, unless branches work at the same time. */
  private int from() {
    int size = ends.size();
    return chance(branches > 1 ? 25 : 60)
        ? size - 1 - random.nextInt(Math.min(2, size))
        : random.nextInt(size);
  }

  private void connect(End from, String target, String input) {
    if (wired.add(from.node() + ">" + target)) {
      connections.add(new Connection(from.node(), from.output(), target, input));
    }
  }

  private void back() {
    End from = ends.get(1 + random.nextInt(ends.size() - 1));
    List<String> others = nodes.keySet().stream().filter(id -> !id.equals("n0")).toList();
    connect(from, others.get(random.nextInt(others.size())), "main");
  }

  private NodeDefinition set(NodeDefinition node) {
    NodeDefinition set = node;
    if (chance(35)) {
      set = set.withOnError(chance(50) ? OnError.CONTINUE : OnError.OUTPUT);
    }
    if (chance(30)) {
      Duration pause = Duration.ofMillis(chance(30) ? 0 : random.nextInt(40_000));
      set =
          set.withRetry(
              Optional.of(new Retry(2 + random.nextInt(3), pause, 1 + random.nextInt(2))));
    }
    if (!node.type().equals(Kinds.CALL) && chance(4)) {
      set = set.withTimeout(Optional.of(Duration.ofMillis(1 + random.nextInt(2_000))));
    }
    if (chance(8)) {
      set = set.withDisabled(true);
    }
    if (chance(6)) {
      set =
          set.withPinned(
              Optional.of(List.of(Item.of("n", (long) random.nextInt(1_000)), Item.of("n", 7L))));
    }
    if (chance(50)) {
      set = set.withOnUncertain(chance(50) ? OnUncertain.RETRY : OnUncertain.FAIL);
    }
    return set.withAlwaysOutput(chance(15)).withExecuteOnce(chance(8));
  }
}
