package io.concertmaster.canvas.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the canvas shows. Two graphs are compared node by node to find what must be drawn again, so
 * the owner simply makes a new one after each change.
 */
public final class Graph {
  private static final Graph EMPTY = new Graph(List.of(), List.of());

  private final List<GraphNode> nodes;
  private final List<GraphEdge> edges;
  private final Map<String, Integer> nodeIndex;
  private final Map<String, Integer> edgeIndex;

  /**
   * @param nodes in drawing order: later ones lie above earlier ones; ids are unique
   * @param edges in drawing order; ids are unique
   * @throws IllegalArgumentException when an id is there twice
   */
  public Graph(List<GraphNode> nodes, List<GraphEdge> edges) {
    this.nodes = List.copyOf(nodes);
    this.edges = List.copyOf(edges);
    this.nodeIndex = HashMap.newHashMap(nodes.size());
    this.edgeIndex = HashMap.newHashMap(edges.size());
    for (int i = 0; i < this.nodes.size(); i++) {
      if (nodeIndex.put(this.nodes.get(i).id(), i) != null) {
        throw new IllegalArgumentException("two nodes with the id " + this.nodes.get(i).id());
      }
    }
    for (int i = 0; i < this.edges.size(); i++) {
      if (edgeIndex.put(this.edges.get(i).id(), i) != null) {
        throw new IllegalArgumentException("two edges with the id " + this.edges.get(i).id());
      }
    }
  }

  /** A graph without anything. */
  public static Graph empty() {
    return EMPTY;
  }

  /** All nodes in drawing order. */
  public List<GraphNode> nodes() {
    return nodes;
  }

  /** All edges in drawing order. */
  public List<GraphEdge> edges() {
    return edges;
  }

  /** The node with this id. */
  public Optional<GraphNode> node(String id) {
    int index = indexOfNode(id);
    return index < 0 ? Optional.empty() : Optional.of(nodes.get(index));
  }

  /** The edge with this id. */
  public Optional<GraphEdge> edge(String id) {
    int index = indexOfEdge(id);
    return index < 0 ? Optional.empty() : Optional.of(edges.get(index));
  }

  /** The place of a node in {@link #nodes()}, or -1. */
  public int indexOfNode(String id) {
    return nodeIndex.getOrDefault(id, -1);
  }

  /** The place of an edge in {@link #edges()}, or -1. */
  public int indexOfEdge(String id) {
    return edgeIndex.getOrDefault(id, -1);
  }
}
