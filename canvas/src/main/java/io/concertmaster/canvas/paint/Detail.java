package io.concertmaster.canvas.paint;

/** How much is drawn at a zoom: what would be smaller than a few pixels is left out. */
public enum Detail {
  /** Cards as plain rectangles in their colour, edges as thin lines. */
  FAR,
  /** Cards with tile, icon and title. */
  MIDDLE,
  /** Everything. */
  NEAR;

  /** The detail for a zoom. */
  public static Detail at(double zoom) {
    if (zoom < 0.28) {
      return FAR;
    }
    return zoom < 0.55 ? MIDDLE : NEAR;
  }
}
