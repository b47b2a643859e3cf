package io.concertmaster.canvas.layer;

import java.util.ArrayList;
import java.util.List;

/** Columns and rows of tiles, ends included. */
record TileRange(int left, int top, int right, int bottom) {
  /** Width and height of a tile in pixels. */
  static final int SIZE = 512;

  /**
   * The place of a tile: it begins at its column and row times {@link #SIZE} pixels from the
   * graph's origin.
   */
  record Place(int column, int row) {
    double x() {
      return column * (double) SIZE;
    }

    double y() {
      return row * (double) SIZE;
    }
  }

  /** The tiles that touch a rectangle of pixels. */
  static TileRange of(double x, double y, double width, double height) {
    return new TileRange(
        (int) Math.floor(x / SIZE),
        (int) Math.floor(y / SIZE),
        (int) Math.ceil((x + width) / SIZE) - 1,
        (int) Math.ceil((y + height) / SIZE) - 1);
  }

  /** With one more tile on each side. */
  TileRange grown() {
    return new TileRange(left - 1, top - 1, right + 1, bottom + 1);
  }

  boolean contains(Place place) {
    return place.column >= left && place.column <= right && place.row >= top && place.row <= bottom;
  }

  /** All places, row by row. */
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
