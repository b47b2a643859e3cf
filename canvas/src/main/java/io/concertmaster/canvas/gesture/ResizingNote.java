package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.geometry.Snap;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent.ResizeNote;
import io.concertmaster.canvas.intent.Phase;
import java.util.Set;
import javafx.geometry.Rectangle2D;

/** The lower right corner of a note goes along with the pointer. */
final class ResizingNote extends Gesture {
  private final Board board;
  private final String id;
  private final Pointer press;
  private final Rectangle2D start;
  private Rectangle2D now;

  ResizingNote(Board board, String id, Pointer press) {
    this.board = board;
    this.id = id;
    this.press = press;
    this.start = board.geometry().bounds(Set.of(id)).orElse(NodeShape.NOTE_MINIMUM);
    this.now = start;
    board.select(Selection.ofNode(id));
    board.feedback().lift(Set.of(id));
    board.emit(new ResizeNote(id, start, Phase.BEGIN));
  }

  @Override
  Gesture dragged(Pointer pointer) {
    double right = start.getMaxX() + pointer.graph().getX() - press.graph().getX();
    double bottom = start.getMaxY() + pointer.graph().getY() - press.graph().getY();
    if (!pointer.free()) {
      right = Snap.snapped(right);
      bottom = Snap.snapped(bottom);
    }
    now =
        new Rectangle2D(
            start.getMinX(),
            start.getMinY(),
            Math.max(NodeShape.NOTE_MINIMUM.getWidth(), right - start.getMinX()),
            Math.max(NodeShape.NOTE_MINIMUM.getHeight(), bottom - start.getMinY()));
    board
        .graph()
        .node(id)
        .ifPresent(node ->
            board
                .feedback()
                .reshape(
                    node.resized(now.getMinX(), now.getMinY(), now.getWidth(), now.getHeight())));
    board.emit(new ResizeNote(id, now, Phase.DRAG));
    return this;
  }

  @Override
  Gesture released(Pointer pointer) {
    board.emit(new ResizeNote(id, now, now.equals(start) ? Phase.CANCEL : Phase.END));
    board.feedback().clear();
    return new Idle(board);
  }

  @Override
  Gesture cancelled() {
    board.emit(new ResizeNote(id, start, Phase.CANCEL));
    board.feedback().clear();
    return new Idle(board);
  }
}
