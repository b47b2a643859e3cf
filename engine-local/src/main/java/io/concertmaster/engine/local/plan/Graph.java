package io.concertmaster.engine.local.plan;

import io.concertmaster.model.ExecutionOrder;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A definition as the planner sees it: nodes, and where items go. Notes are not in it. */
public final class Graph {
  private final ExecutionOrder order;
  private final int lanes;
  private final Map<String, GraphNode> nodes;
  private final Map<String, Set<String>> sources = new HashMap<>();
  private final Incoming incoming;
  private final Map<String, Set<String>> ancestors = new ConcurrentHashMap<>();

  /**
   * A graph of nodes by id; the wires must lead to nodes of the graph.
   *
   * @param order in which the nodes run
   */
  public Graph(ExecutionOrder order, Map<String, GraphNode> nodes) {
    this(order, 1, nodes, nodes.keySet());
  }

  /**
   * A graph of nodes by id.
   *
   * @param lanes how many branches may work at the same time; counts in the order v1 only
   * @param senders ids of nodes in the order in which their connections were first written down
   */
  Graph(ExecutionOrder order, int lanes, Map<String, GraphNode> nodes, Collection<String> senders) {
    this.order = order;
    this.lanes = order == ExecutionOrder.V1 ? lanes : 1;
    this.nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    for (GraphNode node : nodes.values()) {
      for (Wire wire : node.wires()) {
        if (!nodes.containsKey(wire.target())) {
          throw new IllegalArgumentException("a wire leads to no node: " + wire);
        }
        sources.computeIfAbsent(wire.target(), target -> new HashSet<>()).add(node.id());
      }
    }
    this.incoming = new Incoming(this.nodes, senders);
  }

  /** The order in which the nodes run. */
  public ExecutionOrder order() {
    return order;
  }

  /** How many branches may work at the same time; 1 where they run one after the other. */
  public int lanes() {
    return lanes;
  }

  /** What leads into each node, in the order of the connections. */
  Incoming incoming() {
    return incoming;
  }

  /** The nodes by id, in the order of the definition. */
  public Map<String, GraphNode> nodes() {
    return nodes;
  }

  /** The node of an id that is known to be in the graph. */
  public GraphNode node(String id) {
    return Objects.requireNonNull(nodes.get(id), () -> "no node " + id + " in the plan");
  }

  /** By which of its outputs a node reaches another one; empty where it does not. */
  public Optional<String> outputToward(String from, String to) {
    return incoming.outputToward(from, to);
  }

  /** All nodes from which items can reach a node; itself only where it stands in a loop. */
  public Set<String> ancestors(String id) {
    return ancestors.computeIfAbsent(id, this::findAncestors);
  }

  private Set<String> findAncestors(String id) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(sources.getOrDefault(id, Set.of()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        open.addAll(sources.getOrDefault(next, Set.of()));
      }
    }
    return Set.copyOf(found);
  }
}
