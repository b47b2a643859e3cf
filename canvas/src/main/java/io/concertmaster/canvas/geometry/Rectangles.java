package io.concertmaster.canvas.geometry;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Arithmetic on rectangles. */
public final class Rectangles {
  private Rectangles() {}

  /** The rectangle, wider by a margin on each side. */
  public static Rectangle2D grown(Rectangle2D r, double margin) {
    return new Rectangle2D(
        r.getMinX() - margin,
        r.getMinY() - margin,
        Math.max(0, r.getWidth() + 2 * margin),
        Math.max(0, r.getHeight() + 2 * margin));
  }

  /** The smallest rectangle around both. */
  public static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
    double x = Math.min(a.getMinX(), b.getMinX());
    double y = Math.min(a.getMinY(), b.getMinY());
    return new Rectangle2D(
        x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
  }

  /** What both cover. */
  public static Optional<Rectangle2D> common(Rectangle2D a, Rectangle2D b) {
    double x = Math.max(a.getMinX(), b.getMinX());
    double y = Math.max(a.getMinY(), b.getMinY());
    double width = Math.min(a.getMaxX(), b.getMaxX()) - x;
    double height = Math.min(a.getMaxY(), b.getMaxY()) - y;
    return width > 0 && height > 0
        ? Optional.of(new Rectangle2D(x, y, width, height))
        : Optional.empty();
  }

  /** The rectangle with two opposite corners. */
  public static Rectangle2D between(Point2D a, Point2D b) {
    return new Rectangle2D(
        Math.min(a.getX(), b.getX()),
        Math.min(a.getY(), b.getY()),
        Math.abs(a.getX() - b.getX()),
        Math.abs(a.getY() - b.getY()));
  }

  /** The rectangle elsewhere. */
  public static Rectangle2D moved(Rectangle2D r, double dx, double dy) {
    return new Rectangle2D(r.getMinX() + dx, r.getMinY() + dy, r.getWidth(), r.getHeight());
  }

  /** The middle. */
  public static Point2D center(Rectangle2D r) {
    return new Point2D(r.getMinX() + r.getWidth() / 2, r.getMinY() + r.getHeight() / 2);
  }
}
