package io.concertmaster.canvas.geometry;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Chooses the way of an edge.
 *
 * <p>Forward, and a little back to a node that lies clearly higher or lower, it is one S-shaped
 * curve that leaves to the right and arrives from the left. Back to a node at about the same height
 * such a curve would run through both cards, so it goes around below them. Far back to another row
 * it would lie flat across whatever is between, so it goes along beside the source's row. Both ways
 * are straight with rounded corners.
 */
public final class Routing {
  private static final double OUT = 22;
  private static final double CORNER = 14;

  /** How far back a curve would lie flat: clearly more than the width of a card. */
  private static final double FAR_BACK = -280;

  private static final double BELOW = 34;
  private static final double BACK_CURVATURE = 6.5;
  private static final double SHORTEST_HANDLE = 18;
  private static final double LONGEST_HANDLE = 220;

  private Routing() {}

  /**
   * The way between two ports.
   *
   * @param from the output
   * @param to the input
   * @param source what the source's card covers
   * @param target what the target's card covers
   */
  public static EdgeRoute route(Point2D from, Point2D to, Rectangle2D source, Rectangle2D target) {
    double dx = to.getX() - from.getX();
    boolean below = target.getMinY() >= source.getMaxY() + BELOW;
    boolean above = target.getMaxY() <= source.getMinY() - BELOW;
    if (dx < OUT && !below && !above && source.getMaxX() > target.getMinX() + OUT) {
      return lane(from, to, Math.max(source.getMaxY(), target.getMaxY()) + BELOW);
    }
    if (dx < FAR_BACK && below) {
      double middle = (source.getMaxY() + target.getMinY()) / 2;
      return lane(from, to, Math.min(middle, source.getMaxY() + BELOW));
    }
    if (dx < FAR_BACK && above) {
      double middle = (source.getMinY() + target.getMaxY()) / 2;
      return lane(from, to, Math.max(middle, source.getMinY() - BELOW));
    }
    return curve(from, to);
  }

  /** The way of an edge that carries nothing: from the top of one card to the bottom of another. */
  public static EdgeRoute attachment(Point2D from, Point2D to) {
    double handle =
        Math.clamp(Math.abs(from.getY() - to.getY()) / 2, SHORTEST_HANDLE, LONGEST_HANDLE / 2);
    return new EdgeRoute(
        from.getX(),
        from.getY(),
        from.getX(),
        from.getY() - handle,
        to.getX(),
        to.getY() + handle,
        to.getX(),
        to.getY());
  }

  /** The S-shaped curve, also used while one end is still held by the pointer. */
  public static EdgeRoute curve(Point2D from, Point2D to) {
    double dx = to.getX() - from.getX();
    double dy = Math.abs(to.getY() - from.getY());
    double handle =
        dx >= 0
            ? Math.max(dx * 0.5, Math.min(SHORTEST_HANDLE, dy))
            : Math.max(SHORTEST_HANDLE, BACK_CURVATURE * Math.sqrt(-dx));
    double bounded = Math.min(handle, LONGEST_HANDLE);
    return new EdgeRoute(
        from.getX(),
        from.getY(),
        from.getX() + bounded,
        from.getY(),
        to.getX() - bounded,
        to.getY(),
        to.getX(),
        to.getY());
  }

  /** Out to the right, along a height, and in from the left. */
  private static EdgeRoute lane(Point2D from, Point2D to, double height) {
    double right = from.getX() + OUT;
    double left = to.getX() - OUT;
    return rounded(
        List.of(
            from,
            new Point2D(right, from.getY()),
            new Point2D(right, height),
            new Point2D(left, height),
            new Point2D(left, to.getY()),
            to));
  }

  /** Straight pieces between the points, with the corners cut round. */
  private static EdgeRoute rounded(List<Point2D> corners) {
    List<Double> out = new ArrayList<>();
    Point2D at = corners.getFirst();
    out.add(at.getX());
    out.add(at.getY());
    for (int i = 1; i < corners.size() - 1; i++) {
      Point2D corner = corners.get(i);
      Point2D next = corners.get(i + 1);
      double radius = Math.min(CORNER, Math.min(corner.distance(at), corner.distance(next) / 2));
      Point2D enter = towards(corner, at, radius);
      Point2D leave = towards(corner, next, radius);
      line(out, at, enter);
      cubic(
          out, towards(corner, enter, radius * 0.45), towards(corner, leave, radius * 0.45), leave);
      at = leave;
    }
    line(out, at, corners.getLast());
    return new EdgeRoute(out.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void line(List<Double> out, Point2D a, Point2D b) {
    cubic(out, a.interpolate(b, 1.0 / 3), a.interpolate(b, 2.0 / 3), b);
  }

  private static void cubic(List<Double> out, Point2D c1, Point2D c2, Point2D end) {
    for (Point2D p : List.of(c1, c2, end)) {
      out.add(p.getX());
      out.add(p.getY());
    }
  }

  private static Point2D towards(Point2D from, Point2D to, double distance) {
    double length = from.distance(to);
    return length == 0 ? from : from.interpolate(to, Math.min(1, distance / length));
  }
}
