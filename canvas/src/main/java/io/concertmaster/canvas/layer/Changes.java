package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;

/** Finds the areas in which two states of a view look different. */
final class Changes {
  private static final int TOO_MANY = 400;

  private final List<Rectangle2D> areas = new ArrayList<>();

  private Changes() {}

  /**
   * The areas that differ between two graphs.
   *
   * @return empty when so much differs that all had better be drawn again
   */
  static Optional<List<Rectangle2D>> between(GraphGeometry before, GraphGeometry after) {
    Changes changes = new Changes();
    Graph old = before.graph();
    Graph now = after.graph();
    for (GraphNode node : now.nodes()) {
      Optional<GraphNode> was = old.node(node.id());
      if (was.filter(node::equals).isEmpty()) {
        changes.areas.add(NodeShape.bounds(node));
        was.map(NodeShape::bounds).ifPresent(changes.areas::add);
        if (changes.areas.size() > TOO_MANY) {
          return Optional.empty();
        }
      }
    }
    for (GraphNode node : old.nodes()) {
      if (now.indexOfNode(node.id()) < 0) {
        changes.areas.add(NodeShape.bounds(node));
      }
    }
    changes.edges(before, after);
    changes.edges(after, before);
    if (!before.sharesLayout(after)) {
      changes.labels(after);
    }
    return changes.areas.size() > TOO_MANY ? Optional.empty() : Optional.of(changes.areas);
  }

  /** The areas of edges that the other one does not have, or has elsewhere or otherwise. */
  private void edges(GraphGeometry one, GraphGeometry other) {
    List<GraphEdge> edges = one.graph().edges();
    for (int i = 0; i < edges.size() && areas.size() <= TOO_MANY; i++) {
      int there = other.graph().indexOfEdge(edges.get(i).id());
      if (there < 0
          || !other.graph().edges().get(there).equals(edges.get(i))
          || !sameWay(one.route(i), other.route(there))) {
        one.route(i).map(EdgeRoute::bounds).ifPresent(areas::add);
      }
    }
  }

  /** Labels keep away from cards, so those of edges beside a change may lie elsewhere now. */
  private void labels(GraphGeometry geometry) {
    for (Rectangle2D area : List.copyOf(areas)) {
      for (int i : geometry.edgesIn(area)) {
        if (!geometry.graph().edges().get(i).label().isEmpty() && areas.size() <= TOO_MANY) {
          geometry.route(i).map(EdgeRoute::bounds).ifPresent(areas::add);
        }
      }
    }
  }

  private static boolean sameWay(Optional<EdgeRoute> a, Optional<EdgeRoute> b) {
    return a.map(EdgeRoute::bounds).equals(b.map(EdgeRoute::bounds))
        && a.map(EdgeRoute::start).equals(b.map(EdgeRoute::start));
  }

  /** The areas of what is chosen in one of two selections alone. */
  static List<Rectangle2D> between(GraphGeometry geometry, Selection before, Selection after) {
    return areas(
        geometry,
        difference(before.nodes(), after.nodes()),
        difference(before.edges(), after.edges()));
  }

  /** The areas of some nodes and edges. */
  static List<Rectangle2D> areas(GraphGeometry geometry, Set<String> nodes, Set<String> edges) {
    List<Rectangle2D> areas = new ArrayList<>();
    for (String id : nodes) {
      geometry.graph().node(id).map(NodeShape::bounds).ifPresent(areas::add);
    }
    for (String id : edges) {
      int index = geometry.graph().indexOfEdge(id);
      if (index >= 0) {
        geometry.route(index).map(EdgeRoute::bounds).ifPresent(areas::add);
      }
    }
    return areas;
  }

  private static Set<String> difference(Set<String> a, Set<String> b) {
    Set<String> result = new HashSet<>(a);
    result.addAll(b);
    result.removeIf(id -> a.contains(id) && b.contains(id));
    return result;
  }
}
