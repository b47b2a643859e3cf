package io.concertmaster.canvas.geometry;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order in which the keyboard walks over the nodes: from left to right, from top to bottom. */
public final class WalkOrder {
  private static final Comparator<GraphNode> ORDER =
      Comparator.comparingDouble(GraphNode::x)
          .thenComparingDouble(GraphNode::y)
          .thenComparing(GraphNode::id);

  private WalkOrder() {}

  /**
   * The node after or before another.
   *
   * @param from the node to start at; empty or unknown starts at the end that lies behind
   * @param step 1 for the next, -1 for the one before
   * @return empty when there is none, so that the keyboard's focus can leave the canvas
   */
  public static Optional<String> next(Graph graph, Optional<String> from, int step) {
    List<String> ids = graph.nodes().stream().sorted(ORDER).map(GraphNode::id).toList();
    int at = from.map(ids::indexOf).orElse(-1);
    int wanted = at < 0 ? (step > 0 ? 0 : ids.size() - 1) : at + step;
    return wanted >= 0 && wanted < ids.size() ? Optional.of(ids.get(wanted)) : Optional.empty();
  }
}
