package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.graph.Selection;

/** The button is down on an edge: a click chooses it, a drag takes hold of its nearer end. */
final class PointingEdge extends Gesture {
  private final Board board;
  private final String id;
  private final Pointer press;

  PointingEdge(Board board, String id, Pointer press) {
    this.board = board;
    this.id = id;
    this.press = press;
  }

  @Override
  Gesture dragged(Pointer pointer) {
    if (!pointer.draggedFrom(press)) {
      return this;
    }
    return board
        .graph()
        .edge(id)
        .<Gesture>map(edge -> Connecting.reconnect(board, edge, press).dragged(pointer))
        .orElseGet(() -> new Idle(board));
  }

  @Override
  Gesture released(Pointer pointer) {
    board.select(press.add() ? board.selection().toggleEdge(id) : Selection.ofEdge(id));
    return new Idle(board);
  }

  @Override
  Gesture cancelled() {
    return new Idle(board);
  }
}
