package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.Rectangles;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.paint.Detail;
import io.concertmaster.canvas.paint.GraphPainter;
import io.concertmaster.canvas.paint.Picture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;

/**
 * The graph as a mosaic of cached bitmaps.
 *
 * <p>Drawing anti-aliased shapes over the whole viewport costs a software renderer more than a
 * frame even for small graphs; moving finished bitmaps costs a fraction of it. So the plane is cut
 * into square tiles at the current zoom, each a small {@link Canvas} that is drawn once. Panning
 * only moves tiles, and draws at most the row that comes into sight; a ring around the viewport is
 * drawn ahead, one tile a pulse. A change of the graph draws only the tiles that it touches. A
 * change of the zoom draws all tiles in sight; while it goes on, crowded views are drawn with less
 * detail and made good after it. Tiles lie on whole pixels, since scaled or shifted bitmaps are as
 * slow as drawing.
 */
public final class TileLayer extends Pane {
  private static final int SIZE = 512;
  private static final int CROWDED = 500;
  private static final int MOST_SPARE = 24;

  private record Place(int column, int row) {}

  private static final class Tile {
    final Canvas canvas = new Canvas(SIZE, SIZE);
    boolean stale = true;
  }

  private final GraphPainter painter;
  private final Map<Place, Tile> tiles = new HashMap<>();
  private final Deque<Tile> spare = new ArrayDeque<>();
  private double zoom = 1;
  private Detail detail = Detail.NEAR;
  private boolean hurried;
  private int painted;

  /**
   * @param painter draws the tiles
   */
  public TileLayer(GraphPainter painter) {
    this.painter = painter;
    setManaged(false);
    setMouseTransparent(true);
  }

  /** Whether crowded views may be drawn with less detail for now. */
  public void setHurried(boolean value) {
    hurried = value;
  }

  /** How many tiles were drawn so far; tells tests and benchmarks what a change costs. */
  public int painted() {
    return painted;
  }

  /** Everything must be drawn again. */
  public void invalidate() {
    tiles.values().forEach(tile -> tile.stale = true);
  }

  /** An area of the graph must be drawn again. */
  public void invalidate(Rectangle2D area) {
    Rectangle2D pixels = pixels(Rectangles.grown(area, GraphPainter.REACH));
    tiles.forEach((place, tile) -> {
      if (pixels.intersects(place.column * SIZE, place.row * SIZE, SIZE, SIZE)) {
        tile.stale = true;
      }
    });
  }

  private Rectangle2D pixels(Rectangle2D area) {
    return new Rectangle2D(
        area.getMinX() * zoom,
        area.getMinY() * zoom,
        area.getWidth() * zoom,
        area.getHeight() * zoom);
  }

  /**
   * Brings the tiles in sight up to date and into place.
   *
   * @param viewport aligned to whole pixels
   * @return whether tiles around the viewport are still to be drawn ahead
   */
  public boolean show(Picture picture, Viewport viewport, double width, double height) {
    Detail wanted = detail(picture, viewport, width, height);
    if (zoom != viewport.zoom() || detail != wanted) {
      zoom = viewport.zoom();
      detail = wanted;
      invalidate();
    }
    double left = viewport.x() * zoom;
    double top = viewport.y() * zoom;
    Range range = Range.of(left, top, width, height);
    recycle(range.grown());
    for (Place place : range.places()) {
      paint(picture, place);
    }
    tiles.forEach((place, tile) ->
        tile.canvas.relocate(place.column * (double) SIZE - left, place.row * (double) SIZE - top));
    return range.grown().places().stream().anyMatch(this::missing);
  }

  /**
   * Draws one tile of the ring around the viewport ahead of its use.
   *
   * @return whether there was one to draw
   */
  public boolean ahead(Picture picture, Viewport viewport, double width, double height) {
    double left = viewport.x() * zoom;
    double top = viewport.y() * zoom;
    for (Place place : Range.of(left, top, width, height).grown().places()) {
      if (missing(place)) {
        paint(picture, place);
        tile(place)
            .canvas
            .relocate(place.column * (double) SIZE - left, place.row * (double) SIZE - top);
        return true;
      }
    }
    return false;
  }

  private Detail detail(Picture picture, Viewport viewport, double width, double height) {
    Detail full = Detail.at(viewport.zoom());
    boolean crowded =
        hurried
            && full != Detail.FAR
            && picture.geometry().nodesIn(viewport.visible(width, height)).length > CROWDED;
    return crowded ? Detail.FAR : full;
  }

  private boolean missing(Place place) {
    Tile tile = tiles.get(place);
    return tile == null || tile.stale;
  }

  private Tile tile(Place place) {
    return tiles.computeIfAbsent(
        place,
        key -> {
          Tile tile = spare.isEmpty() ? new Tile() : spare.pop();
          tile.stale = true;
          getChildren().add(tile.canvas);
          return tile;
        });
  }

  private void paint(Picture picture, Place place) {
    Tile tile = tile(place);
    if (tile.stale) {
      Rectangle2D pixels =
          new Rectangle2D(place.column * (double) SIZE, place.row * (double) SIZE, SIZE, SIZE);
      painter.paint(tile.canvas.getGraphicsContext2D(), picture, pixels, zoom, detail);
      tile.stale = false;
      painted++;
    }
  }

  private void recycle(Range kept) {
    tiles
        .entrySet()
        .removeIf(entry -> {
          if (kept.contains(entry.getKey())) {
            return false;
          }
          getChildren().remove(entry.getValue().canvas);
          if (spare.size() < MOST_SPARE) {
            spare.push(entry.getValue());
          }
          return true;
        });
  }

  /** Columns and rows of tiles, ends included. */
  private record Range(int left, int top, int right, int bottom) {
    static Range of(double x, double y, double width, double height) {
      return new Range(
          (int) Math.floor(x / SIZE),
          (int) Math.floor(y / SIZE),
          (int) Math.ceil((x + width) / SIZE) - 1,
          (int) Math.ceil((y + height) / SIZE) - 1);
    }

    Range grown() {
      return new Range(left - 1, top - 1, right + 1, bottom + 1);
    }

    boolean contains(Place place) {
      return place.column >= left
          && place.column <= right
          && place.row >= top
          && place.row <= bottom;
    }

    List<Place> places() {
      List<Place> all = new ArrayList<>();
      for (int row = top; row <= bottom; row++) {
        for (int column = left; column <= right; column++) {
          all.add(new Place(column, row));
        }
      }
      return all;
    }
  }
}
