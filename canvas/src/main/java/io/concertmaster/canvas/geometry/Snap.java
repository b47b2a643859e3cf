package io.concertmaster.canvas.geometry;

import javafx.geometry.Point2D;

/** The grid on which things come to rest. */
public final class Snap {
  /** Distance between the dots, in graph units. */
  public static final double DOTS = 20;

  /** Distance between the places at which things come to rest, in graph units. */
  public static final double STEP = 10;

  private Snap() {}

  /** The nearest place to rest. */
  public static double snapped(double value) {
    return Math.rint(value / STEP) * STEP;
  }

  /** The nearest place to rest. */
  public static Point2D snapped(Point2D point) {
    return new Point2D(snapped(point.getX()), snapped(point.getY()));
  }
}
