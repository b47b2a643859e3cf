package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * The whole graph in small, with a frame around what is in sight; a press or drag goes there. The
 * cards are drawn again only when one has moved.
 */
public final class Minimap extends Pane {
  /** Its width in pixels. */
  public static final double WIDTH = 180;

  /** Its height in pixels. */
  public static final double HEIGHT = 108;

  private static final double PADDING = 7;

  /**
   * From so many nodes on, the map shows the graph alone, so that panning beyond it does not draw
   * all again.
   */
  private static final int MANY = 2000;

  private final Canvas cards = new Canvas(WIDTH - 2, HEIGHT - 2);
  private final Rectangle frame = new Rectangle();
  private final Consumer<Point2D> center;
  private GraphGeometry geometry = GraphGeometry.empty();
  private Rectangle2D shown = Rectangle2D.EMPTY;
  private CanvasTheme theme;
  private boolean stale = true;

  /**
   * @param center brings a point of the graph into the middle of the canvas
   */
  public Minimap(CanvasTheme theme, Consumer<Point2D> center) {
    this.theme = theme;
    this.center = center;
    setManaged(false);
    resize(WIDTH, HEIGHT);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Map of the graph");
    frame.setFill(Color.TRANSPARENT);
    frame.setStrokeWidth(2);
    frame.setArcWidth(4);
    frame.setArcHeight(4);
    cards.relocate(1, 1);
    cards.setMouseTransparent(true);
    frame.setMouseTransparent(true);
    getChildren().addAll(cards, frame);
    setOnMousePressed(this::go);
    setOnMouseDragged(this::go);
    setTheme(theme);
  }

  /** Draws in other colours. */
  public void setTheme(CanvasTheme next) {
    theme = next;
    Panels.style(this, next);
    frame.setStroke(next.accent());
    stale = true;
  }

  /** Shows a graph and what of it is in sight. */
  public void show(GraphGeometry next, Viewport viewport, double width, double height) {
    stale |= !next.sharesLayout(geometry);
    geometry = next;
    Rectangle2D visible = viewport.visible(Math.max(1, width), Math.max(1, height));
    Rectangle2D all = next.bounds().orElse(visible);
    if (next.graph().nodes().size() < MANY) {
      all = Rectangles.union(all, visible);
    }
    if (stale || !all.equals(shown)) {
      shown = all;
      draw();
    }
    frame(visible);
  }

  private double scale() {
    return Math.min(
        (WIDTH - 2 * PADDING) / Math.max(1, shown.getWidth()),
        (HEIGHT - 2 * PADDING) / Math.max(1, shown.getHeight()));
  }

  private double mapX(double x) {
    return WIDTH / 2 + (x - Rectangles.center(shown).getX()) * scale();
  }

  private double mapY(double y) {
    return HEIGHT / 2 + (y - Rectangles.center(shown).getY()) * scale();
  }

  private void draw() {
    stale = false;
    GraphicsContext gc = cards.getGraphicsContext2D();
    gc.clearRect(0, 0, cards.getWidth(), cards.getHeight());
    double scale = scale();
    Color note = theme.note("yellow").border();
    Color card = theme.muted().deriveColor(0, 1, 1, 0.75);
    for (int i = 0; i < geometry.graph().nodes().size(); i++) {
      boolean isNote = geometry.graph().nodes().get(i).kind() == NodeKind.NOTE;
      Rectangle2D r = geometry.bounds(i);
      double width = Math.max(1, r.getWidth() * scale);
      double height = Math.max(1, r.getHeight() * scale);
      gc.setFill(isNote ? note : card);
      gc.setGlobalAlpha(isNote ? 0.35 : 1);
      if (width > 8) {
        gc.fillRoundRect(mapX(r.getMinX()) - 1, mapY(r.getMinY()) - 1, width, height, 3, 3);
      } else {
        gc.fillRect(mapX(r.getMinX()) - 1, mapY(r.getMinY()) - 1, width, height);
      }
    }
    gc.setGlobalAlpha(1);
  }

  private void frame(Rectangle2D visible) {
    double left = Math.clamp(mapX(visible.getMinX()), 3, WIDTH - 9);
    double top = Math.clamp(mapY(visible.getMinY()), 3, HEIGHT - 9);
    frame.setX(left);
    frame.setY(top);
    frame.setWidth(Math.clamp(mapX(visible.getMaxX()), left + 6, WIDTH - 3) - left);
    frame.setHeight(Math.clamp(mapY(visible.getMaxY()), top + 6, HEIGHT - 3) - top);
  }

  private void go(MouseEvent event) {
    Point2D middle = Rectangles.center(shown);
    center.accept(
        new Point2D(
            middle.getX() + (event.getX() - WIDTH / 2) / scale(),
            middle.getY() + (event.getY() - HEIGHT / 2) / scale()));
    event.consume();
  }
}
