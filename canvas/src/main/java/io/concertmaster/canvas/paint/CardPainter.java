package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeState;
import io.concertmaster.canvas.theme.CanvasTheme;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * A card: shadow, sheet, border in the colour of the state, tile with icon, two lines of text,
 * badges, ports.
 */
public final class CardPainter {
  /** Diameter of the rounding of a card's corners, in graph units. */
  public static final double ARC = 18;

  /** How far a card's drawing reaches beyond its bounds: rings, badges, shadow. */
  static final double REACH = 14;

  /** A card that is narrower on the screen is one rectangle. */
  private static final double SMALL_PIXELS = 16;

  private static final double TILE = 34;
  private static final double TILE_ARC = 13;
  private static final double ICON = 18;
  private static final double PADDING = 10;
  private static final double TEXT_LEFT = PADDING + TILE + 9;
  private static final double TEXT_RIGHT = 7;

  private CardPainter() {}

  static void paint(Brush brush, GraphNode node, boolean selected, Color backdrop) {
    Rectangle2D r = NodeShape.bounds(node);
    if (brush.detail() == Detail.FAR) {
      far(brush, node, r, selected);
      return;
    }
    GraphicsContext gc = brush.gc();
    CanvasTheme theme = brush.theme();
    shadow(brush, r);
    if (selected) {
      ring(gc, r, 5, 2 * theme.contrast(), theme.accent());
    } else if (node.state() == NodeState.RUNNING) {
      ring(gc, r, 2.5, 5, halo(theme.states().running()));
    }
    gc.setFill(theme.surface());
    gc.fillRoundRect(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight(), ARC, ARC);
    gc.setStroke(theme.states().of(node.state(), theme.border()));
    gc.setLineWidth(brush.line(node.state() == NodeState.NONE ? 1 : 1.4, 1));
    gc.strokeRoundRect(
        r.getMinX() + 0.5,
        r.getMinY() + 0.5,
        r.getWidth() - 1,
        r.getHeight() - 1,
        ARC - 1,
        ARC - 1);
    gc.setGlobalAlpha(node.disabled() ? 0.45 : 1);
    tile(brush, node, r);
    texts(brush, node, r);
    gc.setGlobalAlpha(1);
    PortPainter.paint(brush, node, backdrop);
    BadgePainter.paint(brush, node, r.getMaxX(), r.getMinY(), r.getMaxY());
  }

  /** Whether a card cannot show its whole title at a zoom. */
  public static boolean cutsTitle(
      GraphNode node, CanvasTheme theme, TextFitter texts, double zoom) {
    double room = NodeShape.bounds(node).getWidth() - TEXT_LEFT - TEXT_RIGHT;
    return Detail.at(zoom) != Detail.NEAR
        || texts.width(theme.fonts().title(), node.title()) > room;
  }

  private static void far(Brush brush, GraphNode node, Rectangle2D r, boolean selected) {
    GraphicsContext gc = brush.gc();
    CanvasTheme theme = brush.theme();
    if (selected) {
      gc.setFill(theme.accent());
      double more = 3 / brush.zoom();
      gc.fillRect(
          r.getMinX() - more,
          r.getMinY() - more,
          r.getWidth() + 2 * more,
          r.getHeight() + 2 * more);
    }
    Color role = theme.role(node.role());
    if (r.getWidth() * brush.zoom() < SMALL_PIXELS) {
      gc.setFill(theme.states().of(node.state(), theme.edge()));
      gc.fillRect(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight());
      return;
    }
    gc.setFill(theme.states().of(node.state(), theme.border()));
    gc.fillRect(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight());
    double edge = Math.min(1 / brush.zoom(), 6);
    gc.setFill(theme.surface());
    gc.fillRect(
        r.getMinX() + edge, r.getMinY() + edge, r.getWidth() - 2 * edge, r.getHeight() - 2 * edge);
    gc.setFill(node.disabled() ? role.deriveColor(0, 1, 1, 0.45) : role);
    gc.fillRect(r.getMinX() + PADDING, r.getMinY() + PADDING, TILE, r.getHeight() - 2 * PADDING);
    gc.setFill(theme.edge());
    gc.fillRect(r.getMinX() + TEXT_LEFT, r.getMinY() + r.getHeight() / 2 - 8, 90, 12);
  }

  private static void shadow(Brush brush, Rectangle2D r) {
    if (brush.detail() != Detail.NEAR) {
      return;
    }
    GraphicsContext gc = brush.gc();
    Color shadow = brush.theme().shadow();
    gc.setFill(shadow.deriveColor(0, 1, 1, 0.035));
    for (int i = 1; i <= 3; i++) {
      gc.fillRoundRect(
          r.getMinX() - i + 1,
          r.getMinY() + i - 0.5,
          r.getWidth() + 2 * (i - 1),
          r.getHeight() + i * 0.7,
          ARC + i,
          ARC + i);
    }
  }

  private static void ring(
      GraphicsContext gc, Rectangle2D r, double away, double width, Color color) {
    gc.setStroke(color);
    gc.setLineWidth(width);
    gc.strokeRoundRect(
        r.getMinX() - away,
        r.getMinY() - away,
        r.getWidth() + 2 * away,
        r.getHeight() + 2 * away,
        ARC + 2 * away,
        ARC + 2 * away);
  }

  private static Color halo(Color color) {
    return color.deriveColor(0, 1, 1, 0.25);
  }

  private static void tile(Brush brush, GraphNode node, Rectangle2D r) {
    GraphicsContext gc = brush.gc();
    double x = r.getMinX() + PADDING;
    double y = r.getMinY() + (r.getHeight() - TILE) / 2;
    gc.setFill(brush.theme().role(node.role()));
    gc.fillRoundRect(x, y, TILE, TILE, TILE_ARC, TILE_ARC);
    double inset = (TILE - ICON) / 2;
    IconPainter.paint(gc, node.icon(), x + inset, y + inset, ICON);
  }

  private static void texts(Brush brush, GraphNode node, Rectangle2D r) {
    GraphicsContext gc = brush.gc();
    CanvasTheme theme = brush.theme();
    double x = r.getMinX() + TEXT_LEFT;
    double room = r.getWidth() - TEXT_LEFT - TEXT_RIGHT;
    double middle = r.getMinY() + r.getHeight() / 2;
    boolean two = !node.subtitle().isEmpty() && brush.detail() == Detail.NEAR;
    gc.setFont(theme.fonts().title());
    gc.setFill(theme.text());
    gc.fillText(
        brush.texts().fitted(theme.fonts().title(), node.title(), room),
        x,
        middle + (two ? -3 : 4.5));
    if (two) {
      gc.setFont(theme.fonts().subtitle());
      gc.setFill(theme.muted());
      gc.fillText(
          brush.texts().fitted(theme.fonts().subtitle(), node.subtitle(), room), x, middle + 13);
    }
  }
}
