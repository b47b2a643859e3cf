package io.concertmaster.model.edit;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What leads from one state of a workflow to another. It fits the state from which it was made
 * only. It holds the stretch of nodes, connections and places from the first that differs to the
 * last, before and after, and shares them with the states.
 */
public final class Difference implements Edit, UndoHistory.Delta<Workflow> {
  private final String label;
  private final Optional<Frames> frames;
  private final Splice<Map.Entry<String, NodeDefinition>> nodes;
  private final Splice<Connection> connections;
  private final Splice<Map.Entry<String, Placement>> layout;

  /** The two states without their graphs, where these differ. */
  private record Frames(Workflow from, Workflow to) {}

  private Difference(
      String label,
      Optional<Frames> frames,
      Splice<Map.Entry<String, NodeDefinition>> nodes,
      Splice<Connection> connections,
      Splice<Map.Entry<String, Placement>> layout) {
    this.label = label;
    this.frames = frames;
    this.nodes = nodes;
    this.connections = connections;
    this.layout = layout;
  }

  /** What leads from one state to another. */
  public static Difference between(Workflow from, Workflow to, String label) {
    Frames frames = new Frames(frame(from), frame(to));
    return new Difference(
        label,
        frames.from().equals(frames.to()) ? Optional.empty() : Optional.of(frames),
        part(from.nodes(), to.nodes()),
        Splice.between(from.connections(), to.connections()),
        part(from.layout(), to.layout()));
  }

  /** What leads from the second state to the first. */
  @Override
  public Difference reversed() {
    return new Difference(
        label,
        frames.map(each -> new Frames(each.to(), each.from())),
        nodes.reversed(),
        connections.reversed(),
        layout.reversed());
  }

  /** Whether there is none: both states are equal, orders included. */
  @Override
  public boolean isEmpty() {
    return frames.isEmpty() && nodes.isEmpty() && connections.isEmpty() && layout.isEmpty();
  }

  @Override
  public Workflow apply(Workflow before) {
    return Parts.withGraph(
        frames.map(Frames::to).orElse(before),
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

  /** The entries are copied: those of a map would keep the whole map alive. */
  private static <T> Splice<Map.Entry<String, T>> part(Map<String, T> from, Map<String, T> to) {
    Splice<Map.Entry<String, T>> part = Splice.between(entries(from), entries(to));
    return new Splice<>(
        part.index(),
        part.removed().stream().map(Map.Entry::copyOf).toList(),
        part.inserted().stream().map(Map.Entry::copyOf).toList());
  }

  private static <T> List<Map.Entry<String, T>> entries(Map<String, T> map) {
    return new ArrayList<>(map.entrySet());
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
        && frames.equals(that.frames)
        && nodes.equals(that.nodes)
        && connections.equals(that.connections)
        && layout.equals(that.layout);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, frames, nodes, connections, layout);
  }

  @Override
  public String toString() {
    return "Difference[" + label + "]";
  }
}
