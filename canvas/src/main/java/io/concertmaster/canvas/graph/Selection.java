package io.concertmaster.canvas.graph;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The chosen nodes and edges.
 *
 * @param nodes ids, in the order in which they were chosen
 * @param edges ids
 */
public record Selection(Set<String> nodes, Set<String> edges) {
  /** Nothing. */
  public static final Selection EMPTY = new Selection(Set.of(), Set.of());

  public Selection {
    nodes = unmodifiable(nodes);
    edges = unmodifiable(edges);
  }

  /** One node. */
  public static Selection ofNode(String id) {
    return new Selection(Set.of(id), Set.of());
  }

  /** Some nodes. */
  public static Selection ofNodes(Set<String> ids) {
    return new Selection(ids, Set.of());
  }

  /** One edge. */
  public static Selection ofEdge(String id) {
    return new Selection(Set.of(), Set.of(id));
  }

  /** Whether nothing is chosen. */
  public boolean isEmpty() {
    return nodes.isEmpty() && edges.isEmpty();
  }

  /** This, with the node chosen where it was not, and the other way round. */
  public Selection toggleNode(String id) {
    return new Selection(toggled(nodes, id), edges);
  }

  /** This, with the edge chosen where it was not, and the other way round. */
  public Selection toggleEdge(String id) {
    return new Selection(nodes, toggled(edges, id));
  }

  /** Everything that is in either. */
  public Selection plus(Selection other) {
    return new Selection(union(nodes, other.nodes), union(edges, other.edges));
  }

  /** What of this the graph has. */
  public Selection within(Graph graph) {
    return new Selection(
        nodes.stream().filter(id -> graph.node(id).isPresent()).collect(toOrderedSet()),
        edges.stream().filter(id -> graph.edge(id).isPresent()).collect(toOrderedSet()));
  }

  private static Set<String> toggled(Set<String> set, String id) {
    Set<String> result = new LinkedHashSet<>(set);
    if (!result.remove(id)) {
      result.add(id);
    }
    return result;
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> result = new LinkedHashSet<>(a);
    result.addAll(b);
    return result;
  }

  private static Set<String> unmodifiable(Set<String> set) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(set));
  }

  private static Collector<String, ?, Set<String>> toOrderedSet() {
    return Collectors.toCollection(LinkedHashSet::new);
  }
}
