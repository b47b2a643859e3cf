package io.concertmaster.engine.local.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a run that waits can go on with another definition. What its state names must mean the
 * same there: the waiting node and what its held items leave by, the nodes that ran, and the inputs
 * of those for which items are queued or gathered. How nodes are wired, what they are set to and
 * which others there are may have changed.
 *
 * @param before the definition by which the run goes
 * @param after the one by which it is to go
 */
public record Upgrade(Side before, Side after) {
  /** What is asked of a definition. */
  public interface Side {
    /** A node that can run; empty where there is none of this id. */
    Optional<GraphNode> node(String id);

    /** The type and version of a node, as in {@code flow.if version 1}; empty where it has none. */
    Optional<String> type(String id);

    /** The ids of a node's outputs. */
    List<String> outputs(String id);
  }

  /**
   * Why it cannot be.
   *
   * @return a sentence; empty where it can
   */
  public Optional<String> hindrance(RunState state) {
    if (!state.waits()) {
      return Optional.of("it does not wait: only a run that waits can be moved");
    }
    Set<String> named = new TreeSet<>(state.begun().keySet());
    List<Task> queued = queued(state);
    queued.forEach(task -> named.add(task.node()));
    Set<String> gathering = new TreeSet<>(state.gathering().keySet());
    gathering.addAll(arriving(state));
    named.addAll(gathering);
    state.until().ifPresent(named::add);
    return named.stream()
        .flatMap(id -> changed(id).stream())
        .findFirst()
        .or(() -> state.active().stream().flatMap(each -> lost(each).stream()).findFirst())
        .or(() ->
            queued.stream()
                .filter(task -> inputs(task.node()) != task.inputs().size())
                .findFirst()
                .map(task -> rewired(task.node())))
        .or(() -> gathering.stream().filter(this::gathersOtherwise).findFirst().map(this::rewired));
  }

  private static List<Task> queued(RunState state) {
    List<Task> queued = new ArrayList<>();
    for (Stack rest = state.ready(); !rest.isEmpty(); rest = rest.pop()) {
      queued.add(rest.top());
    }
    if (state.phase() instanceof Phase.Lanes(Line line)) {
      for (Place place : line.places()) {
        if (place instanceof Place.Queued(Task task)) {
          queued.add(task);
        }
      }
    }
    return queued;
  }

  /** The nodes to which lists are on their way. */
  private static List<String> arriving(RunState state) {
    return state.phase() instanceof Phase.Lanes(Line line)
        ? line.places().stream()
            .filter(each -> each instanceof Place.Arriving)
            .map(Place::node)
            .toList()
        : List.of();
  }

  private Optional<String> changed(String id) {
    Optional<String> old = before.type(id);
    Optional<String> now = after.type(id);
    if (now.isEmpty() || after.node(id).isEmpty()) {
      return Optional.of("“" + name(id) + "” has a part in the run and is missing there");
    }
    return old.equals(now)
        ? Optional.empty()
        : Optional.of(
            "“"
                + name(id)
                + "” has a part in the run and is of another type there: "
                + now.get()
                + " in place of "
                + old.orElse("none"));
  }

  private Optional<String> lost(Phase.Active active) {
    if (!(active instanceof Phase.Waiting wait)) {
      return Optional.empty();
    }
    List<String> there = after.outputs(wait.task().node());
    return wait.outputs().entrySet().stream()
        .filter(each -> each.getValue().size() > 0 && !there.contains(each.getKey()))
        .findFirst()
        .map(each ->
            "“"
                + name(wait.task().node())
                + "” holds items for its output “"
                + each.getKey()
                + "”, which it does not have there");
  }

  private int inputs(String id) {
    return after.node(id).map(GraphNode::inputs).orElse(0);
  }

  /** A set that is gathered has a place for each input and waits for those that are connected. */
  private boolean gathersOtherwise(String id) {
    Optional<GraphNode> old = before.node(id);
    Optional<GraphNode> now = after.node(id);
    return old.isEmpty()
        || now.isEmpty()
        || old.get().inputs() != now.get().inputs()
        || !old.get().connected().equals(now.get().connected());
  }

  private String rewired(String id) {
    return "items wait at “" + name(id) + "”, whose inputs are others there";
  }

  private String name(String id) {
    return before.node(id).map(GraphNode::name).orElse(id);
  }
}
