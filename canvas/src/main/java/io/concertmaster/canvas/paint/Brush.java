package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.theme.CanvasTheme;
import javafx.scene.canvas.GraphicsContext;

/**
 * What every painter needs: where to draw, in which colours, how finely. The context is scaled so
 * that all painters speak in graph units.
 *
 * @param gc where to draw
 * @param theme colours and fonts
 * @param detail how finely
 * @param zoom screen pixels for each graph unit
 * @param texts measures and cuts texts
 */
record Brush(GraphicsContext gc, CanvasTheme theme, Detail detail, double zoom, TextFitter texts) {

  /** A width of line that is at least as many pixels wide on the screen. */
  double line(double width, double atLeastPixels) {
    return Math.max(width * theme.contrast(), atLeastPixels / zoom);
  }
}
