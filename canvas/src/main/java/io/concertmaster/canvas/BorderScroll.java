package io.concertmaster.canvas;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;

/**
 * Lets the viewport follow a pointer that is held near the border during a gesture. Runs only while
 * it is there.
 */
final class BorderScroll {
  private static final double NEAR = 28;
  private static final double FASTEST = 18;

  private final CanvasState state;
  private final Consumer<Point2D> moved;
  private final AnimationTimer timer;
  private Point2D at = Point2D.ZERO;
  private boolean running;

  /**
   * @param moved hears where the pointer is each time after the viewport has moved
   */
  BorderScroll(CanvasState state, Consumer<Point2D> moved) {
    this.state = state;
    this.moved = moved;
    this.timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            step();
          }
        };
  }

  /** The pointer is here, in pixels of the canvas. */
  void pointerAt(Point2D point) {
    at = point;
    boolean wanted = !speed().equals(Point2D.ZERO);
    if (wanted && !running) {
      running = true;
      timer.start();
    } else if (!wanted) {
      stop();
    }
  }

  /** The gesture is over. */
  void stop() {
    running = false;
    timer.stop();
  }

  private void step() {
    Point2D speed = speed();
    state.setViewport(state.viewport().panned(speed.getX(), speed.getY()));
    moved.accept(at);
  }

  private Point2D speed() {
    return new Point2D(
        speed(at.getX(), state.layers.getWidth()), speed(at.getY(), state.layers.getHeight()));
  }

  private static double speed(double at, double length) {
    if (at < NEAR) {
      return Math.min(FASTEST, (NEAR - at) / 3);
    }
    return at > length - NEAR ? -Math.min(FASTEST, (at - length + NEAR) / 3) : 0;
  }
}
