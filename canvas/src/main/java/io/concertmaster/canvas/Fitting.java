package io.concertmaster.canvas;

import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.Viewport;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;

/** Finds a viewport that shows an area whole and, where it can, without a card under a panel. */
final class Fitting {
  private static final double MARGIN = 60;
  private static final double LARGEST = 1;

  private Fitting() {}

  /**
   * The viewport for an area.
   *
   * @param panels what lies over the canvas, in its pixels
   */
  static Viewport viewport(
      GraphGeometry geometry,
      Rectangle2D area,
      double width,
      double height,
      List<Rectangle2D> panels) {
    Viewport plain = inset(area, width, height, Insets.EMPTY);
    if (free(geometry, plain, panels)) {
      return plain;
    }
    List<Insets> ways = new ArrayList<>();
    for (Rectangle2D panel : panels) {
      ways.add(new Insets(0, 0, height - panel.getMinY(), 0));
      ways.add(
          panel.getMinX() > width / 2
              ? new Insets(0, width - panel.getMinX(), 0, 0)
              : new Insets(0, 0, 0, panel.getMaxX()));
    }
    Viewport best = plain;
    double bestZoom = 0;
    for (Insets way : ways) {
      Viewport candidate = inset(area, width, height, way);
      if (candidate.zoom() > bestZoom && free(geometry, candidate, panels)) {
        best = candidate;
        bestZoom = candidate.zoom();
      }
    }
    return bestZoom > plain.zoom() / 2 ? best : plain;
  }

  private static Viewport inset(Rectangle2D area, double width, double height, Insets insets) {
    double w = Math.max(1, width - insets.getLeft() - insets.getRight());
    double h = Math.max(1, height - insets.getTop() - insets.getBottom());
    double margin = Math.min(MARGIN, Math.min(w, h) / 8);
    return Viewport.showing(area, w, h, margin, LARGEST).panned(insets.getLeft(), insets.getTop());
  }

  private static boolean free(GraphGeometry geometry, Viewport viewport, List<Rectangle2D> panels) {
    return panels.stream()
        .map(panel ->
            new Rectangle2D(
                viewport.x() + panel.getMinX() / viewport.zoom(),
                viewport.y() + panel.getMinY() / viewport.zoom(),
                panel.getWidth() / viewport.zoom(),
                panel.getHeight() / viewport.zoom()))
        .noneMatch(geometry::coveredByCard);
  }
}
