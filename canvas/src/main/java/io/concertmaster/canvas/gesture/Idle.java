package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.intent.Target;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;

/** Nothing is going on; a press decides what begins. */
final class Idle extends Gesture {
  private final Board board;

  Idle(Board board) {
    this.board = board;
  }

  @Override
  Gesture hovered(Pointer pointer) {
    if (pointer.pan()) {
      board.feedback().hover(new Target.OnVoid());
      board.feedback().cursor(Cursor.OPEN_HAND);
      return this;
    }
    Target target = board.hits().at(pointer.graph());
    board.feedback().hover(target);
    board
        .feedback()
        .cursor(
            switch (target) {
              case Target.OnPort port -> Cursor.CROSSHAIR;
              case Target.OnCorner corner -> Cursor.SE_RESIZE;
              case Target.OnNode node -> Cursor.HAND;
              case Target.OnEdge edge -> Cursor.HAND;
              case Target.OnVoid nothing -> Cursor.DEFAULT;
            });
    return this;
  }

  @Override
  Gesture pressed(Pointer pointer) {
    if (pointer.pan() || pointer.button() == MouseButton.MIDDLE) {
      return new Panning(board, pointer, Optional.empty());
    }
    Target target = board.hits().at(pointer.graph());
    if (pointer.button() == MouseButton.SECONDARY) {
      return new Panning(board, pointer, Optional.of(target));
    }
    if (pointer.button() != MouseButton.PRIMARY) {
      return this;
    }
    return switch (target) {
      case Target.OnPort(var port) -> Connecting.from(board, port, pointer);
      case Target.OnCorner(String id) -> new ResizingNote(board, id, pointer);
      case Target.OnNode(String id) -> new PointingNode(board, id, pointer);
      case Target.OnEdge(String id) -> new PointingEdge(board, id, pointer);
      case Target.OnVoid nothing -> new PointingVoid(board, pointer);
    };
  }
}
