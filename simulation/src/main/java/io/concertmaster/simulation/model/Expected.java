package io.concertmaster.simulation.model;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The course of a run in the order v1: depth first, what stands higher on the canvas first. Where
 * branches may work at the same time, each node gets the same in the same order, however long the
 * steps take; a failure then ends the run somewhere in this course, which goes on in the branches
 * that do not come behind what failed.
 *
 * @param activations in their order
 * @param failed whether it ends as failed
 * @param endless whether it is stopped for the number of its activations
 */
public record Expected(List<Activation> activations, boolean failed, boolean endless) {
  /** What the run sends to one that called it. */
  public List<Long> sent() {
    if (activations.isEmpty()) {
      return List.of();
    }
    return activations.getLast().outputs().values().stream().findFirst().orElse(List.of());
  }

  /** The course of a run. */
  public static Expected of(Workflow workflow, Given given) {
    return new Course(workflow, given).run();
  }

  /** A run under way. */
  private static final class Course {
    /** A list of items a node's input; null where nothing came. */
    private record Ready(String node, List<@Nullable List<Long>> inputs) {}

    private final Workflow older;
    private final Given given;
    private final Work work;
    private final Deque<Ready> ready = new ArrayDeque<>();
    private final Map<String, List<List<@Nullable List<Long>>>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Activation> activations = new ArrayList<>();
    private final boolean branches;

    /** The definition by which the run goes now. */
    private Workflow workflow;

    /** Nodes to which nothing comes any more, since what failed stands before them. */
    private final Set<String> lost = new HashSet<>();

    private boolean failed;

    Course(Workflow workflow, Given given) {
      this.older = workflow;
      this.workflow = workflow;
      this.given = given;
      this.work = new Work(given);
      this.branches = workflow.settings().parallelBranches() > 1;
    }

    Expected run() {
      List<@Nullable List<Long>> first = new ArrayList<>();
      first.add(given.input());
      ready.push(new Ready("n0", first));
      while (feed()) {
        if (activations.size() >= given.most()) {
          return new Expected(activations, true, true);
        }
        Ready next = ready.pop();
        if (lost.contains(next.node())) {
          continue;
        }
        int runIndex = counts.merge(next.node(), 1, Integer::sum) - 1;
        List<List<Long>> lists = new ArrayList<>();
        next.inputs().forEach(list -> lists.add(list == null ? List.of() : list));
        NodeDefinition definition = definition(next.node(), runIndex);
        Activation activation = work.of(definition, next.node(), runIndex, lists);
        activations.add(activation);
        if (activation.done()) {
          workflow =
              given
                  .move()
                  .filter(move -> !move.done().contains(activation.step()))
                  .map(Move::newer)
                  .orElse(older);
          deliver(activation);
        } else if (branches) {
          failed = true;
          lost.add(next.node());
          lost.addAll(reached(next.node(), true));
        } else {
          return new Expected(activations, true, false);
        }
      }
      return new Expected(activations, failed, false);
    }

    /** What a node is when a step of it begins. */
    private NodeDefinition definition(String node, int runIndex) {
      Workflow then =
          given
              .move()
              .filter(move -> !move.begun().contains(node + "/" + runIndex))
              .map(Move::newer)
              .orElse(older);
      return Objects.requireNonNull(then.nodes().get(node), node);
    }

    /** The last one that is put on the stack runs first: so the lowest on the canvas goes first. */
    private void deliver(Activation from) {
      List<Connection> wires = new ArrayList<>();
      for (Connection each : workflow.connections()) {
        if (each.source().equals(from.node())) {
          wires.add(each);
        }
      }
      wires.sort(
          Comparator.comparing(
                  (Connection each) -> Objects.requireNonNull(workflow.layout().get(each.target())),
                  Comparator.comparingDouble(Placement::y).thenComparingDouble(Placement::x))
              .reversed());
      for (Connection wire : wires) {
        List<Long> list = from.outputs().getOrDefault(wire.output(), List.of());
        if (!list.isEmpty()) {
          arrive(wire.target(), wire.input().equals("main") ? 0 : 1, list);
        }
      }
    }

    private void arrive(String node, int input, List<Long> list) {
      int awaited = awaits(node);
      int inputs = Math.max(awaited, inputs(node));
      if (awaited == 1) {
        List<@Nullable List<Long>> only = blank(inputs);
        only.set(0, list);
        ready.push(new Ready(node, only));
        return;
      }
      List<List<@Nullable List<Long>>> sets =
          waiting.computeIfAbsent(node, id -> new ArrayList<>());
      int at = 0;
      while (at < sets.size() && sets.get(at).get(input) != null) {
        at++;
      }
      if (at == sets.size()) {
        sets.add(blank(inputs));
      }
      sets.get(at).set(input, list);
      if (!sets.get(at).contains(null)) {
        ready.push(new Ready(node, sets.remove(at)));
        if (sets.isEmpty()) {
          waiting.remove(node);
        }
      }
    }

    private static List<@Nullable List<Long>> blank(int inputs) {
      List<@Nullable List<Long>> blank = new ArrayList<>();
      for (int i = 0; i < inputs; i++) {
        blank.add(null);
      }
      return blank;
    }

    private int inputs(String node) {
      NodeDefinition definition = Objects.requireNonNull(workflow.nodes().get(node));
      return definition.type().equals("sim.merge") ? 2 : 1;
    }

    /** A node waits for all inputs up to the last one that is connected. */
    private int awaits(String node) {
      return workflow.connections().stream()
              .anyMatch(each -> each.target().equals(node) && !each.input().equals("main"))
          ? 2
          : 1;
    }

    /**
     * Where nothing is ready, the first node that waits runs with what it has, unless one before it
     * waits too.
     */
    private boolean feed() {
      while (ready.isEmpty()) {
        if (failed) {
          return false;
        }
        Collection<String> order = branches ? workflow.nodes().keySet() : waiting.keySet();
        Optional<String> next =
            order.stream()
                .filter(waiting::containsKey)
                .filter(node ->
                    reached(node, false).stream()
                        .noneMatch(each -> !each.equals(node) && waiting.containsKey(each)))
                .findFirst();
        if (next.isEmpty()) {
          return false;
        }
        var sets = Objects.requireNonNull(waiting.get(next.get()));
        ready.push(new Ready(next.get(), sets.removeFirst()));
        if (sets.isEmpty()) {
          waiting.remove(next.get());
        }
      }
      return true;
    }

    /** The nodes that can be reached from one, or from which it can be. */
    private Set<String> reached(String node, boolean forward) {
      Set<String> found = new HashSet<>();
      Deque<String> open = new ArrayDeque<>(List.of(node));
      while (!open.isEmpty()) {
        String at = open.pop();
        for (Connection each : workflow.connections()) {
          String near = forward ? each.source() : each.target();
          String far = forward ? each.target() : each.source();
          if (near.equals(at) && found.add(far)) {
            open.push(far);
          }
        }
      }
      return found;
    }
  }
}
