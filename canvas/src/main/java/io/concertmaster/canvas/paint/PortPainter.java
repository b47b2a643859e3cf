package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.GraphPort;
import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The small dots at which edges begin and end, and the names beside them. */
public final class PortPainter {
  /** Radius of a dot, in graph units. */
  public static final double RADIUS = 3.5;

  private static final double NAME_AWAY = 9;
  private static final double NAME_PADDING = 2;
  private static final double NAME_HEIGHT = 13;

  private PortPainter() {}

  /**
   * @param backdrop what lies behind the names, since they lie on the edges
   */
  static void paint(Brush brush, GraphNode node, Color backdrop) {
    for (Side side : Side.values()) {
      List<GraphPort> ports = node.ports(side);
      for (int i = 0; i < ports.size(); i++) {
        port(brush, ports.get(i), side, NodeShape.port(node, side, i), backdrop);
      }
    }
  }

  private static void port(Brush brush, GraphPort port, Side side, Point2D at, Color backdrop) {
    GraphicsContext gc = brush.gc();
    CanvasTheme theme = brush.theme();
    gc.setFill(theme.surface());
    gc.setStroke(color(theme, port));
    gc.setLineWidth(brush.line(1.4, 1));
    gc.fillOval(at.getX() - RADIUS, at.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS);
    gc.strokeOval(at.getX() - RADIUS, at.getY() - RADIUS, 2 * RADIUS, 2 * RADIUS);
    if (brush.detail() == Detail.NEAR && !port.label().isEmpty()) {
      // Both ends of an attachment are called the same: the lower side of the served card says it.
      if (!port.attachment()) {
        name(brush, port, backdrop, namePlace(brush, port.label(), side, at));
      } else if (side == Side.INPUT) {
        name(brush, port, backdrop, below(brush, port.label(), at));
      }
    }
  }

  private static void name(Brush brush, GraphPort port, Color backdrop, Rectangle2D place) {
    GraphicsContext gc = brush.gc();
    CanvasTheme theme = brush.theme();
    gc.setFill(backdrop);
    gc.fillRect(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    gc.setFill(port.error() ? theme.states().failed() : theme.muted());
    gc.setFont(theme.fonts().small());
    gc.fillText(port.label(), place.getMinX() + NAME_PADDING, place.getMaxY() - 2.7);
  }

  /** The rectangle of the name of a port on the lower side. */
  private static Rectangle2D below(Brush brush, String label, Point2D at) {
    double width = brush.texts().width(brush.theme().fonts().small(), label) + 2 * NAME_PADDING;
    return new Rectangle2D(at.getX() - width / 2, at.getY() + RADIUS + 1, width, NAME_HEIGHT);
  }

  /**
   * The rectangle of a port's name: on the line of its edge, clear of the ring around a chosen
   * card.
   */
  static Rectangle2D namePlace(Brush brush, String label, Side side, Point2D at) {
    double width = brush.texts().width(brush.theme().fonts().small(), label) + 2 * NAME_PADDING;
    double x = side == Side.INPUT ? at.getX() - NAME_AWAY - width : at.getX() + NAME_AWAY;
    return new Rectangle2D(x, at.getY() - NAME_HEIGHT / 2, width, NAME_HEIGHT);
  }

  /** The colour of a dot. */
  public static Color color(CanvasTheme theme, GraphPort port) {
    return port.error() ? theme.states().failed() : theme.edge();
  }
}
