package io.concertmaster.designer.deploy;

import io.concertmaster.designer.controls.Icons;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** How a line of a difference looks. */
final class DifferenceCell extends ListCell<DifferenceRow> {
  private final Consumer<String> shown;

  /** With what happens when a node shall be shown. */
  DifferenceCell(Consumer<String> shown) {
    this.shown = shown;
    setPrefWidth(0);
    getStyleClass().add("difference-row");
  }

  @Override
  protected void updateItem(@Nullable DifferenceRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    for (DifferenceRow.Kind each : DifferenceRow.Kind.values()) {
      getStyleClass().remove(each.style());
    }
    if (row == null || empty) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    getStyleClass().add(row.kind().style());
    HBox line = new HBox();
    line.getStyleClass().add("difference-line");
    if (!row.kind().icon().isEmpty()) {
      line.getChildren().add(Icons.of(row.kind().icon()));
    }
    Label text = new Label(row.text());
    text.getStyleClass().add("difference-text");
    boolean alone = row.detail().isEmpty();
    text.setMinWidth(alone ? 0 : Math.min(120, 12 + 7 * row.text().length()));
    Label detail = new Label(row.detail().replace('\n', '↵'));
    detail.getStyleClass().add("difference-detail");
    boolean heads =
        row.kind() == DifferenceRow.Kind.WORKFLOW || row.kind() == DifferenceRow.Kind.FORM;
    detail.setMinWidth(heads ? Region.USE_PREF_SIZE : 0);
    if (heads) {
      text.setMinWidth(0); // a long name gives way to what happens
    }
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    line.getChildren().addAll(text, detail);
    row.node()
        .ifPresent(node -> {
          Hyperlink link = new Hyperlink("Show");
          link.setMinWidth(Region.USE_PREF_SIZE);
          link.setFocusTraversable(false);
          link.setOnAction(event -> shown.accept(node));
          line.getChildren().add(link);
        });
    setGraphic(line);
    setAccessibleText(row.whole());
    Tooltip tooltip = new Tooltip(row.whole());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(480);
    setTooltip(tooltip);
  }
}
