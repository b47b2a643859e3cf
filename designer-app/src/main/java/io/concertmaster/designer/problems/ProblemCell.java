package io.concertmaster.designer.problems;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.model.check.Severity;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem in one line: whose, how bad, what. */
final class ProblemCell extends ListCell<ProblemRow> {
  private static final double OWNER = 170;

  private final Label owner = new Label();
  private final FontIcon icon = Icons.of("mdal-error_outline");
  private final Label message = new Label();
  private final HBox row = new HBox(owner, icon, message);

  ProblemCell() {
    row.getStyleClass().add("problem-row");
    row.setAlignment(Pos.CENTER_LEFT);
    owner.getStyleClass().add("problem-owner");
    owner.setMinWidth(OWNER);
    owner.setMaxWidth(OWNER);
    message.setMinWidth(0);
    HBox.setHgrow(message, Priority.ALWAYS);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ProblemRow item, boolean empty) {
    super.updateItem(item, empty);
    if (item == null || empty) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    boolean error = item.problem().severity() == Severity.ERROR;
    owner.setText(item.first() ? item.owner() : "");
    icon.setIconLiteral(error ? "mdal-error_outline" : "mdomz-warning");
    icon.getStyleClass().setAll("ikonli-font-icon", error ? "error-icon" : "warning-icon");
    message.setText(item.problem().message());
    setTooltip(new Tooltip(item.owner() + ": " + item.problem().message()));
    setGraphic(row);
  }
}
