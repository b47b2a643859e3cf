package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.GraphPort;
import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The small dots at which edges begin and end, and the names beside them. */
public final class PortPainter {
  /** Radius of a dot, in graph units. */
  public static final double RADIUS = 3.5;

  private PortPainter() {}

  static void paint(Brush brush, GraphNode node) {
    for (Side side : Side.values()) {
      List<GraphPort> ports = node.ports(side);
      for (int i = 0; i < ports.size(); i++) {
        port(brush, ports.get(i), side, NodeShape.port(node, side, i));
      }
    }
  }

  private static void port(Brush brush, GraphPort port, Side side, Point2D at) {
    GraphicsContext gc = brush.gc();
    CanvasTheme theme = brush.theme();
    gc.setFill(theme.surface());
    gc.setStroke(color(theme, port));
    gc.setLineWidth(brush.line(1.4, 1));
    gc.fillOval(at.getX() - RADIUS, at.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS);
    gc.strokeOval(at.getX() - RADIUS, at.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS);
    if (brush.detail() == Detail.NEAR && !port.label().isEmpty()) {
      gc.setFill(port.error() ? theme.states().failed() : theme.muted());
      gc.setFont(theme.fonts().small());
      gc.setTextAlign(side == Side.INPUT ? TextAlignment.RIGHT : TextAlignment.LEFT);
      double away = side == Side.INPUT ? -8 : 8;
      gc.fillText(port.label(), at.getX() + away, at.getY() - 5);
      gc.setTextAlign(TextAlignment.LEFT);
    }
  }

  /** The colour of a dot. */
  public static Color color(CanvasTheme theme, GraphPort port) {
    return port.error() ? theme.states().failed() : theme.edge();
  }
}
