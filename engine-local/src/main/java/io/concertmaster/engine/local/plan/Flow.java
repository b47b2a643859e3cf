package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How lists flow from node to node: which activations become ready, and in which order.
 *
 * <p>Design note. These are the rules of n8n's execution order v1. There is one stack. What a node
 * sent goes to its successors, the topmost first and then the leftmost, and each is pushed so that
 * the first of them is on top: depth first. An output that sent nothing pushes nothing. A node with
 * one connected input runs once for each list that arrives; several wires into one input are
 * several lists. A node with more gathers: a list fills the first set that has no list at its input
 * yet, and a set that is full is pushed. When the stack is empty, the first node that gathers, and
 * of whose ancestors none gathers too, runs with what it has.
 */
final class Flow {
  private final Graph graph;

  Flow(Graph graph) {
    this.graph = graph;
  }

  /** Sends what an activation's outputs hold on its way. */
  RunState deliver(RunState state, Task from, Map<String, ItemListRef> outputs) {
    if (state.until().isPresent() && state.until().get().equals(from.node())) {
      return state;
    }
    RunState result = state;
    List<Wire> wires = graph.node(from.node()).wires();
    for (Wire wire : wires.reversed()) {
      ItemListRef list = outputs.get(wire.output());
      if (list != null && list.size() > 0 && wanted(state, wire.target())) {
        Input.Origin origin = new Input.Origin(from.node(), from.runIndex(), wire.output());
        Input input = new Input(list, Optional.of(origin));
        result = arrive(result, wire.target(), wire.input(), input);
      }
    }
    return result;
  }

  /** Gives a list to the node at which a run begins. */
  RunState arrive(RunState state, String node, Input input) {
    return state.with(state.ready().push(task(node, Map.of(0, input))), state.gathering());
  }

  private boolean wanted(RunState state, String node) {
    return state.until().isEmpty()
        || state.until().get().equals(node)
        || graph.ancestors(state.until().get()).contains(node);
  }

  private RunState arrive(RunState state, String node, int position, Input input) {
    Set<Integer> connected = graph.node(node).connected();
    if (connected.size() == 1) {
      return state.with(state.ready().push(task(node, Map.of(position, input))), state.gathering());
    }
    List<List<Input>> sets = new ArrayList<>(state.gathering().getOrDefault(node, List.of()));
    int at = firstWithout(sets, position);
    List<Input> set =
        new ArrayList<>(
            at < sets.size()
                ? sets.get(at)
                : Collections.nCopies(graph.node(node).inputs(), Input.NONE));
    set.set(position, input);
    boolean full = connected.stream().noneMatch(each -> set.get(each).equals(Input.NONE));
    if (full) {
      sets.remove(at);
      Task task = Task.queued(node, graph.node(node).mode(), set);
      return state.with(state.ready().push(task), replaced(state, node, sets));
    }
    if (at < sets.size()) {
      sets.set(at, List.copyOf(set));
    } else {
      sets.add(List.copyOf(set));
    }
    return state.with(state.ready(), replaced(state, node, sets));
  }

  private static int firstWithout(List<List<Input>> sets, int position) {
    int at = 0;
    while (at < sets.size() && !sets.get(at).get(position).equals(Input.NONE)) {
      at++;
    }
    return at;
  }

  /** Makes a node run with what it has gathered, where nothing else is ready. */
  RunState feed(RunState state) {
    if (!state.ready().isEmpty()) {
      return state;
    }
    Set<String> gathering = state.gathering().keySet();
    for (String node : gathering) {
      boolean mayGetMore =
          graph.ancestors(node).stream()
              .anyMatch(each -> !each.equals(node) && gathering.contains(each));
      if (!mayGetMore) {
        List<List<Input>> sets = new ArrayList<>(state.gathering().getOrDefault(node, List.of()));
        Task task = Task.queued(node, graph.node(node).mode(), sets.removeFirst());
        return state.with(state.ready().push(task), replaced(state, node, sets));
      }
    }
    return state;
  }

  /** Takes the activation on top off the stack and counts it. */
  RunState began(RunState state, String node) {
    Map<String, Integer> begun = new HashMap<>(state.begun());
    begun.merge(node, 1, Integer::sum);
    return new RunState(
        state.phase(),
        state.ready().pop(),
        state.gathering(),
        begun,
        state.until(),
        state.activations() + 1,
        state.maxActivations(),
        state.clock());
  }

  private static Map<String, List<List<Input>>> replaced(
      RunState state, String node, List<List<Input>> sets) {
    Map<String, List<List<Input>>> changed = new LinkedHashMap<>(state.gathering());
    if (sets.isEmpty()) {
      changed.remove(node);
    } else {
      changed.put(node, List.copyOf(sets));
    }
    return changed;
  }

  private Task task(String node, Map<Integer, Input> arrived) {
    GraphNode target = graph.node(node);
    List<Input> inputs = new ArrayList<>(Collections.nCopies(target.inputs(), Input.NONE));
    arrived.forEach(inputs::set);
    return Task.queued(node, target.mode(), inputs);
  }
}
