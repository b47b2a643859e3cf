package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.Mark;
import io.concertmaster.canvas.graph.NodeState;
import io.concertmaster.canvas.theme.CanvasTheme;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;

/**
 * The round sign at the upper right corner of a card, and the sign of a problem at the lower right
 * one.
 */
public final class BadgePainter {
  /** Radius of a badge, in graph units. */
  public static final double RADIUS = 9;

  /** How far its middle lies left of the card's right edge. */
  public static final double INSET_X = 3;

  /** How far its middle lies below the card's upper edge. */
  public static final double INSET_Y = 3;

  private BadgePainter() {}

  /** Draws both signs of a card, as far as it has them. */
  static void paint(Brush brush, GraphNode node, double right, double top, double bottom) {
    boolean known = node.state() != NodeState.NONE && node.state() != NodeState.QUEUED;
    if (known || !node.badge().isEmpty()) {
      state(brush, node, right - INSET_X, top + INSET_Y);
    }
    if (node.mark() != Mark.NONE) {
      Color color =
          node.mark() == Mark.ERROR
              ? brush.theme().states().failed()
              : brush.theme().states().waiting();
      triangle(brush, color, right - 12, bottom - 2);
    }
  }

  private static void state(Brush brush, GraphNode node, double x, double y) {
    GraphicsContext gc = brush.gc();
    CanvasTheme theme = brush.theme();
    Color color = theme.states().of(node.state(), theme.muted());
    Color sign = onTop(color);
    String badge = node.badge();
    double width = badge.isEmpty() ? 2 * RADIUS : pill(brush, badge);
    gc.setFill(color);
    gc.fillRoundRect(x + RADIUS - width, y - RADIUS, width, 2 * RADIUS, 2 * RADIUS, 2 * RADIUS);
    if (badge.isEmpty()) {
      gc.setStroke(sign);
      gc.setLineWidth(1.6);
      gc.setLineCap(StrokeLineCap.ROUND);
      sign(gc, node.state(), x, y);
    } else {
      gc.setFill(sign);
      gc.setFont(theme.fonts().small());
      gc.setTextAlign(TextAlignment.CENTER);
      gc.setTextBaseline(VPos.CENTER);
      gc.fillText(badge, x + RADIUS - width / 2, y + 0.2);
      gc.setTextAlign(TextAlignment.LEFT);
      gc.setTextBaseline(VPos.BASELINE);
    }
  }

  private static double pill(Brush brush, String badge) {
    double text = brush.texts().width(brush.theme().fonts().small(), badge);
    return Math.max(2 * RADIUS, text + 10);
  }

  private static void sign(GraphicsContext gc, NodeState state, double x, double y) {
    switch (state) {
      case DONE -> {
        gc.beginPath();
        gc.moveTo(x - 3.6, y + 0.2);
        gc.lineTo(x - 1, y + 2.7);
        gc.lineTo(x + 3.7, y - 2.5);
        gc.stroke();
      }
      case FAILED -> exclamation(gc, x, y);
      case WAITING -> {
        gc.strokeLine(x - 2, y - 3, x - 2, y + 3);
        gc.strokeLine(x + 2, y - 3, x + 2, y + 3);
      }
      case RETRYING -> {
        gc.strokeArc(x - 3.6, y - 3.6, 7.2, 7.2, 60, 270, ArcType.OPEN);
        gc.strokeLine(x + 1.8, y - 3.2, x + 1.8, y - 5.4);
        gc.strokeLine(x + 1.8, y - 3.2, x + 4.4, y - 3.2);
      }
      case RUNNING -> gc.strokeArc(x - 4, y - 4, 8, 8, 30, 250, ArcType.OPEN);
      case SKIPPED -> gc.strokeLine(x - 3, y, x + 3, y);
      case NONE, QUEUED -> gc.strokeOval(x - 1, y - 1, 2, 2);
    }
  }

  private static void exclamation(GraphicsContext gc, double x, double y) {
    gc.strokeLine(x, y - 4, x, y + 0.6);
    gc.strokeLine(x, y + 3.8, x, y + 3.9);
  }

  private static void triangle(Brush brush, Color color, double x, double y) {
    GraphicsContext gc = brush.gc();
    gc.setFill(color);
    gc.setStroke(brush.theme().surface());
    gc.setLineWidth(2);
    double[] xs = {x, x + 8.5, x - 8.5};
    double[] ys = {y - 9.5, y + 5.5, y + 5.5};
    gc.strokePolygon(xs, ys, 3);
    gc.fillPolygon(xs, ys, 3);
    gc.setStroke(onTop(color));
    gc.setLineWidth(1.5);
    gc.setLineCap(StrokeLineCap.ROUND);
    gc.strokeLine(x, y - 4, x, y + 0.5);
    gc.strokeLine(x, y + 3.2, x, y + 3.3);
  }

  /** White on dark colours, nearly black on bright ones. */
  static Color onTop(Color color) {
    double brightness = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
    return brightness > 0.72 ? Color.web("#161b22") : Color.WHITE;
  }
}
