package io.concertmaster.canvas;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Snap;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.intent.CanvasIntent;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** A drag that comes from outside of the canvas, such as from a palette, by plain mouse events. */
final class ExternalDrop {
  private final CanvasState state;

  ExternalDrop(CanvasState state) {
    this.state = state;
  }

  /**
   * Shows the node with its middle under the pointer; says whether the pointer is over the canvas.
   */
  boolean preview(GraphNode ghost, double sceneX, double sceneY) {
    Optional<GraphNode> placed = placed(ghost, sceneX, sceneY);
    state.layers.setGhost(placed, placed.flatMap(this::edgeUnder));
    return placed.isPresent();
  }

  /** Takes the preview away. */
  void end() {
    state.layers.setGhost(Optional.empty(), Optional.empty());
  }

  /** Emits the drop when the pointer is over the canvas. */
  boolean drop(GraphNode ghost, Object payload, double sceneX, double sceneY) {
    Optional<GraphNode> placed = placed(ghost, sceneX, sceneY);
    end();
    placed.ifPresent(node ->
        state.emit(
            new CanvasIntent.DropAt(new Point2D(node.x(), node.y()), payload, edgeUnder(node))));
    return placed.isPresent();
  }

  private Optional<GraphNode> placed(GraphNode ghost, double sceneX, double sceneY) {
    Point2D local = state.layers.sceneToLocal(sceneX, sceneY);
    if (local == null || !state.layers.contains(local)) {
      return Optional.empty();
    }
    Rectangle2D size = NodeShape.bounds(ghost);
    Point2D at =
        Snap.snapped(
            state
                .viewport()
                .toGraph(local.getX(), local.getY())
                .subtract(size.getWidth() / 2, size.getHeight() / 2));
    return Optional.of(ghost.at(at.getX(), at.getY()));
  }

  /**
   * The first edge that runs through the inner part of the card, when the card can be put into it.
   */
  private Optional<String> edgeUnder(GraphNode node) {
    if (node.inputs().isEmpty() || node.outputs().isEmpty()) {
      return Optional.empty();
    }
    Rectangle2D core = Rectangles.grown(NodeShape.bounds(node), -NodeShape.CARD_HEIGHT / 3);
    return state.hits().edgesIn(core).stream().findFirst();
  }
}
