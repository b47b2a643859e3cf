package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.model.ExecutionOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
    for (Wire wire : wires(state, from)) {
      ItemListRef list = outputs.getOrDefault(wire.output(), Input.NONE.list());
      if (list.size() > 0 || counts(from, wire)) {
        Input.Origin origin = new Input.Origin(from.node(), from.runIndex(), wire.output());
        result = arrive(result, from, wire, new Input(list, Optional.of(origin)));
      }
    }
    return result;
  }

  /** The wires along which an activation sends, in the order in which successors are queued. */
  List<Wire> wires(RunState state, Task from) {
    if (state.until().filter(from.node()::equals).isPresent()) {
      return List.of();
    }
    return graph.node(from.node()).wires().stream()
        .filter(wire -> wanted(state, wire.target()))
        .toList();
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
    Gathered gathered = gather(state, node, wire.input(), input, 0);
    if (gathered.full().isPresent()) {
      return queue(gathered.state(), gathered.full().get());
    }
    return v0 && first ? force(gathered.state(), from, wire, input) : gathered.state();
  }

  /**
   * A state in which a list was gathered.
   *
   * @param full the activation for which all lists are there now
   */
  record Gathered(RunState state, Optional<Task> full) {}

  /** Gathers a list that arrived at a node with several inputs. */
  Gathered gather(RunState state, String node, int position, Input input, int lane) {
    List<InputSet> sets = new ArrayList<>(state.gathering().getOrDefault(node, List.of()));
    int at = 0;
    while (at < sets.size() && !sets.get(at).isFree(position)) {
      at++;
    }
    InputSet set = at < sets.size() ? sets.remove(at) : new InputSet(lane, none(node));
    List<Input> inputs = new ArrayList<>(set.inputs());
    inputs.set(position, input);
    Optional<Task> full = Optional.empty();
    if (inputs.subList(0, graph.node(node).awaited()).stream()
        .noneMatch(each -> each.equals(Input.NONE))) {
      full = Optional.of(Task.queued(node, graph.node(node).mode(), inputs).inLane(set.lane()));
    } else {
      sets.add(at, new InputSet(set.lane(), inputs));
    }
    return new Gathered(state.with(state.ready(), replaced(state, node, sets)), full);
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
      Fed fed = take(result, next.get());
      Task task = fed.task();
      boolean something = task.inputs().stream().anyMatch(each -> each.list().size() > 0);
      result = something ? withoutEmpty(queue(fed.state(), task)) : fed.state();
    }
    return result;
  }

  /** An activation that gets what was gathered, and a state in which that is gathered no more. */
  record Fed(RunState state, Task task) {}

  /** Takes the first set that a node has gathered, full or not. */
  Fed take(RunState state, String node) {
    List<InputSet> sets = new ArrayList<>(state.gathering().getOrDefault(node, List.of()));
    InputSet set = sets.removeFirst();
    Task task = Task.queued(node, graph.node(node).mode(), set.inputs()).inLane(set.lane());
    return new Fed(state.with(state.ready(), replaced(state, node, sets)), task);
  }

  /** The nodes that may run with what they have gathered, where nothing else is to come. */
  Predicate<String> runs(RunState state) {
    return node -> {
      InputSet set = state.gathering().getOrDefault(node, List.of()).getFirst();
      boolean complete =
          graph.node(node).required().stream()
              .allMatch(each -> each < set.inputs().size() && !set.isFree(each));
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

  /** Counts an activation of a node. */
  RunState began(RunState state, String node) {
    Map<String, Integer> begun = new HashMap<>(state.begun());
    begun.merge(node, 1, Integer::sum);
    return state.began(begun);
  }

  private static Map<String, List<InputSet>> replaced(
      RunState state, String node, List<InputSet> sets) {
    Map<String, List<InputSet>> changed = new LinkedHashMap<>(state.gathering());
    if (sets.isEmpty()) {
      changed.remove(node);
    } else {
      changed.put(node, List.copyOf(sets));
    }
    return changed;
  }

  /** Why a run is stopped that has had all the activations that it may have. */
  RunError endless(RunState state, String node) {
    return new RunError(
        Optional.of(node),
        "more than "
            + state.maxActivations()
            + " steps: the loop through “"
            + graph.node(node).name()
            + "” seems to have no end",
        "",
        OptionalLong.empty());
  }

  /** An activation that gets one list. */
  Task task(String node, int position, Input input) {
    List<Input> inputs = new ArrayList<>(none(node));
    inputs.set(position, input);
    return Task.queued(node, graph.node(node).mode(), inputs);
  }
}
