package io.concertmaster.canvas.graph;

import javafx.scene.image.Image;
import javafx.scene.text.Font;

/** The picture on a card's coloured tile. */
public sealed interface NodeIcon {
  /** No picture: the tile alone. */
  NodeIcon NONE = new Path("", 24);

  /**
   * An SVG path, filled in white.
   *
   * @param data the path's {@code d} attribute
   * @param viewBox the length of the square that the path is drawn in, above 0; most packs use 24
   */
  record Path(String data, double viewBox) implements NodeIcon {
    public Path {
      if (!(viewBox > 0)) {
        throw new IllegalArgumentException("a view box must be above 0: " + viewBox);
      }
    }
  }

  /**
   * One character of an icon font, in white.
   *
   * @param text the character
   * @param font the loaded font; its size does not matter
   */
  record Glyph(String text, Font font) implements NodeIcon {}

  /**
   * A bitmap, scaled to fit.
   *
   * @param image a loaded image; twice the size of 18 px looks sharp on dense screens
   */
  record Picture(Image image) implements NodeIcon {}
}
