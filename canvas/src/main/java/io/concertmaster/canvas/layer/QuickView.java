package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.paint.Detail;
import io.concertmaster.canvas.paint.GraphPainter;
import io.concertmaster.canvas.paint.Picture;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;

/**
 * One bitmap of just what is in sight, drawn whole at each change of the zoom; crowded views with
 * less detail.
 */
final class QuickView extends Canvas {
  private static final int CROWDED = 250;

  private final GraphPainter painter;
  private Viewport drawn = Viewport.HOME;
  private boolean stale = true;

  QuickView(GraphPainter painter) {
    this.painter = painter;
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** The picture is another one. */
  void invalidate() {
    stale = true;
  }

  /** Whether it shows this. */
  boolean shows(Viewport viewport, double width, double height) {
    return isVisible()
        && !stale
        && drawn.equals(viewport)
        && getWidth() == Math.ceil(width)
        && getHeight() == Math.ceil(height);
  }

  /** Draws and shows a viewport. */
  void show(Picture picture, Viewport viewport, double width, double height) {
    if (!shows(viewport, width, height)) {
      setWidth(Math.ceil(width));
      setHeight(Math.ceil(height));
      double zoom = viewport.zoom();
      Rectangle2D pixels =
          new Rectangle2D(viewport.x() * zoom, viewport.y() * zoom, getWidth(), getHeight());
      boolean crowded =
          picture.geometry().nodesIn(viewport.visible(width, height)).length > CROWDED;
      painter.paint(
          getGraphicsContext2D(), picture, pixels, zoom, crowded ? Detail.FAR : Detail.at(zoom));
      drawn = viewport;
      stale = false;
      setVisible(true);
    }
  }
}
