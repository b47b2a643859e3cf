package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.geometry.Snap;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.intent.CanvasIntent.MoveNodes;
import io.concertmaster.canvas.intent.Phase;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Point2D;

/**
 * The chosen nodes go along with the pointer. The one that is held comes to rest on the grid, the
 * others keep their distance to it.
 */
final class Moving extends Gesture {
  private final Board board;
  private final Pointer press;
  private final Map<String, Point2D> start = new LinkedHashMap<>();
  private final Point2D held;
  private Point2D delta = Point2D.ZERO;

  Moving(Board board, String held, Pointer press) {
    this.board = board;
    this.press = press;
    for (String id : board.selection().nodes()) {
      board.graph().node(id).ifPresent(node -> start.put(id, corner(node)));
    }
    this.held = start.getOrDefault(held, Point2D.ZERO);
    board.feedback().lift(start.keySet());
    board.emit(new MoveNodes(start, Phase.BEGIN));
  }

  private static Point2D corner(GraphNode node) {
    return new Point2D(node.x(), node.y());
  }

  @Override
  Gesture dragged(Pointer pointer) {
    Point2D wanted = held.add(pointer.graph()).subtract(press.graph());
    Point2D next = (pointer.free() ? wanted : Snap.snapped(wanted)).subtract(held);
    if (!next.equals(delta)) {
      delta = next;
      board.feedback().moveLifted(delta.getX(), delta.getY());
      board.emit(new MoveNodes(positions(delta), Phase.DRAG));
    }
    return this;
  }

  @Override
  Gesture released(Pointer pointer) {
    boolean stayed = delta.equals(Point2D.ZERO);
    board.emit(
        stayed ? new MoveNodes(start, Phase.CANCEL) : new MoveNodes(positions(delta), Phase.END));
    board.feedback().clear();
    return new Idle(board);
  }

  @Override
  Gesture cancelled() {
    board.emit(new MoveNodes(start, Phase.CANCEL));
    board.feedback().clear();
    return new Idle(board);
  }

  @Override
  boolean followsBorder() {
    return true;
  }

  private Map<String, Point2D> positions(Point2D by) {
    Map<String, Point2D> moved = LinkedHashMap.newLinkedHashMap(start.size());
    start.forEach((id, at) -> moved.put(id, at.add(by)));
    return moved;
  }
}
