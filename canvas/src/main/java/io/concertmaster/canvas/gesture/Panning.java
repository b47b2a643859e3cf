package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.Target;
import java.util.Optional;
import javafx.scene.Cursor;

/**
 * The plane is dragged along. A right button that is let go at the same place asks for a menu
 * instead.
 */
final class Panning extends Gesture {
  private final Board board;
  private final Pointer press;
  private final Viewport start;
  private final Optional<Target> menu;
  private boolean moved;

  /**
   * @param menu what lay under the right button; empty for other buttons
   */
  Panning(Board board, Pointer press, Optional<Target> menu) {
    this.board = board;
    this.press = press;
    this.start = board.viewport();
    this.menu = menu;
  }

  @Override
  Gesture dragged(Pointer pointer) {
    if (moved || pointer.draggedFrom(press)) {
      moved = true;
      board.feedback().cursor(Cursor.CLOSED_HAND);
      board.setViewport(start.panned(pointer.x() - press.x(), pointer.y() - press.y()));
    }
    return this;
  }

  @Override
  Gesture scrolled(Pointer pointer) {
    return this;
  }

  @Override
  Gesture released(Pointer pointer) {
    board.feedback().cursor(Cursor.DEFAULT);
    if (!moved && menu.isPresent()) {
      choose(menu.get());
      board.emit(
          new CanvasIntent.ContextMenu(
              pointer.graph(), pointer.screenX(), pointer.screenY(), menu.get()));
    }
    return new Idle(board);
  }

  /** A menu is about what is chosen, so what lies under it is. */
  private void choose(Target target) {
    switch (target) {
      case Target.OnNode(String id) -> chooseNode(id);
      case Target.OnCorner(String id) -> chooseNode(id);
      case Target.OnPort(var port) -> chooseNode(port.node());
      case Target.OnEdge(String id) -> {
        if (!board.selection().edges().contains(id)) {
          board.select(Selection.ofEdge(id));
        }
      }
      case Target.OnVoid nothing -> {}
    }
  }

  private void chooseNode(String id) {
    if (!board.selection().nodes().contains(id)) {
      board.select(Selection.ofNode(id));
    }
  }

  @Override
  Gesture cancelled() {
    board.setViewport(start);
    board.feedback().cursor(Cursor.DEFAULT);
    return new Idle(board);
  }
}
