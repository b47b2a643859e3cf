package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import java.util.Optional;

/**
 * The button is down where nothing is: a click chooses nothing, a double click asks for a node, a
 * drag opens a rubber band.
 */
final class PointingVoid extends Gesture {
  private final Board board;
  private final Pointer press;

  PointingVoid(Board board, Pointer press) {
    this.board = board;
    this.press = press;
  }

  @Override
  Gesture dragged(Pointer pointer) {
    return pointer.draggedFrom(press) ? new RubberBand(board, press).dragged(pointer) : this;
  }

  @Override
  Gesture released(Pointer pointer) {
    if (!press.add()) {
      board.select(Selection.EMPTY);
    }
    if (press.clicks() == 2) {
      board.emit(new CanvasIntent.AddRequested(press.graph(), Optional.empty()));
    }
    return new Idle(board);
  }

  @Override
  Gesture cancelled() {
    return new Idle(board);
  }
}
