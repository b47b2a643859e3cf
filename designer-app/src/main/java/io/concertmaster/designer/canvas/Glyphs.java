package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.graph.NodeIcon;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.palette.IconTile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.kordamp.ikonli.IkonHandler;

/** The icons of node types as characters of the icon font, for painting. */
final class Glyphs {
  private static final Font LETTER = Font.font(Fonts.TEXT, FontWeight.SEMI_BOLD, 18);

  private final Map<String, NodeIcon> known = new HashMap<>();

  private final List<IkonHandler> packs =
      ServiceLoader.load(IkonHandler.class).stream().map(ServiceLoader.Provider::get).toList();
  private final Map<IkonHandler, Font> fonts = new HashMap<>();

  /** The icon of a literal; that of an unknown thing where the pack has none of this name. */
  NodeIcon of(String literal) {
    return known.computeIfAbsent(literal, this::load);
  }

  /** The first letter of a name as an icon; that of an unknown thing for a name without one. */
  NodeIcon initial(String name) {
    return name.codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(code -> Character.toString(Character.toUpperCase(code)))
        .findFirst()
        .<NodeIcon>map(letter -> new NodeIcon.Glyph(letter, LETTER))
        .orElseGet(() -> of("mdal-help_outline"));
  }

  private NodeIcon load(String literal) {
    String there = IconTile.literal(literal);
    return packs.stream()
        .filter(pack -> pack.supports(there))
        .findFirst()
        .<NodeIcon>map(pack ->
            new NodeIcon.Glyph(
                Character.toString(pack.resolve(there).getCode()),
                fonts.computeIfAbsent(
                    pack, each -> Font.loadFont(each.getFontResourceAsStream(), 18))))
        .orElse(NodeIcon.NONE);
  }
}
