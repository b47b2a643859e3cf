package io.concertmaster.canvas.geometry;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.graph.PortRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Where everything of one graph lies. Made once for each graph; what did not move since the graph
 * before is taken over, so that news of a run costs no routing.
 */
public final class GraphGeometry {
  private static final GraphGeometry EMPTY = of(Graph.empty());

  private final Graph graph;
  private final Rectangle2D[] nodeBounds;
  private final Optional<EdgeRoute>[] routes;
  private final SpatialGrid nodeGrid;
  private final SpatialGrid edgeGrid;

  private GraphGeometry(
      Graph graph,
      Rectangle2D[] nodeBounds,
      Optional<EdgeRoute>[] routes,
      SpatialGrid nodeGrid,
      SpatialGrid edgeGrid) {
    this.graph = graph;
    this.nodeBounds = nodeBounds;
    this.routes = routes;
    this.nodeGrid = nodeGrid;
    this.edgeGrid = edgeGrid;
  }

  /** The geometry of a graph without anything. */
  public static GraphGeometry empty() {
    return EMPTY;
  }

  /** The geometry of a graph. */
  public static GraphGeometry of(Graph graph) {
    Rectangle2D[] bounds =
        graph.nodes().stream().map(NodeShape::bounds).toArray(Rectangle2D[]::new);
    List<Optional<EdgeRoute>> routes = new ArrayList<>(graph.edges().size());
    for (GraphEdge edge : graph.edges()) {
      routes.add(route(graph, edge));
    }
    Rectangle2D[] edgeBounds =
        routes.stream()
            .map(route -> route.map(EdgeRoute::bounds).orElse(Rectangle2D.EMPTY))
            .toArray(Rectangle2D[]::new);
    @SuppressWarnings({"unchecked", "rawtypes"})
    Optional<EdgeRoute>[] array = routes.toArray(new Optional[0]);
    return new GraphGeometry(
        graph, bounds, array, new SpatialGrid(bounds), new SpatialGrid(edgeBounds));
  }

  /** The geometry of the next graph. */
  public GraphGeometry next(Graph next) {
    return sameLayout(graph, next)
        ? new GraphGeometry(next, nodeBounds, routes, nodeGrid, edgeGrid)
        : of(next);
  }

  private static Optional<EdgeRoute> route(Graph graph, GraphEdge edge) {
    return graph
        .node(edge.source())
        .flatMap(source -> graph.node(edge.target()).map(target -> route(edge, source, target)));
  }

  /** The way of an edge between two nodes, wherever they are. */
  public static EdgeRoute route(GraphEdge edge, GraphNode source, GraphNode target) {
    Point2D from = NodeShape.port(source, PortRef.Side.OUTPUT, edge.output());
    Point2D to = NodeShape.port(target, PortRef.Side.INPUT, edge.input());
    return edge.attachment()
        ? Routing.attachment(from, to)
        : Routing.route(from, to, NodeShape.bounds(source), NodeShape.bounds(target));
  }

  private static boolean sameLayout(Graph a, Graph b) {
    if (a.nodes().size() != b.nodes().size() || a.edges().size() != b.edges().size()) {
      return false;
    }
    for (int i = 0; i < a.nodes().size(); i++) {
      if (!samePlace(a.nodes().get(i), b.nodes().get(i))) {
        return false;
      }
    }
    for (int i = 0; i < a.edges().size(); i++) {
      GraphEdge x = a.edges().get(i);
      GraphEdge y = b.edges().get(i);
      if (!(x.from().equals(y.from())
          && x.to().equals(y.to())
          && x.attachment() == y.attachment())) {
        return false;
      }
    }
    return true;
  }

  private static boolean samePlace(GraphNode a, GraphNode b) {
    return a.id().equals(b.id())
        && a.x() == b.x()
        && a.y() == b.y()
        && a.width() == b.width()
        && a.height() == b.height()
        && a.kind() == b.kind()
        && a.inputs().equals(b.inputs())
        && a.outputs().equals(b.outputs());
  }

  /** Whether everything lies where it does in another one, because one came from the other. */
  public boolean sharesLayout(GraphGeometry other) {
    return nodeGrid == other.nodeGrid;
  }

  /** The graph whose geometry this is. */
  public Graph graph() {
    return graph;
  }

  /** The rectangle of the node at an index. */
  public Rectangle2D bounds(int node) {
    return nodeBounds[node];
  }

  /** The way of the edge at an index; empty when one of its nodes is missing. */
  public Optional<EdgeRoute> route(int edge) {
    return routes[edge];
  }

  /** The indexes of the nodes that touch an area, in drawing order. */
  public int[] nodesIn(Rectangle2D area) {
    return nodeGrid.find(area);
  }

  /** The indexes of the edges whose bounds touch an area, in drawing order. */
  public int[] edgesIn(Rectangle2D area) {
    return edgeGrid.find(area);
  }

  /** Whether a card, notes apart, touches an area. */
  public boolean coveredByCard(Rectangle2D area) {
    return IntStream.of(nodesIn(area)).anyMatch(i -> graph.nodes().get(i).kind() == NodeKind.CARD);
  }

  /** A rectangle around everything; empty for a graph without nodes. */
  public Optional<Rectangle2D> bounds() {
    return boundsOf(IntStream.range(0, nodeBounds.length));
  }

  /** A rectangle around some nodes. */
  public Optional<Rectangle2D> bounds(Set<String> ids) {
    return boundsOf(ids.stream().mapToInt(graph::indexOfNode).filter(i -> i >= 0));
  }

  private Optional<Rectangle2D> boundsOf(IntStream indexes) {
    return indexes.mapToObj(i -> nodeBounds[i]).reduce(Rectangles::union);
  }

  /** The ids of the edges that begin or end at one of the nodes. */
  public Set<String> edgesOf(Set<String> nodes) {
    Set<String> found = new HashSet<>();
    for (GraphEdge edge : graph.edges()) {
      if (nodes.contains(edge.source()) || nodes.contains(edge.target())) {
        found.add(edge.id());
      }
    }
    return found;
  }

  /** Where a port lies; empty when its node is missing. */
  public Optional<Point2D> port(PortRef ref) {
    return graph.node(ref.node()).map(node -> NodeShape.port(node, ref.side(), ref.port()));
  }
}
