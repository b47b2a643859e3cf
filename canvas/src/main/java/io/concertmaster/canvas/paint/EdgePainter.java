package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.theme.CanvasTheme;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** The line of an edge and the pill with its label. */
public final class EdgePainter {
  /** Width of an edge, in graph units. */
  public static final double WIDTH = 2;

  /** Height of a pill, in graph units. */
  static final double PILL_HEIGHT = 17;

  private static final double PILL_PADDING = 8;

  private EdgePainter() {}

  /** The colour of an edge. */
  public static Color color(CanvasTheme theme, GraphEdge edge) {
    return edge.error() ? theme.states().failed() : theme.states().of(edge.state(), theme.edge());
  }

  static void paint(Brush brush, GraphEdge edge, EdgeRoute route, boolean selected) {
    GraphicsContext gc = brush.gc();
    if (brush.detail() == Detail.FAR && !selected) {
      gc.setStroke(color(brush.theme(), edge));
      gc.setLineWidth(brush.line(WIDTH, 0.75));
      gc.strokeLine(
          route.start().getX(), route.start().getY(), route.end().getX(), route.end().getY());
      return;
    }
    gc.setLineCap(StrokeLineCap.ROUND);
    if (selected) {
      gc.setStroke(halo(brush.theme()));
      gc.setLineWidth(brush.line(WIDTH + 6, 4));
      trace(gc, route);
    }
    gc.setStroke(selected ? brush.theme().accent() : color(brush.theme(), edge));
    gc.setLineWidth(brush.line(WIDTH, 1));
    if (edge.error()) {
      gc.setLineCap(StrokeLineCap.BUTT);
      gc.setLineDashes(6, 4);
    }
    trace(gc, route);
    gc.setLineDashes();
  }

  private static void trace(GraphicsContext gc, EdgeRoute route) {
    gc.beginPath();
    gc.moveTo(route.coordinate(0), route.coordinate(1));
    for (int curve = 0; curve < route.curves(); curve++) {
      int at = 2 + curve * 6;
      gc.bezierCurveTo(
          route.coordinate(at),
          route.coordinate(at + 1),
          route.coordinate(at + 2),
          route.coordinate(at + 3),
          route.coordinate(at + 4),
          route.coordinate(at + 5));
    }
    gc.stroke();
  }

  /** The pale band around what is selected. */
  static Color halo(CanvasTheme theme) {
    return theme.accent().deriveColor(0, 1, 1, 0.25);
  }

  /** The width of an edge's pill. */
  static double pillWidth(CanvasTheme theme, TextFitter texts, String label) {
    return Math.ceil(texts.width(theme.fonts().small(), label)) + 2 * PILL_PADDING;
  }

  static void paintPill(Brush brush, String label, Rectangle2D place) {
    GraphicsContext gc = brush.gc();
    CanvasTheme theme = brush.theme();
    double width = place.getWidth();
    double height = place.getHeight();
    gc.setFill(theme.background());
    gc.fillRoundRect(place.getMinX(), place.getMinY(), width, height, height, height);
    gc.setStroke(theme.border());
    gc.setLineWidth(brush.line(1, 1));
    gc.strokeRoundRect(place.getMinX(), place.getMinY(), width, height, height, height);
    gc.setFill(theme.muted());
    gc.setFont(theme.fonts().small());
    gc.fillText(label, place.getMinX() + PILL_PADDING, place.getMinY() + height / 2 + 3.8);
  }
}
