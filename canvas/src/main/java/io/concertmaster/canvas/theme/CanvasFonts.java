package io.concertmaster.canvas.theme;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The fonts of the canvas, in the sizes of 100 %. */
public record CanvasFonts(Font title, Font subtitle, Font small, Font note, Font noteBold) {
  /**
   * Fonts of a family.
   *
   * @param family a family that is installed or loaded; the system's where it is neither
   */
  public static CanvasFonts of(String family) {
    String known = Font.getFamilies().contains(family) ? family : Font.getDefault().getFamily();
    return new CanvasFonts(
        Font.font(known, FontWeight.BOLD, 13),
        Font.font(known, 11.5),
        Font.font(known, 10.5),
        Font.font(known, 12),
        Font.font(known, FontWeight.BOLD, 12));
  }
}
