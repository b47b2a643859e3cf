package io.concertmaster.canvas.geometry;

import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Finds free space for the label of an edge: along its way, beginning in the middle, above it, then
 * below it. A level edge has its label above the line, where it hides nothing; a steep one has it
 * beside the line.
 */
public final class PillPlacement {
  private static final double[] PARTS = {0.5, 0.42, 0.58, 0.32, 0.68, 0.22, 0.78};
  private static final double GAP = 6;

  private PillPlacement() {}

  /**
   * The rectangle of a label.
   *
   * @param width of the label
   * @param height of the label
   * @param taken whether something else is drawn in a rectangle
   * @return the first free place, or the middle above the line when there is none
   */
  public static Rectangle2D place(
      EdgeRoute route, double width, double height, Predicate<Rectangle2D> taken) {
    for (double part : PARTS) {
      Rectangle2D above = beside(route, part, width, height, -1);
      if (!taken.test(above)) {
        return above;
      }
      Rectangle2D below = beside(route, part, width, height, 1);
      if (!taken.test(below)) {
        return below;
      }
    }
    return beside(route, 0.5, width, height, -1);
  }

  /** The label's rectangle beside the line: side -1 is above it, 1 below. */
  private static Rectangle2D beside(
      EdgeRoute route, double part, double width, double height, int side) {
    Point2D at = route.at(part);
    Point2D ahead = route.at(Math.min(1, part + 0.02));
    Point2D behind = route.at(Math.max(0, part - 0.02));
    double dx = ahead.getX() - behind.getX();
    double dy = ahead.getY() - behind.getY();
    double length = Math.max(Math.hypot(dx, dy), 1e-9);
    double nx = -dy / length;
    double ny = dx / length;
    if (ny * side < 0 || (ny == 0 && nx * side < 0)) {
      nx = -nx;
      ny = -ny;
    }
    double distance = Math.abs(nx) * width / 2 + Math.abs(ny) * height / 2 + GAP;
    double x = at.getX() + nx * distance;
    double y = at.getY() + ny * distance;
    return new Rectangle2D(x - width / 2, y - height / 2, width, height);
  }
}
