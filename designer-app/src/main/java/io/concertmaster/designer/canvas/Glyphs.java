package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.graph.NodeIcon;
import io.concertmaster.palette.IconTile;
import java.util.HashMap;
import java.util.Map;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons of node types as characters of the icon font, for painting. */
final class Glyphs {
  private final Map<String, NodeIcon> known = new HashMap<>();

  /** The icon of a literal; that of an unknown thing where the pack has none of this name. */
  NodeIcon of(String literal) {
    return known.computeIfAbsent(literal, Glyphs::load);
  }

  private static NodeIcon load(String literal) {
    // Making an icon loads its font.
    FontIcon icon = new FontIcon(IconTile.literal(literal));
    return new NodeIcon.Glyph(icon.getText(), icon.getFont());
  }
}
