package io.concertmaster.model.edit;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What leads from one state of a workflow to another. It fits the state from which it was made
 * only. It holds the stretch of nodes, connections and places from the first that differs to the
 * last, and shares them with the states.
 */
public final class Difference implements Edit {
  private final String label;
  private final Optional<Workflow> frame;
  private final Splice<Map.Entry<String, NodeDefinition>> nodes;
  private final Splice<Connection> connections;
  private final Splice<Map.Entry<String, Placement>> layout;

  private Difference(
      String label,
      Optional<Workflow> frame,
      Splice<Map.Entry<String, NodeDefinition>> nodes,
      Splice<Connection> connections,
      Splice<Map.Entry<String, Placement>> layout) {
    this.label = label;
    this.frame = frame;
    this.nodes = nodes;
    this.connections = connections;
    this.layout = layout;
  }

  /** What leads from one state to another. */
  public static Difference between(Workflow from, Workflow to, String label) {
    Workflow frame = frame(to);
    return new Difference(
        label,
        frame(from).equals(frame) ? Optional.empty() : Optional.of(frame),
        Splice.between(entries(from.nodes()), entries(to.nodes())),
        Splice.between(from.connections(), to.connections()),
        Splice.between(entries(from.layout()), entries(to.layout())));
  }

  /** Whether there is none: both states are equal, orders included. */
  public boolean isEmpty() {
    return frame.isEmpty() && nodes.isEmpty() && connections.isEmpty() && layout.isEmpty();
  }

  @Override
  public Workflow apply(Workflow before) {
    return Parts.withGraph(
        frame.orElse(before),
        map(nodes.apply(entries(before.nodes()))),
        connections.apply(before.connections()),
        map(layout.apply(entries(before.layout()))));
  }

  @Override
  public String label() {
    return label;
  }

  /** Everything but the graph. */
  private static Workflow frame(Workflow workflow) {
    return Parts.withGraph(workflow, Map.of(), List.of(), Map.of());
  }

  private static <T> List<Map.Entry<String, T>> entries(Map<String, T> map) {
    return map.entrySet().stream().map(Map.Entry::copyOf).toList();
  }

  private static <T> Map<String, T> map(List<Map.Entry<String, T>> entries) {
    Map<String, T> map = LinkedHashMap.newLinkedHashMap(entries.size());
    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Difference that
        && label.equals(that.label)
        && frame.equals(that.frame)
        && nodes.equals(that.nodes)
        && connections.equals(that.connections)
        && layout.equals(that.layout);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, frame, nodes, connections, layout);
  }

  @Override
  public String toString() {
    return "Difference[" + label + "]";
  }
}
