package io.concertmaster.designer.inbox;

import io.concertmaster.hosted.desk.OpenTask;
import java.time.Instant;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A task in the list: what there is to do, of which workflow, whose it is, and when it is due. */
final class TaskRow extends ListCell<OpenTask> {
  TaskRow() {
    getStyleClass().add("task-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable OpenTask task, boolean empty) {
    super.updateItem(task, empty);
    setText(null);
    if (task == null || empty) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    Instant now = Instant.now();
    Label title = line(task.title(), "task-title");
    Label whose =
        line(task.workflow() + task.assignee().map(name -> " · " + name).orElse(""), "task-of");
    HBox.setHgrow(whose, Priority.ALWAYS);
    whose.setMaxWidth(Double.MAX_VALUE);
    Label due = line(TaskWords.due(task, now), "task-due");
    due.getStyleClass().add(TaskWords.urgency(task, now).name().toLowerCase(Locale.ROOT));
    due.setMinWidth(Region.USE_PREF_SIZE);
    HBox second = new HBox(whose, due);
    second.getStyleClass().add("task-line");
    VBox both = new VBox(title, second);
    both.getStyleClass().add("task-lines");
    setGraphic(both);
    setTooltip(new Tooltip(task.title()));
    setAccessibleText(
        task.title()
            + ", "
            + whose.getText()
            + (due.getText().isEmpty() ? "" : ", ")
            + due.getText());
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.setMinWidth(0);
    label.getStyleClass().add(style);
    return label;
  }
}
