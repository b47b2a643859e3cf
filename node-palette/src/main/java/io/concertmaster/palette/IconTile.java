package io.concertmaster.palette;

import io.concertmaster.node.NodeDescriptor;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.javafx.FontIcon;

/** A node type's icon, white on a rounded square of its family's colour. */
public final class IconTile extends StackPane {
  private static final String UNKNOWN = "mdal-extension";

  /**
   * The tile of a node type.
   *
   * @param side of the square, in pixels
   */
  public IconTile(NodeDescriptor node, double side) {
    getStyleClass().add("icon-tile");
    FontIcon icon = new FontIcon(literal(node.icon()));
    icon.setIconSize((int) Math.round(side * 2 / 3));
    icon.setIconColor(Color.WHITE);
    getChildren().add(icon);
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    setBackground(
        new Background(
            new BackgroundFill(
                FamilyTint.of(node.family()), new CornerRadii(side / 4), Insets.EMPTY)));
  }

  /** The icon's literal, or that of an unknown thing where the icon pack has none of this name. */
  public static String literal(String wanted) {
    try {
      new FontIcon(wanted);
      return wanted;
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      // A node package may name an icon of another version of the pack: it still gets a tile.
      return UNKNOWN;
    }
  }
}
