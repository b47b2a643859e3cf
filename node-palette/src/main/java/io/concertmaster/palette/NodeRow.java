package io.concertmaster.palette;

import io.concertmaster.node.NodeDescriptor;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** How a line of the list of nodes looks: a heading, or a tile with name and summary. */
final class NodeRow extends ListCell<PaletteRow> {
  private static final double TILE = 24;

  NodeRow() {
    getStyleClass().add("node-row");
    // As wide as the list: long summaries end in an ellipsis rather than a scroll bar.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable PaletteRow row, boolean empty) {
    boolean same = row != null && row.equals(getItem()) && getGraphic() != null;
    super.updateItem(row, empty);
    if (same) {
      return;
    }
    setText(null);
    getStyleClass().removeAll("heading", "entry");
    switch (row) {
      case null -> clear();
      case PaletteRow.Heading heading -> {
        getStyleClass().add("heading");
        setGraphic(new Label(heading.family().label().toUpperCase(Locale.ROOT)));
        setTooltip(null);
        setAccessibleText(heading.family().label());
      }
      case PaletteRow.Entry entry -> {
        getStyleClass().add("entry");
        setGraphic(card(entry.node()));
        setTooltip(tip(entry.node()));
        setAccessibleText(entry.node().name() + ", " + entry.node().summary());
      }
    }
  }

  private void clear() {
    setGraphic(null);
    setTooltip(null);
    setAccessibleText(null);
  }

  /** Tile, name and summary, as rows and drag ghosts show them. */
  static HBox card(NodeDescriptor node) {
    Label name = new Label(node.name());
    name.getStyleClass().add("name");
    Label summary = new Label(node.summary());
    summary.getStyleClass().add("summary");
    VBox texts = new VBox(name, summary);
    texts.setMinWidth(0);
    HBox card = new HBox(new IconTile(node, TILE), texts);
    card.getStyleClass().add("card-line");
    return card;
  }

  private static Tooltip tip(NodeDescriptor node) {
    Tooltip tip = new Tooltip(node.summary() + "\nDrag it onto the canvas, or press Enter.");
    tip.setShowDelay(Duration.millis(700));
    return tip;
  }
}
