package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.paint.GraphPainter;
import io.concertmaster.canvas.paint.Picture;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;

/** The pale card of something that is dragged in from outside. */
public final class GhostLayer extends Pane {
  private final GraphPainter painter;
  private final Canvas bitmap = new Canvas();
  private Optional<GraphNode> ghost = Optional.empty();

  /**
   * @param painter draws the card
   */
  public GhostLayer(GraphPainter painter) {
    this.painter = painter;
    setManaged(false);
    setMouseTransparent(true);
    bitmap.setOpacity(0.92);
    getChildren().add(bitmap);
    setVisible(false);
  }

  /** Shows a node where it says that it is; empty shows none. */
  public void setGhost(Optional<GraphNode> node) {
    ghost = node;
    setVisible(node.isPresent());
  }

  /** Brings the layer up to date. */
  public void show(Picture picture, Viewport viewport) {
    if (ghost.isEmpty()) {
      return;
    }
    double zoom = viewport.zoom();
    Rectangle2D area = Rectangles.grown(NodeShape.bounds(ghost.get()), GraphPainter.REACH);
    bitmap.setWidth(Math.ceil(area.getWidth() * zoom));
    bitmap.setHeight(Math.ceil(area.getHeight() * zoom));
    GraphicsContext gc = bitmap.getGraphicsContext2D();
    gc.clearRect(0, 0, bitmap.getWidth(), bitmap.getHeight());
    gc.save();
    GraphPainter.scale(gc, zoom);
    gc.translate(-area.getMinX(), -area.getMinY());
    painter.paintNode(gc, picture, ghost.get(), zoom);
    gc.restore();
    bitmap.relocate(
        Math.rint((area.getMinX() - viewport.x()) * zoom),
        Math.rint((area.getMinY() - viewport.y()) * zoom));
  }
}
