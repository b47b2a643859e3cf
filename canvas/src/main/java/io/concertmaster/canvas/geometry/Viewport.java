package io.concertmaster.canvas.geometry;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * The part of the plane that is in sight.
 *
 * @param x the graph's coordinate at the left edge of the canvas
 * @param y the graph's coordinate at the upper edge of the canvas
 * @param zoom screen pixels for each graph unit, from {@link #SMALLEST} to {@link #LARGEST}
 */
public record Viewport(double x, double y, double zoom) {
  /** The smallest zoom. */
  public static final double SMALLEST = 0.02;

  /** The largest zoom. */
  public static final double LARGEST = 4;

  /** The origin at 100 %. */
  public static final Viewport HOME = new Viewport(0, 0, 1);

  public Viewport {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !(zoom > 0)) {
      throw new IllegalArgumentException("not a viewport: " + x + ", " + y + ", " + zoom);
    }
    zoom = Math.clamp(zoom, SMALLEST, LARGEST);
  }

  /** The point of the graph at a point of the canvas. */
  public Point2D toGraph(double screenX, double screenY) {
    return new Point2D(x + screenX / zoom, y + screenY / zoom);
  }

  /** The point of the canvas at a point of the graph. */
  public Point2D toScreen(Point2D graph) {
    return new Point2D((graph.getX() - x) * zoom, (graph.getY() - y) * zoom);
  }

  /** The rectangle of the canvas over a rectangle of the graph. */
  public Rectangle2D toScreen(Rectangle2D graph) {
    return new Rectangle2D(
        (graph.getMinX() - x) * zoom,
        (graph.getMinY() - y) * zoom,
        graph.getWidth() * zoom,
        graph.getHeight() * zoom);
  }

  /** What a canvas of a size shows of the graph. */
  public Rectangle2D visible(double width, double height) {
    return new Rectangle2D(x, y, width / zoom, height / zoom);
  }

  /** This, moved so that its content goes along by some pixels. */
  public Viewport panned(double dx, double dy) {
    return new Viewport(x - dx / zoom, y - dy / zoom, zoom);
  }

  /**
   * This at another zoom, with the point of the graph under a point of the canvas staying there.
   */
  public Viewport zoomedAt(double screenX, double screenY, double newZoom) {
    double bounded = Math.clamp(newZoom, SMALLEST, LARGEST);
    Point2D fixed = toGraph(screenX, screenY);
    return new Viewport(
        fixed.getX() - screenX / bounded, fixed.getY() - screenY / bounded, bounded);
  }

  /** This, moved by less than a pixel so that bitmaps fall on whole pixels of the screen. */
  public Viewport aligned(double outputScale) {
    double step = zoom * outputScale;
    return new Viewport(Math.rint(x * step) / step, Math.rint(y * step) / step, zoom);
  }

  /**
   * The viewport that shows a rectangle of the graph whole, in the middle.
   *
   * @param margin pixels that stay free on each side
   * @param largest the zoom is at most this
   */
  public static Viewport showing(
      Rectangle2D area, double width, double height, double margin, double largest) {
    double zoom =
        Math.min(
            (width - 2 * margin) / Math.max(area.getWidth(), 1),
            (height - 2 * margin) / Math.max(area.getHeight(), 1));
    double bounded = Math.clamp(zoom, SMALLEST, Math.min(largest, LARGEST));
    Point2D middle = Rectangles.center(area);
    return new Viewport(
        middle.getX() - width / 2 / bounded, middle.getY() - height / 2 / bounded, bounded);
  }
}
