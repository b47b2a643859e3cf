package io.concertmaster.canvas.geometry;

import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.canvas.intent.Target;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * What lies under a point. Ports come before cards, cards before edges, edges before notes: the
 * same order in which they are drawn, the topmost first.
 */
public final class HitTest {
  /** How far beside a port it can still be caught, in pixels of the screen. */
  public static final double PORT_RADIUS = 12;

  private static final double EDGE_RADIUS = 6;
  private static final double CORNER = 14;
  private static final Target VOID = new Target.OnVoid();

  private final GraphGeometry geometry;
  private final double zoom;

  /**
   * @param zoom screen pixels for each graph unit; distances of reach stay the same on the screen
   */
  public HitTest(GraphGeometry geometry, double zoom) {
    this.geometry = geometry;
    this.zoom = zoom;
  }

  /** What lies under a point of the graph. */
  public Target at(Point2D point) {
    return port(point, ref -> true)
        .<Target>map(Target.OnPort::new)
        .or(() -> node(point, NodeKind.CARD))
        .or(() -> corner(point))
        .or(() -> edge(point).map(Target.OnEdge::new))
        .or(() -> node(point, NodeKind.NOTE))
        .orElse(VOID);
  }

  /**
   * The nearest port within reach that is wanted. Inside of its card a port reaches half as far, so
   * that small cards can still be taken hold of.
   */
  public Optional<PortRef> port(Point2D point, Predicate<PortRef> wanted) {
    double reach = Math.min(PORT_RADIUS / zoom, 2.5 * PORT_RADIUS);
    PortRef best = null;
    double bestDistance = Double.MAX_VALUE;
    for (int index : geometry.nodesIn(around(point, reach))) {
      GraphNode node = geometry.graph().nodes().get(index);
      boolean inside = geometry.bounds(index).contains(point);
      for (Side side : Side.values()) {
        for (int i = 0; i < node.ports(side).size(); i++) {
          double distance = NodeShape.port(node, side, i).distance(point);
          PortRef ref = new PortRef(node.id(), side, node.ports(side).get(i).id());
          if (distance <= (inside ? reach / 2 : reach)
              && distance < bestDistance
              && wanted.test(ref)) {
            best = ref;
            bestDistance = distance;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The port that a connection held at this point would end at: a wanted port within reach, or that
   * of the card under the point when exactly one of its ports is wanted.
   */
  public Optional<PortRef> landing(Point2D point, Side side, Predicate<PortRef> wanted) {
    Predicate<PortRef> ofSide = ref -> ref.side() == side && wanted.test(ref);
    return port(point, ofSide).or(() -> onlyPort(point, side, ofSide));
  }

  private Optional<PortRef> onlyPort(Point2D point, Side side, Predicate<PortRef> wanted) {
    if (!(node(point, NodeKind.CARD).orElse(VOID) instanceof Target.OnNode(String id))) {
      return Optional.empty();
    }
    var candidates =
        geometry.graph().node(id).stream()
            .flatMap(node -> node.ports(side).stream())
            .map(port -> new PortRef(id, side, port.id()))
            .filter(wanted)
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  /** The topmost node of a kind under a point. */
  public Optional<Target> node(Point2D point, NodeKind kind) {
    int[] found = geometry.nodesIn(around(point, 0));
    for (int i = found.length - 1; i >= 0; i--) {
      GraphNode node = geometry.graph().nodes().get(found[i]);
      if (node.kind() == kind) {
        return Optional.of(new Target.OnNode(node.id()));
      }
    }
    return Optional.empty();
  }

  private Optional<Target> corner(Point2D point) {
    double reach = CORNER / zoom;
    int[] found = geometry.nodesIn(around(point, reach / 2));
    for (int i = found.length - 1; i >= 0; i--) {
      GraphNode node = geometry.graph().nodes().get(found[i]);
      Rectangle2D bounds = geometry.bounds(found[i]);
      if (node.kind() == NodeKind.NOTE
          && Math.abs(point.getX() - bounds.getMaxX()) <= reach / 2
          && Math.abs(point.getY() - bounds.getMaxY()) <= reach / 2) {
        return Optional.of(new Target.OnCorner(node.id()));
      }
    }
    return Optional.empty();
  }

  /** The id of the nearest edge within reach. */
  public Optional<String> edge(Point2D point) {
    double reach = EDGE_RADIUS / zoom;
    String best = null;
    double bestDistance = reach;
    for (int index : geometry.edgesIn(around(point, reach))) {
      double distance =
          geometry
              .route(index)
              .map(route -> route.distance(point.getX(), point.getY()))
              .orElse(Double.MAX_VALUE);
      if (distance <= bestDistance) {
        best = geometry.graph().edges().get(index).id();
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The ids of the nodes that touch an area; a note only when it lies within it whole. */
  public Set<String> nodesIn(Rectangle2D area) {
    Set<String> found = new LinkedHashSet<>();
    for (int index : geometry.nodesIn(area)) {
      GraphNode node = geometry.graph().nodes().get(index);
      if (node.kind() == NodeKind.CARD || area.contains(geometry.bounds(index))) {
        found.add(node.id());
      }
    }
    return found;
  }

  /** The ids of the edges of which a part lies in an area. */
  public Set<String> edgesIn(Rectangle2D area) {
    Set<String> found = new LinkedHashSet<>();
    for (int index : geometry.edgesIn(area)) {
      GraphEdge edge = geometry.graph().edges().get(index);
      if (geometry.route(index).filter(route -> route.crosses(area)).isPresent()) {
        found.add(edge.id());
      }
    }
    return found;
  }

  private static Rectangle2D around(Point2D point, double reach) {
    return new Rectangle2D(point.getX() - reach, point.getY() - reach, 2 * reach, 2 * reach);
  }
}
