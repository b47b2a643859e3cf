package io.concertmaster.model;

/**
 * Where a node stands on the canvas, in canvas units (pixels at 100 %).
 *
 * @param x of its left edge
 * @param y of its top edge
 * @param width of a note or frame; 0 for the node's own size
 * @param height of a note or frame; 0 for the node's own size
 */
public record Placement(double x, double y, double width, double height) {
  public Placement {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !(width >= 0) || !(height >= 0)) {
      throw new IllegalArgumentException("not a place on the canvas");
    }
    x += 0.0; // -0 becomes 0, as files write it
    y += 0.0;
    width += 0.0;
    height += 0.0;
  }

  /** A place for a node of its own size. */
  public static Placement at(double x, double y) {
    return new Placement(x, y, 0, 0);
  }
}
