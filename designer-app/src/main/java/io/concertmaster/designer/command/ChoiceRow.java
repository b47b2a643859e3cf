package io.concertmaster.designer.command;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a line of the command palette looks. */
final class ChoiceRow extends ListCell<Choice> {
  ChoiceRow() {
    getStyleClass().add("choice-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Choice choice, boolean empty) {
    super.updateItem(choice, empty);
    setText(null);
    setGraphic(choice == null || empty ? null : line(choice));
  }

  private static HBox line(Choice choice) {
    Label title = new Label(choice.title());
    title.setMinWidth(0);
    Label detail = new Label(choice.detail());
    detail.getStyleClass().add("muted");
    detail.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label aside = new Label(choice.keys().isEmpty() ? choice.kind() : choice.keys());
    aside.getStyleClass().add(choice.keys().isEmpty() ? "muted" : "keys");
    aside.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(new FontIcon(choice.icon()), title, detail, space, aside);
    line.getStyleClass().add("choice-line");
    return line;
  }
}
