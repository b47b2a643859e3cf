package io.concertmaster.designer.report;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Finding.Kind;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One finding, in as many lines as it needs: whose, how bad, which setting, what. */
final class ReportCell extends ListCell<Finding> {
  private static final double OWNER = 150;
  private static final double PARAMETER = 150;

  /** The icon, the space between the columns and the cell's padding. */
  private static final double BETWEEN = 64;

  /** Below this width the message stands under the node, without the setting's column. */
  private static final double WIDE = 560;

  private final Label owner = column("report-owner", OWNER);
  private final FontIcon icon = Icons.of("mdomz-warning");
  private final Label parameter = column("report-parameter", PARAMETER);
  private final Label message = new Label();
  private final VBox texts = new VBox();
  private final HBox row = new HBox();

  ReportCell() {
    row.getStyleClass().add("report-row");
    row.setAlignment(Pos.TOP_LEFT);
    message.setMinWidth(0);
    message.setWrapText(true);
    message.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(texts, Priority.ALWAYS);
    setPrefWidth(0);
    widthProperty().addListener((property, was, is) -> arrange(is.doubleValue()));
    arrange(WIDE);
  }

  private void arrange(double width) {
    boolean wide = width >= WIDE;
    message.setPrefWidth(Math.max(1, width - BETWEEN - (wide ? OWNER + PARAMETER : 0)));
    if (row.getChildren().isEmpty() || wide != row.getChildren().contains(parameter)) {
      row.getChildren().clear();
      texts.getChildren().clear();
      if (wide) {
        row.getChildren().addAll(owner, icon, parameter, texts);
        texts.getChildren().add(message);
      } else {
        row.getChildren().addAll(icon, texts);
        texts.getChildren().addAll(owner, message);
      }
    }
  }

  private static Label column(String style, double width) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    return label;
  }

  @Override
  protected void updateItem(@Nullable Finding item, boolean empty) {
    super.updateItem(item, empty);
    if (item == null || empty) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    boolean lost = item.kind() == Kind.LEFT_OUT;
    owner.setText(item.node().isEmpty() ? "Workflow" : item.node());
    icon.setIconLiteral(lost ? "mdal-error_outline" : "mdomz-warning");
    icon.getStyleClass().setAll("ikonli-font-icon", lost ? "error-icon" : "warning-icon");
    parameter.setText(item.parameter());
    message.setText(item.message());
    String setting = item.parameter().isEmpty() ? "" : " (" + item.parameter() + ")";
    setTooltip(new Tooltip(owner.getText() + setting + ": " + item.message()));
    setGraphic(row);
  }
}
