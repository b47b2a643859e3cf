package io.concertmaster.canvas.geometry;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * The way of an edge: cubic Béziers end to end. Its polyline, for distances, is made when it is
 * first needed.
 */
public final class EdgeRoute {
  private static final int STEPS = 16;

  private final double[] points;
  private final Rectangle2D bounds;
  private double[] flat = {};

  /**
   * @param points x and y of the start, then of two control points and the end of each curve: 2 +
   *     6n numbers, n above 0
   */
  public EdgeRoute(double... points) {
    if (points.length < 8 || (points.length - 2) % 6 != 0) {
      throw new IllegalArgumentException("not curves end to end: " + points.length + " numbers");
    }
    this.points = points.clone();
    this.bounds = hull(points);
  }

  /** How many curves it has. */
  public int curves() {
    return (points.length - 2) / 6;
  }

  /** The number at an index of the list that the constructor took. */
  public double coordinate(int index) {
    return points[index];
  }

  /** A rectangle around it; may be wider than the curve itself. */
  public Rectangle2D bounds() {
    return bounds;
  }

  /** Where it begins. */
  public Point2D start() {
    return new Point2D(points[0], points[1]);
  }

  /** Where it ends. */
  public Point2D end() {
    return new Point2D(points[points.length - 2], points[points.length - 1]);
  }

  /** The place at a part of its length, from 0 to 1. */
  public Point2D at(double part) {
    double[] line = polyline();
    double wanted = length(line) * part;
    for (int i = 2; i < line.length; i += 2) {
      double step = Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
      if (wanted <= step && step > 0) {
        double t = wanted / step;
        return new Point2D(
            line[i - 2] + (line[i] - line[i - 2]) * t,
            line[i - 1] + (line[i + 1] - line[i - 1]) * t);
      }
      wanted -= step;
    }
    return end();
  }

  /** How far a point is from it. */
  public double distance(double x, double y) {
    double[] line = polyline();
    double best = Double.MAX_VALUE;
    for (int i = 2; i < line.length; i += 2) {
      best = Math.min(best, toSegment(x, y, line[i - 2], line[i - 1], line[i], line[i + 1]));
    }
    return best;
  }

  /** Whether some of it lies in a rectangle. */
  public boolean crosses(Rectangle2D area) {
    double[] line = polyline();
    for (int i = 2; i < line.length; i += 2) {
      if (enters(area, line[i - 2], line[i - 1], line[i], line[i + 1])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a straight piece has a point in the area: what is left of it after cutting at the four
   * sides.
   */
  private static boolean enters(Rectangle2D area, double ax, double ay, double bx, double by) {
    double from = 0;
    double to = 1;
    double[] steps = {ax - bx, bx - ax, ay - by, by - ay};
    double[] room = {
      ax - area.getMinX(), area.getMaxX() - ax, ay - area.getMinY(), area.getMaxY() - ay
    };
    for (int side = 0; side < 4; side++) {
      if (steps[side] == 0) {
        if (room[side] < 0) {
          return false;
        }
      } else if (steps[side] < 0) {
        from = Math.max(from, room[side] / steps[side]);
      } else {
        to = Math.min(to, room[side] / steps[side]);
      }
    }
    return from <= to;
  }

  /** x and y of points along it. The caller does not change the array. */
  double[] polyline() {
    if (flat.length == 0) {
      flat = flattened();
    }
    return flat;
  }

  private double[] flattened() {
    double[] line = new double[2 + curves() * STEPS * 2];
    line[0] = points[0];
    line[1] = points[1];
    int out = 2;
    for (int c = 0; c < curves(); c++) {
      int p = c * 6;
      for (int s = 1; s <= STEPS; s++) {
        double t = (double) s / STEPS;
        line[out++] = cubic(points[p], points[p + 2], points[p + 4], points[p + 6], t);
        line[out++] = cubic(points[p + 1], points[p + 3], points[p + 5], points[p + 7], t);
      }
    }
    return line;
  }

  private static double cubic(double a, double b, double c, double d, double t) {
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  }

  private static double length(double[] line) {
    double sum = 0;
    for (int i = 2; i < line.length; i += 2) {
      sum += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
    }
    return sum;
  }

  private static double toSegment(double x, double y, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double square = dx * dx + dy * dy;
    double t = square == 0 ? 0 : Math.clamp(((x - ax) * dx + (y - ay) * dy) / square, 0, 1);
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  }

  private static Rectangle2D hull(double[] points) {
    double left = points[0];
    double right = points[0];
    double top = points[1];
    double bottom = points[1];
    for (int i = 2; i < points.length; i += 2) {
      left = Math.min(left, points[i]);
      right = Math.max(right, points[i]);
      top = Math.min(top, points[i + 1]);
      bottom = Math.max(bottom, points[i + 1]);
    }
    return new Rectangle2D(left, top, right - left, bottom - top);
  }
}
