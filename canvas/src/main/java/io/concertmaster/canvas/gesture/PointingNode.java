package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.graph.Selection;

/**
 * The button is down on a node: a click chooses it, a drag moves it with all others that are
 * chosen.
 */
final class PointingNode extends Gesture {
  private final Board board;
  private final String id;
  private final Pointer press;
  private final boolean wasSelected;

  PointingNode(Board board, String id, Pointer press) {
    this.board = board;
    this.id = id;
    this.press = press;
    this.wasSelected = board.selection().nodes().contains(id);
    if (!wasSelected) {
      Selection one = Selection.ofNode(id);
      board.select(press.add() ? board.selection().plus(one) : one);
    }
  }

  @Override
  Gesture dragged(Pointer pointer) {
    return pointer.draggedFrom(press) ? new Moving(board, id, press).dragged(pointer) : this;
  }

  @Override
  Gesture released(Pointer pointer) {
    if (wasSelected) {
      board.select(press.add() ? board.selection().toggleNode(id) : Selection.ofNode(id));
    }
    return new Idle(board);
  }

  @Override
  Gesture cancelled() {
    return new Idle(board);
  }
}
