package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.Snap;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;

/** Dots as a quiet measure of distance. Far away every fifth remains. */
final class GridPainter {
  private static final double CLOSEST_PIXELS = 11;

  private GridPainter() {}

  /** Draws the dots on whole pixels; the context is not scaled here. */
  static void paint(GraphicsContext gc, Brush brush, Rectangle2D pixels) {
    double step = Snap.DOTS * brush.zoom();
    while (step < CLOSEST_PIXELS) {
      step *= 5;
    }
    double size = brush.zoom() < 0.7 ? 1 : brush.zoom() < 1.8 ? 2 : 3;
    gc.setFill(brush.theme().grid());
    double first = Math.floor(pixels.getMinX() / step);
    double last = Math.ceil(pixels.getMaxX() / step);
    double top = Math.floor(pixels.getMinY() / step);
    double bottom = Math.ceil(pixels.getMaxY() / step);
    for (double j = top; j <= bottom; j++) {
      double y = Math.rint(j * step) - Math.floor(size / 2) - pixels.getMinY();
      for (double i = first; i <= last; i++) {
        gc.fillRect(Math.rint(i * step) - Math.floor(size / 2) - pixels.getMinX(), y, size, size);
      }
    }
  }
}
