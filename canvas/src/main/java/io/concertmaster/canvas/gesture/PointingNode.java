package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import java.util.Optional;

/**
 * The button is down on a node: a click chooses it, a double click opens it, a drag moves it with
 * all others that are chosen.
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
    if (press.clicks() == 2 && !press.add()) {
      open();
    } else if (wasSelected) {
      board.select(press.add() ? board.selection().toggleNode(id) : Selection.ofNode(id));
    }
    return new Idle(board);
  }

  private void open() {
    board.select(Selection.ofNode(id));
    Optional<GraphNode> node = board.graph().node(id);
    boolean note = node.filter(n -> n.kind() == NodeKind.NOTE).isPresent();
    board.emit(note ? new CanvasIntent.EditNote(id) : new CanvasIntent.OpenNode(id));
  }

  @Override
  Gesture cancelled() {
    return new Idle(board);
  }
}
