package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.theme.CanvasTheme;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** The line of an edge. */
public final class EdgePainter {
  /** Width of an edge, in graph units. */
  public static final double WIDTH = 2;

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
    if (edge.dashed()) {
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
}
