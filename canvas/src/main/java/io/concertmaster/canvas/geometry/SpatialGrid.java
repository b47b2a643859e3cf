package io.concertmaster.canvas.geometry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;

/**
 * Finds rectangles by place. Things are numbered from 0; each is entered in every square cell that
 * it touches. Something that touches very many cells, such as an edge across the whole graph, goes
 * to one list that every question looks through. Not safe for several threads: a question marks
 * what it has seen.
 */
public final class SpatialGrid {
  private static final double CELL = 384;
  private static final int MOST_CELLS = 64;

  private final Map<Long, int[]> cells = new HashMap<>();
  private final Rectangle2D[] bounds;
  private int[] wide = {0};
  private final int[] seen;
  private int question;

  /**
   * @param bounds the rectangles by number; one without a place is {@link Rectangle2D#EMPTY} and
   *     never found
   */
  public SpatialGrid(Rectangle2D[] bounds) {
    this.bounds = bounds.clone();
    this.seen = new int[bounds.length];
    for (int i = 0; i < bounds.length; i++) {
      if (!bounds[i].equals(Rectangle2D.EMPTY)) {
        enter(i, bounds[i]);
      }
    }
  }

  /** The numbers of all rectangles that touch an area, in ascending order. */
  public int[] find(Rectangle2D area) {
    question++;
    int[] found = {0};
    found = gather(wide, area, found);
    int left = cell(area.getMinX());
    int right = cell(area.getMaxX());
    int top = cell(area.getMinY());
    int bottom = cell(area.getMaxY());
    if ((long) (right - left + 1) * (bottom - top + 1) > cells.size()) {
      for (int[] cell : cells.values()) {
        found = gather(cell, area, found);
      }
    } else {
      for (int x = left; x <= right; x++) {
        for (int y = top; y <= bottom; y++) {
          int[] cell = cells.get(key(x, y));
          if (cell != null) {
            found = gather(cell, area, found);
          }
        }
      }
    }
    int[] result = Arrays.copyOfRange(found, 1, found[0] + 1);
    Arrays.sort(result);
    return result;
  }

  private int[] gather(int[] list, Rectangle2D area, int[] found) {
    int[] result = found;
    for (int i = 1; i <= list[0]; i++) {
      int item = list[i];
      if (seen[item] != question) {
        seen[item] = question;
        if (touches(bounds[item], area)) {
          result = appended(result, item);
        }
      }
    }
    return result;
  }

  /** As intersects, but a rectangle without width or height counts too: a straight edge is one. */
  private static boolean touches(Rectangle2D a, Rectangle2D b) {
    return a.getMinX() <= b.getMaxX()
        && b.getMinX() <= a.getMaxX()
        && a.getMinY() <= b.getMaxY()
        && b.getMinY() <= a.getMaxY();
  }

  private void enter(int item, Rectangle2D r) {
    int left = cell(r.getMinX());
    int right = cell(r.getMaxX());
    int top = cell(r.getMinY());
    int bottom = cell(r.getMaxY());
    if ((long) (right - left + 1) * (bottom - top + 1) > MOST_CELLS) {
      wide = appended(wide, item);
      return;
    }
    for (int x = left; x <= right; x++) {
      for (int y = top; y <= bottom; y++) {
        cells.compute(
            key(x, y), (key, list) -> appended(list == null ? new int[] {0} : list, item));
      }
    }
  }

  /** Lists keep their length in their first element. */
  private static int[] appended(int[] list, int item) {
    int size = list[0];
    int[] result = list.length == size + 1 ? Arrays.copyOf(list, Math.max(4, size * 2 + 2)) : list;
    result[size + 1] = item;
    result[0] = size + 1;
    return result;
  }

  private static int cell(double coordinate) {
    return (int) Math.floor(coordinate / CELL);
  }

  private static long key(int x, int y) {
    return ((long) x << 32) ^ (y & 0xffffffffL);
  }
}
