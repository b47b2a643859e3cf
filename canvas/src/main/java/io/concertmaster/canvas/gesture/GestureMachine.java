package io.concertmaster.canvas.gesture;

import java.util.function.UnaryOperator;

/** Holds the present gesture and hands it the events. */
public final class GestureMachine {
  private final Board board;
  private Gesture gesture;

  /**
   * @param board what the gestures work on
   */
  public GestureMachine(Board board) {
    this.board = board;
    this.gesture = new Idle(board);
  }

  /** A button went down; a second button during a gesture gives it up. */
  public void pressed(Pointer pointer) {
    if (idle()) {
      step(g -> g.pressed(pointer));
    } else {
      cancel();
    }
  }

  /** The pointer moved without a button. */
  public void hovered(Pointer pointer) {
    step(g -> g.hovered(pointer));
  }

  /** The pointer moved with a button down. */
  public void dragged(Pointer pointer) {
    step(g -> g.dragged(pointer));
  }

  /** The button was let go. */
  public void released(Pointer pointer) {
    step(g -> g.released(pointer));
  }

  /** The viewport moved under the pointer. */
  public void scrolled(Pointer pointer) {
    step(g -> g.scrolled(pointer));
  }

  /** Gives the present gesture up. */
  public void cancel() {
    step(Gesture::cancelled);
  }

  /** Whether nothing is going on. */
  public boolean idle() {
    return gesture instanceof Idle;
  }

  /** Whether the viewport shall follow the pointer when it nears the border. */
  public boolean followsBorder() {
    return gesture.followsBorder();
  }

  private void step(UnaryOperator<Gesture> event) {
    try {
      gesture = event.apply(gesture);
    } catch (RuntimeException e) {
      // An owner that fails in its listener must not leave the canvas in the middle of a gesture.
      gesture = new Idle(board);
      board.feedback().clear();
      throw e;
    }
  }
}
