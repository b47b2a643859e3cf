package io.concertmaster.simulation.model;

import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Retry;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.simulation.story.Behaviour;
import io.concertmaster.simulation.story.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the nodes of a run make of their items, with all that is set on them. */
final class Work {
  private final Given given;
  private final Map<String, List<Long>> seen = new HashMap<>();
  private final Map<String, Integer> counted = new HashMap<>();

  Work(Given given) {
    this.given = given;
  }

  /** A try that failed. */
  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed() {
      super("the try failed", null, false, false);
    }
  }

  /** What a node sends, output by output. */
  private static final class Outputs {
    private final Map<String, List<Long>> lists = new LinkedHashMap<>();
    private boolean firstFailed;

    Outputs(List<String> names) {
      names.forEach(name -> lists.put(name, new ArrayList<>()));
    }

    List<Long> of(String name) {
      return lists.computeIfAbsent(name, each -> new ArrayList<>());
    }

    Map<String, List<Long>> filled() {
      Map<String, List<Long>> filled = new LinkedHashMap<>(lists);
      filled.values().removeIf(List::isEmpty);
      return filled;
    }
  }

  /** An activation of a node. */
  Activation of(NodeDefinition node, String id, int runIndex, List<List<Long>> lists) {
    List<List<Long>> visible = new ArrayList<>();
    for (List<Long> list : lists) {
      visible.add(node.executeOnce() && list.size() > 1 ? list.subList(0, 1) : list);
    }
    if (node.disabled()) {
      return done(id, runIndex, visible, instead(node, lists.getFirst()));
    }
    if (node.pinned().isPresent()) {
      List<Long> pinned = new ArrayList<>();
      for (Item item : node.pinned().get()) {
        pinned.add(item.json().get("n") instanceof Long number ? number : 0L);
      }
      return done(id, runIndex, visible, instead(node, pinned));
    }
    int tries = node.retry().map(Retry::tries).orElse(1);
    for (int attempt = 1; ; attempt++) {
      Optional<UncertainDecision> said = given.decision(id, runIndex, attempt);
      if (said.isPresent() && said.get() == UncertainDecision.SKIP) {
        return done(id, runIndex, visible, instead(node, lists.getFirst()));
      }
      boolean declared = said.isPresent() && said.get() == UncertainDecision.FAIL;
      if (!declared) {
        try {
          return done(id, runIndex, visible, tried(node, id, runIndex, attempt, visible));
        } catch (Failed failed) {
          if (attempt < tries) {
            continue;
          }
        }
      }
      return switch (node.onError()) {
        case STOP -> new Activation(id, runIndex, visible, Map.of(), false);
        case CONTINUE -> done(id, runIndex, visible, instead(node, lists.getFirst()));
        case OUTPUT -> done(id, runIndex, visible, diverted(visible));
      };
    }
  }

  private static Activation done(
      String id, int runIndex, List<List<Long>> inputs, Map<String, List<Long>> outputs) {
    return new Activation(id, runIndex, inputs, outputs, true);
  }

  /** What leaves by the first output without the node's doing. */
  private static Map<String, List<Long>> instead(NodeDefinition node, List<Long> list) {
    if (list.isEmpty()) {
      return node.alwaysOutput() ? Map.of("main", List.of(0L)) : Map.of();
    }
    return Map.of("main", list);
  }

  private static Map<String, List<Long>> diverted(List<List<Long>> inputs) {
    List<Long> all = new ArrayList<>();
    inputs.forEach(all::addAll);
    return Map.of("error", all.isEmpty() ? List.of(0L) : all);
  }

  private Map<String, List<Long>> tried(
      NodeDefinition node, String id, int runIndex, int attempt, List<List<Long>> inputs)
      throws Failed {
    Behaviour behaviour =
        node.parameters().get("settings") instanceof JsonObject settings
            ? Behaviour.of(settings)
            : Behaviour.PLAIN;
    if (given.isOverdue(id, runIndex, attempt) || behaviour.fails(runIndex, attempt)) {
      throw new Failed();
    }
    Outputs outputs = new Outputs(behaviour.portNames());
    switch (node.type()) {
      case Kinds.START, Kinds.CALLED, Kinds.ERROR -> outputs.of("main").addAll(inputs.getFirst());
      case Kinds.CALL -> call(outputs, id, runIndex, attempt, inputs.getFirst());
      case Kinds.LOOP -> loop(outputs, behaviour, id, runIndex, inputs.getFirst());
      case Kinds.COUNT -> {
        int before = counted.getOrDefault(id, 0);
        send(outputs, node, behaviour, id, runIndex, inputs, before);
      }
      default -> send(outputs, node, behaviour, id, runIndex, inputs, 0);
    }
    boolean triesLeft = node.retry().isPresent() && attempt < node.retry().get().tries();
    if (triesLeft && outputs.firstFailed) {
      throw new Failed();
    }
    if (node.type().equals(Kinds.COUNT)) {
      counted.merge(id, 1, Integer::sum);
    }
    if (node.alwaysOutput() && outputs.of("main").isEmpty()) {
      outputs.of("main").add(0L);
    }
    if (node.type().equals(Kinds.WAIT) && given.isAnswered(id, runIndex)) {
      return Map.of("main", List.of(Behaviour.ANSWER));
    }
    return outputs.filled();
  }

  private static void send(
      Outputs outputs,
      NodeDefinition node,
      Behaviour behaviour,
      String id,
      int runIndex,
      List<List<Long>> inputs,
      int more)
      throws Failed {
    for (int input = 0; input < inputs.size(); input++) {
      for (long old : Behaviour.first(inputs.get(input))) {
        long number = Behaviour.next(old + input + more, id, runIndex);
        if (behaviour.rejects(number)) {
          reject(outputs, node, old);
        } else if (!behaviour.drops(number)) {
          outputs.of(Behaviour.portName(behaviour.port(number))).add(number);
        }
      }
    }
  }

  /** An item that fails alone: it has no number where it stays in the first output. */
  private static void reject(Outputs outputs, NodeDefinition node, long number) throws Failed {
    if (node.onError() == OnError.STOP) {
      throw new Failed();
    }
    outputs.firstFailed |= outputs.of("main").isEmpty();
    if (node.onError() == OnError.OUTPUT) {
      outputs.of("error").add(number);
    } else {
      outputs.of("main").add(0L);
    }
  }

  private void call(Outputs outputs, String id, int runIndex, int attempt, List<Long> items)
      throws Failed {
    for (Optional<List<Long>> run : given.called(id, runIndex, attempt, items)) {
      if (run.isEmpty()) {
        throw new Failed();
      }
      for (long number : Behaviour.first(run.get())) {
        outputs.of("main").add(Behaviour.next(number, id, runIndex));
      }
    }
  }

  private void loop(
      Outputs outputs, Behaviour behaviour, String id, int runIndex, List<Long> items) {
    List<Long> all = seen.computeIfAbsent(id, each -> new ArrayList<>());
    all.addAll(items);
    boolean again = runIndex < behaviour.passes();
    for (long number : Behaviour.first(again ? items : all)) {
      outputs.of(again ? "o1" : "main").add(Behaviour.next(number, id, runIndex));
    }
  }
}
