package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.paint.EdgePainter;
import io.concertmaster.canvas.paint.GraphPainter;
import io.concertmaster.canvas.paint.Picture;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;

/**
 * What is being moved, over the picture that stands still.
 *
 * <p>The moved nodes and the edges among them keep their distances, so they are drawn once into one
 * bitmap that goes along. Only edges that lead from them to the rest change their shape; each is
 * one retained curve. So a step of a drag costs the same in a graph of any size.
 */
public final class LiftLayer extends Plane {
  private static final double AROUND_VIEW = 400;
  private static final double LARGEST_BITMAP = 4096;

  private final GraphPainter painter;
  private final Canvas bitmap = new Canvas();
  private final Map<String, Path> crossing = new HashMap<>();
  private Set<String> nodes = Set.of();
  private Set<String> edges = Set.of();
  private Optional<GraphNode> reshaped = Optional.empty();
  private double dx;
  private double dy;
  private boolean stale;
  private Rectangle2D drawn = Rectangle2D.EMPTY;
  private GraphGeometry drawnGeometry = GraphGeometry.empty();
  private double drawnZoom;

  /**
   * @param painter draws the moved nodes
   */
  public LiftLayer(GraphPainter painter) {
    this.painter = painter;
    bitmap.setManaged(false);
    getChildren().add(bitmap);
    setVisible(false);
  }

  /** Takes nodes with all of their edges; none puts everything down. */
  public void lift(GraphGeometry geometry, Set<String> ids) {
    nodes = Set.copyOf(ids);
    edges = nodes.isEmpty() ? Set.of() : geometry.edgesOf(nodes);
    reshaped = Optional.empty();
    dx = 0;
    dy = 0;
    stale = true;
    setVisible(!nodes.isEmpty());
  }

  /** The nodes that are lifted. */
  public Set<String> nodes() {
    return nodes;
  }

  /** The edges that are lifted: all that begin or end at a lifted node. */
  public Set<String> edges() {
    return edges;
  }

  /** How far the nodes are from where they were. */
  public void move(double newDx, double newDy) {
    dx = newDx;
    dy = newDy;
  }

  /** Shows one of the nodes in another shape. */
  public void reshape(GraphNode node) {
    reshaped = Optional.of(node);
    stale = true;
  }

  /** Brings the layer up to date. */
  public void show(Picture picture, Viewport viewport, double width, double height) {
    if (nodes.isEmpty()) {
      return;
    }
    show(viewport);
    Rectangle2D visible = viewport.visible(width, height);
    Rectangle2D needed = Rectangles.moved(visible, -dx, -dy);
    if (stale
        || drawnGeometry != picture.geometry()
        || drawnZoom != viewport.zoom()
        || !covers(needed, picture)) {
      draw(picture, viewport, Rectangles.grown(needed, AROUND_VIEW / viewport.zoom()));
    }
    bitmap.relocate(
        Math.rint((drawn.getMinX() + dx - viewport.x()) * viewport.zoom()),
        Math.rint((drawn.getMinY() + dy - viewport.y()) * viewport.zoom()));
    route(picture);
  }

  /** Whether the bitmap has everything of the lifted nodes that is in sight. */
  private boolean covers(Rectangle2D needed, Picture picture) {
    return content(picture)
        .flatMap(all -> Rectangles.common(all, needed))
        .map(part -> drawn.contains(part))
        .orElse(true);
  }

  private Optional<Rectangle2D> content(Picture picture) {
    Optional<Rectangle2D> bounds =
        reshaped.map(NodeShape::bounds).or(() -> picture.geometry().bounds(nodes));
    return bounds.map(area -> Rectangles.grown(area, GraphPainter.REACH));
  }

  private void draw(Picture picture, Viewport viewport, Rectangle2D room) {
    double zoom = viewport.zoom();
    drawn =
        content(picture)
            .flatMap(all -> Rectangles.common(all, room))
            .orElse(new Rectangle2D(0, 0, 1, 1));
    bitmap.setWidth(Math.min(LARGEST_BITMAP, Math.ceil(drawn.getWidth() * zoom)));
    bitmap.setHeight(Math.min(LARGEST_BITMAP, Math.ceil(drawn.getHeight() * zoom)));
    GraphicsContext gc = bitmap.getGraphicsContext2D();
    gc.clearRect(0, 0, bitmap.getWidth(), bitmap.getHeight());
    gc.save();
    GraphPainter.scale(gc, zoom);
    gc.translate(-drawn.getMinX(), -drawn.getMinY());
    if (reshaped.isPresent()) {
      painter.paintNode(gc, picture, reshaped.get(), zoom);
    } else {
      Set<String> inner = new HashSet<>(edges);
      inner.removeIf(id -> crosses(picture, id));
      painter.paintOnly(gc, picture, drawn, zoom, nodes::contains, inner::contains);
    }
    gc.restore();
    drawnGeometry = picture.geometry();
    drawnZoom = zoom;
    stale = false;
    curves(picture);
  }

  private boolean crosses(Picture picture, String id) {
    return picture
        .geometry()
        .graph()
        .edge(id)
        .filter(edge -> nodes.contains(edge.source()) != nodes.contains(edge.target()))
        .isPresent();
  }

  private void curves(Picture picture) {
    crossing.clear();
    for (String id : edges) {
      GraphEdge edge = picture.geometry().graph().edge(id).orElse(null);
      if (edge != null && crosses(picture, id)) {
        Path path = new Path();
        path.setStroke(EdgePainter.color(picture.theme(), edge));
        path.setStrokeWidth(Math.max(EdgePainter.WIDTH, pixels(1)));
        path.setStrokeLineCap(StrokeLineCap.BUTT);
        if (edge.dashed()) {
          path.getStrokeDashArray().setAll(6.0, 4.0);
        }
        crossing.put(id, path);
      }
    }
    shapes().setAll(crossing.values());
  }

  private void route(Picture picture) {
    crossing.forEach((id, path) ->
        picture
            .geometry()
            .graph()
            .edge(id)
            .ifPresent(edge -> {
              Optional<GraphNode> source = placed(picture, edge.source());
              Optional<GraphNode> target = placed(picture, edge.target());
              path.setVisible(source.isPresent() && target.isPresent());
              if (source.isPresent() && target.isPresent()) {
                trace(path, GraphGeometry.route(edge, source.get(), target.get()));
              }
            }));
  }

  private Optional<GraphNode> placed(Picture picture, String id) {
    return picture
        .geometry()
        .graph()
        .node(id)
        .map(node -> nodes.contains(id) ? node.at(node.x() + dx, node.y() + dy) : node);
  }
}
