package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.layer.TileRange.Place;
import io.concertmaster.canvas.paint.Detail;
import io.concertmaster.canvas.paint.GraphPainter;
import io.concertmaster.canvas.paint.Picture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;

/**
 * The graph as a mosaic of cached bitmaps at one zoom. Knows at most the tiles in sight and a ring
 * around them; those that go out of it are used again elsewhere.
 */
final class TileLayer extends Pane {
  private static final int MOST_SPARE = 8;

  private static final class Tile {
    final Canvas canvas = new Canvas(TileRange.SIZE, TileRange.SIZE);
    boolean stale = true;
  }

  private final GraphPainter painter;
  private final Map<Place, Tile> tiles = new HashMap<>();
  private final Deque<Tile> spare = new ArrayDeque<>();
  private TileRange inSight = new TileRange(0, 0, -1, -1);
  private double zoom = 1;
  private double left;
  private double top;
  private int painted;

  /**
   * @param painter draws the tiles
   */
  TileLayer(GraphPainter painter) {
    this.painter = painter;
    setManaged(false);
    setMouseTransparent(true);
  }

  /** How many tiles were drawn so far. */
  int painted() {
    return painted;
  }

  /** Everything must be drawn again. */
  void invalidate() {
    tiles.values().forEach(tile -> tile.stale = true);
  }

  /** An area of the graph must be drawn again. */
  void invalidate(Rectangle2D area) {
    Rectangle2D pixels =
        new Rectangle2D(
            area.getMinX() * zoom,
            area.getMinY() * zoom,
            area.getWidth() * zoom,
            area.getHeight() * zoom);
    tiles.forEach((place, tile) ->
        tile.stale |= pixels.intersects(place.x(), place.y(), TileRange.SIZE, TileRange.SIZE));
  }

  /**
   * Puts the tiles in place for a viewport, without drawing any.
   *
   * @param viewport aligned to whole pixels
   */
  void arrange(Viewport viewport, double width, double height) {
    if (zoom != viewport.zoom()) {
      zoom = viewport.zoom();
      invalidate();
    }
    left = viewport.x() * zoom;
    top = viewport.y() * zoom;
    inSight = TileRange.of(left, top, width, height);
    recycle(inSight.grown());
    tiles.forEach(this::relocate);
  }

  /** Draws what is stale of the tiles in sight. */
  void paintInSight(Picture picture) {
    inSight.places().forEach(place -> paint(picture, place));
  }

  /** Whether all tiles in sight are up to date. */
  boolean complete() {
    return inSight.places().stream().noneMatch(this::missing);
  }

  /** Whether all tiles are up to date, those around the viewport too. */
  boolean completeAround() {
    return inSight.grown().places().stream().noneMatch(this::missing);
  }

  /** Draws one stale tile; those in sight first. */
  void paintNext(Picture picture) {
    for (TileRange range : List.of(inSight, inSight.grown())) {
      for (Place place : range.places()) {
        if (missing(place)) {
          paint(picture, place);
          return;
        }
      }
    }
  }

  private boolean missing(Place place) {
    Tile tile = tiles.get(place);
    return tile == null || tile.stale;
  }

  private void paint(Picture picture, Place place) {
    if (!missing(place)) {
      return;
    }
    Tile tile = tiles.computeIfAbsent(place, this::made);
    painter.paint(
        tile.canvas.getGraphicsContext2D(),
        picture,
        new Rectangle2D(place.x(), place.y(), TileRange.SIZE, TileRange.SIZE),
        zoom,
        Detail.at(zoom));
    tile.stale = false;
    painted++;
  }

  private Tile made(Place place) {
    Tile tile = spare.isEmpty() ? new Tile() : spare.pop();
    relocate(place, tile);
    getChildren().add(tile.canvas);
    return tile;
  }

  private void relocate(Place place, Tile tile) {
    tile.canvas.relocate(place.x() - left, place.y() - top);
  }

  private void recycle(TileRange kept) {
    tiles
        .entrySet()
        .removeIf(entry -> {
          if (kept.contains(entry.getKey())) {
            return false;
          }
          Tile tile = entry.getValue();
          tile.stale = true;
          getChildren().remove(tile.canvas);
          if (spare.size() < MOST_SPARE) {
            spare.push(tile);
          }
          return true;
        });
  }
}
