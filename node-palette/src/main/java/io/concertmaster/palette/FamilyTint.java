package io.concertmaster.palette;

import io.concertmaster.node.Family;
import javafx.scene.paint.Color;

/**
 * The one colour of each family of nodes, on its tile in the palette and on the canvas. The same in
 * every theme; white has a contrast of at least 4.5 on each.
 */
public final class FamilyTint {
  private FamilyTint() {}

  /** The colour of a family's tiles. */
  public static Color of(Family family) {
    return Color.web(
        switch (family) {
          case TRIGGERS -> "#8250df";
          case FLOW -> "#1a7f37";
          case DATA -> "#0969da";
          case FILES -> "#0e7581";
          case CONNECT -> "#bf3989";
          case NOTES -> "#8a5c00";
        });
  }
}
