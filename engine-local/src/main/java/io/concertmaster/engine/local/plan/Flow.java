package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.model.ExecutionOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How lists flow from node to node: which activations become ready, and in which order.
 *
 * <p>Design note. These are the rules of n8n. There is one stack. In the order v1 what a node sent
 * goes to its successors so that the topmost of them, and then the leftmost, comes to lie on top:
 * depth first. In the order v0 they are put at the end, as the connections were written down:
 * breadth first. An output that sent nothing starts nobody; only in v0 an empty list goes to an
 * input that is not a node's first.
 *
 * <p>A node of which only the first input is connected runs once for each list that arrives;
 * several wires into one input are several lists. A node with more gathers: a list fills the first
 * set that has no list at its input yet, and a set that is full is queued. When nothing is ready,
 * the first node that gathers, and of whose ancestors none gathers too, runs with what it has, if
 * the inputs that it requires are among that.
 */
final class Flow {
  private final Graph graph;
  private final boolean v0;

  Flow(Graph graph) {
    this.graph = graph;
    this.v0 = graph.order() == ExecutionOrder.V0;
  }

  /** Sends what an activation's outputs hold on its way. */
  RunState deliver(RunState state, Task from, Map<String, ItemListRef> outputs) {
    RunState result = v0 ? state.sent(from.node(), from.runIndex(), outputs) : state;
    if (state.until().isPresent() && state.until().get().equals(from.node())) {
      return result;
    }
    for (Wire wire : graph.node(from.node()).wires()) {
      ItemListRef list = outputs.getOrDefault(wire.output(), Input.NONE.list());
      if ((list.size() > 0 || counts(from, wire)) && wanted(state, wire.target())) {
        Input.Origin origin = new Input.Origin(from.node(), from.runIndex(), wire.output());
        result = arrive(result, from, wire, new Input(list, Optional.of(origin)));
      }
    }
    return result;
  }

  /** Whether an empty list goes along a wire: one that the node itself sent, in the order v0. */
  private boolean counts(Task from, Wire wire) {
    boolean stoodIn = from.mode() == Mode.PASS || from.mode() == Mode.PIN;
    return v0 && wire.input() > 0 && (wire.position() == 0 || !stoodIn);
  }

  /** Gives a list to the node at which a run begins. */
  RunState arrive(RunState state, String node, Input input) {
    return queue(state, task(node, 0, input));
  }

  private RunState queue(RunState state, Task task) {
    Stack ready = v0 ? state.ready().append(task) : state.ready().push(task);
    return state.with(ready, state.gathering());
  }

  private boolean wanted(RunState state, String node) {
    return state.until().isEmpty()
        || state.until().get().equals(node)
        || graph.ancestors(state.until().get()).contains(node);
  }

  private RunState arrive(RunState state, Task from, Wire wire, Input input) {
    String node = wire.target();
    int awaited = graph.node(node).awaited();
    if (awaited == 1) {
      return queue(state, task(node, wire.input(), input));
    }
    boolean first = !state.gathering().containsKey(node);
    List<List<Input>> sets = new ArrayList<>(state.gathering().getOrDefault(node, List.of()));
    int at = firstWithout(sets, wire.input());
    List<Input> set = new ArrayList<>(at < sets.size() ? sets.get(at) : none(node));
    set.set(wire.input(), input);
    if (set.subList(0, awaited).stream().noneMatch(each -> each.equals(Input.NONE))) {
      if (at < sets.size()) {
        sets.remove(at);
      }
      Task task = Task.queued(node, graph.node(node).mode(), set);
      return queue(state.with(state.ready(), replaced(state, node, sets)), task);
    }
    if (at < sets.size()) {
      sets.set(at, List.copyOf(set));
    } else {
      sets.add(List.copyOf(set));
    }
    RunState gathered = state.with(state.ready(), replaced(state, node, sets));
    return v0 && first ? force(gathered, from, wire, input) : gathered;
  }

  private RunState force(RunState state, Task from, Wire wire, Input input) {
    RunState result = state;
    for (String node : new Missing(graph, state, from, wire, input.list().size() == 0).nodes()) {
      if (wanted(state, node)) {
        result = queue(result, task(node, 0, new Input(state.blank(), input.origin())));
      }
    }
    return result;
  }

  private List<Input> none(String node) {
    return Collections.nCopies(graph.node(node).inputs(), Input.NONE);
  }

  private static int firstWithout(List<List<Input>> sets, int position) {
    int at = 0;
    while (at < sets.size() && !sets.get(at).get(position).equals(Input.NONE)) {
      at++;
    }
    return at;
  }

  /**
   * Makes a node run with what it has gathered, where nothing else is ready. What cannot run is
   * taken off the stack.
   */
  RunState feed(RunState state) {
    RunState result = withoutEmpty(state);
    while (result.ready().isEmpty()) {
      Optional<String> next = result.gathering().keySet().stream().filter(runs(result)).findFirst();
      if (next.isEmpty()) {
        return result;
      }
      String node = next.get();
      List<List<Input>> sets = new ArrayList<>(result.gathering().getOrDefault(node, List.of()));
      Task task = Task.queued(node, graph.node(node).mode(), sets.removeFirst());
      boolean something = task.inputs().stream().anyMatch(each -> each.list().size() > 0);
      result = result.with(result.ready(), replaced(result, node, sets));
      result = something ? withoutEmpty(queue(result, task)) : result;
    }
    return result;
  }

  private Predicate<String> runs(RunState state) {
    return node -> {
      List<Input> set = state.gathering().getOrDefault(node, List.of()).getFirst();
      boolean complete =
          graph.node(node).required().stream()
              .allMatch(each -> each < set.size() && !set.get(each).equals(Input.NONE));
      return complete
          && graph.ancestors(node).stream()
              .noneMatch(each -> !each.equals(node) && state.gathering().containsKey(each));
    };
  }

  private RunState withoutEmpty(RunState state) {
    Stack ready = state.ready();
    while (!ready.isEmpty()
        && graph.node(ready.top().node()).needsFirst()
        && ready.top().inputs().getFirst().list().size() == 0) {
      ready = ready.pop();
    }
    return state.with(ready, state.gathering());
  }

  /** Takes the activation on top off the stack and counts it. */
  RunState began(RunState state, String node) {
    Map<String, Integer> begun = new HashMap<>(state.begun());
    begun.merge(node, 1, Integer::sum);
    return state.began(begun);
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

  private Task task(String node, int position, Input input) {
    List<Input> inputs = new ArrayList<>(none(node));
    inputs.set(position, input);
    return Task.queued(node, graph.node(node).mode(), inputs);
  }
}
