package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.intent.Target;
import io.concertmaster.canvas.paint.CardPainter;
import io.concertmaster.canvas.paint.EdgePainter;
import io.concertmaster.canvas.paint.PortPainter;
import io.concertmaster.canvas.paint.TextFitter;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;

/** What gestures show: what is under the pointer, the rubber band, the connection in the making. */
public final class FeedbackLayer extends Plane {
  private static final double HOVERED = 6;
  private static final double ALLOWED = 6.5;

  private final Hint hint = new Hint();
  private final Rectangle band = new Rectangle();
  private final Path connection = new Path();
  private final Map<PortRef, Circle> candidates = new HashMap<>();
  private final TextFitter texts;
  private GraphGeometry geometry = GraphGeometry.empty();
  private Target hovered = new Target.OnVoid();
  private CanvasTheme theme;

  /** A layer that shows nothing yet. */
  public FeedbackLayer(CanvasTheme theme, TextFitter texts) {
    this.theme = theme;
    this.texts = texts;
    getChildren().add(hint);
    connection.setStrokeLineCap(StrokeLineCap.ROUND);
  }

  /** Draws in other colours. */
  public void setTheme(CanvasTheme newTheme) {
    theme = newTheme;
    hint.setTheme(newTheme);
    clear();
  }

  /** Brings the layer under a viewport. */
  public void show(GraphGeometry newGeometry, Viewport viewport) {
    show(viewport);
    geometry = newGeometry;
    hint.follow(viewport);
  }

  /** Lets what is under the pointer stand out. */
  public void hover(Target target, double ignoredBelowZoom) {
    if (target.equals(hovered)) {
      return;
    }
    hovered = target;
    shapes().clear();
    hint.hide();
    if (zoom() < ignoredBelowZoom) {
      return;
    }
    switch (target) {
      case Target.OnNode(String id) -> geometry.graph().node(id).ifPresent(this::hoverNode);
      case Target.OnPort(PortRef port) -> {
        geometry.graph().node(port.node()).ifPresent(this::hoverNode);
        geometry.port(port).ifPresent(at -> shapes().add(dot(at, HOVERED + 2, theme.accent())));
      }
      case Target.OnEdge(String id) -> hoverEdge(id);
      case Target.OnCorner corner -> {}
      case Target.OnVoid nothing -> {}
    }
  }

  private void hoverNode(GraphNode node) {
    for (PortRef.Side side : PortRef.Side.values()) {
      for (int i = 0; i < node.ports(side).size(); i++) {
        Color color = PortPainter.color(theme, node.ports(side).get(i));
        Circle dot = dot(NodeShape.port(node, side, i), HOVERED - 1, color);
        shapes().add(dot);
      }
    }
    if (!node.problem().isEmpty()) {
      Rectangle2D bounds = NodeShape.bounds(node);
      hint.show(
          node.problem(), new Point2D(bounds.getMinX(), bounds.getMaxY()), theme.states().failed());
    } else if (node.kind() == NodeKind.CARD && CardPainter.cutsTitle(node, theme, texts, zoom())) {
      Rectangle2D bounds = NodeShape.bounds(node);
      hint.show(node.title(), new Point2D(bounds.getMinX(), bounds.getMaxY()), theme.border());
    }
  }

  private void hoverEdge(String id) {
    int index = geometry.graph().indexOfEdge(id);
    if (index >= 0) {
      geometry
          .route(index)
          .ifPresent(route -> {
            Path path = new Path();
            trace(path, route);
            path.setStroke(theme.accent().deriveColor(0, 1, 1, 0.3));
            path.setStrokeWidth(Math.max(EdgePainter.WIDTH + 5, pixels(5)));
            path.setStrokeLineCap(StrokeLineCap.ROUND);
            shapes().add(path);
          });
    }
  }

  private Circle dot(Point2D at, double radius, Color color) {
    Circle circle = new Circle(at.getX(), at.getY(), radius, theme.surface());
    circle.setStroke(color);
    circle.setStrokeWidth(2);
    return circle;
  }

  /** Shows the rubber band. */
  public void rubberBand(Rectangle2D area) {
    band.setX(area.getMinX());
    band.setY(area.getMinY());
    band.setWidth(area.getWidth());
    band.setHeight(area.getHeight());
    band.setFill(theme.accent().deriveColor(0, 1, 1, 0.08));
    band.setStroke(theme.accent());
    band.setStrokeWidth(pixels(1));
    if (!shapes().contains(band)) {
      shapes().setAll(band);
    }
  }

  /** Shows which ports may be connected: those in the colour of the selection, the others pale. */
  public void candidates(Map<PortRef, Boolean> verdicts) {
    if (candidates.keySet().equals(verdicts.keySet())) {
      return;
    }
    candidates.clear();
    shapes().clear();
    hovered = new Target.OnVoid();
    verdicts.forEach((port, allowed) ->
        geometry
            .port(port)
            .ifPresent(at -> {
              Color color = allowed ? theme.accent() : theme.edge();
              Circle circle = dot(at, allowed ? ALLOWED : PortPainter.RADIUS, color);
              circle.setOpacity(allowed ? 1 : 0.6);
              candidates.put(port, circle);
            }));
    shapes().setAll(candidates.values());
    shapes().addFirst(connection);
  }

  /** Shows the connection in the making. */
  public void connection(EdgeRoute route, Optional<PortRef> landing, String refusal) {
    boolean refused = !refusal.isEmpty();
    Color color =
        refused ? theme.states().failed() : landing.isPresent() ? theme.accent() : theme.muted();
    trace(connection, route);
    connection.setStroke(color);
    connection.setStrokeWidth(Math.max(EdgePainter.WIDTH, pixels(1.5)));
    if (!shapes().contains(connection)) {
      shapes().addFirst(connection);
    }
    candidates.forEach((port, circle) -> {
      boolean here = landing.filter(port::equals).isPresent();
      circle.setFill(here && !refused ? theme.accent() : theme.surface());
    });
    Optional<Point2D> at = landing.flatMap(geometry::port);
    if (refused && at.isPresent()) {
      hint.show(refusal, at.get().add(0, CardPainter.ARC), theme.states().failed());
    } else {
      hint.hide();
    }
  }

  /** Shows an edge into which something would be dropped. */
  public void markEdge(Optional<String> id) {
    hover(id.<Target>map(Target.OnEdge::new).orElseGet(Target.OnVoid::new), 0);
  }

  /** Shows nothing. */
  public void clear() {
    hovered = new Target.OnVoid();
    candidates.clear();
    shapes().clear();
    hint.hide();
  }
}
