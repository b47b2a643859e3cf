package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.paint.GraphPainter;
import io.concertmaster.canvas.paint.Picture;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;

/**
 * The graph, drawn as seldom as possible.
 *
 * <p>Drawing anti-aliased shapes over the whole viewport costs a software renderer more than a
 * frame even for small graphs; moving finished bitmaps costs a fraction of it. So the plane is cut
 * into square tiles at the current zoom, each a small bitmap that is drawn once. Panning only moves
 * tiles and draws at most the row that comes into sight; a ring around the viewport is drawn ahead,
 * one tile a pulse. A change of the graph draws only the tiles that it touches. Tiles lie on whole
 * pixels, since scaled or shifted bitmaps are as slow as drawing.
 *
 * <p>At each step of a zoom everything looks different. Then the tiles, which cover two to three
 * times the viewport, are left alone, and just what is in sight is drawn into one bitmap. After the
 * last step the tiles are drawn under it, one a pulse, and take over when they are all there.
 *
 * <p>Measured with a software renderer at 1600 × 1000 ({@code CanvasBenchmark}): a step of a pan or
 * of a drag costs the same for 100 as for 10,000 nodes, a drag about a quarter of a pan. A step of
 * a zoom costs about ten pans; it is what a faster drawing would have to be made for.
 */
final class PictureLayer extends Pane {
  private final TileLayer tiles;
  private final QuickView quick;
  private boolean hurried;

  PictureLayer(GraphPainter painter) {
    tiles = new TileLayer(painter);
    quick = new QuickView(painter);
    setManaged(false);
    setMouseTransparent(true);
    getChildren().addAll(tiles, quick);
  }

  /** Whether the zoom is changing. */
  void setHurried(boolean value) {
    hurried = value;
  }

  /** How many tiles were drawn so far. */
  int painted() {
    return tiles.painted();
  }

  /** Everything must be drawn again. */
  void invalidate() {
    tiles.invalidate();
    quick.invalidate();
  }

  /** An area of the graph must be drawn again. */
  void invalidate(Rectangle2D area) {
    tiles.invalidate(Rectangles.grown(area, GraphPainter.REACH));
    quick.invalidate();
  }

  /**
   * Shows a viewport.
   *
   * @return whether tiles are left for {@link #ahead}
   */
  boolean show(Picture picture, Viewport viewport, double width, double height) {
    tiles.setVisible(!hurried);
    if (hurried) {
      quick.show(picture, viewport, width, height);
      return false;
    }
    tiles.arrange(viewport, width, height);
    if (!quick.shows(viewport, width, height)) {
      tiles.paintInSight(picture);
      quick.setVisible(false);
    }
    return !tiles.completeAround();
  }

  /** Shows a viewport in full detail now. */
  void showWhole(Picture picture, Viewport viewport, double width, double height) {
    hurried = false;
    quick.setVisible(false);
    show(picture, viewport, width, height);
  }

  /**
   * Draws one tile before it is needed.
   *
   * @return whether there are more
   */
  boolean ahead(Picture picture) {
    if (hurried) {
      return false;
    }
    tiles.paintNext(picture);
    if (tiles.complete()) {
      quick.setVisible(false);
    }
    return !tiles.completeAround();
  }
}
