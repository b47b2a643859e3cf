package io.concertmaster.canvas.gesture;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;

/**
 * One event of the pointer.
 *
 * @param x pixels from the canvas's left edge
 * @param y pixels from the canvas's upper edge
 * @param graph the same point in graph units
 * @param screenX pixels of the screen
 * @param screenY pixels of the screen
 * @param button the button that was pressed or let go
 * @param clicks how many clicks this ends, at a press
 * @param add whether Shift or the shortcut key is held: adds to the selection
 * @param free whether Alt is held: leaves the grid
 * @param pan whether the space bar is held
 */
public record Pointer(
    double x,
    double y,
    Point2D graph,
    double screenX,
    double screenY,
    MouseButton button,
    int clicks,
    boolean add,
    boolean free,
    boolean pan) {

  /** A pointer that was never seen. */
  public static final Pointer NOWHERE =
      new Pointer(0, 0, Point2D.ZERO, 0, 0, MouseButton.NONE, 0, false, false, false);

  private static final double DRAG_BEGINS = 4;

  /** The same pointer after the graph has moved under it. */
  public Pointer over(Point2D point) {
    return new Pointer(x, y, point, screenX, screenY, button, clicks, add, free, pan);
  }

  /** Whether it went far enough from a press to be a drag. */
  boolean draggedFrom(Pointer press) {
    return Math.hypot(x - press.x, y - press.y) >= DRAG_BEGINS;
  }
}
