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

  /** What a row takes beside its texts: paddings, the tile and its distance, and the scroll bar. */
  private static final double BESIDE_TEXTS = 70;

  NodeRow() {
    getStyleClass().add("node-row");
    // As wide as the list: long summaries go on in a second line rather than under a scroll bar.
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
        setGraphic(wrapped(entry.node()));
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

  /**
   * A card whose summary takes as many lines as it needs: what tells nodes apart is often its end.
   */
  private HBox wrapped(NodeDescriptor node) {
    HBox card = card(node);
    if (card.lookup(".summary") instanceof Label summary) {
      summary.setWrapText(true);
      summary.prefWidthProperty().bind(getListView().widthProperty().subtract(BESIDE_TEXTS));
    }
    return card;
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
