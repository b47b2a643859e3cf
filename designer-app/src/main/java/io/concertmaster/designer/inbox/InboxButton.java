package io.concertmaster.designer.inbox;

import io.concertmaster.designer.command.Command;
import io.concertmaster.designer.command.CommandButton;
import io.concertmaster.hosted.desk.OpenTask;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Opens the inbox, and says how many tasks wait there. */
public final class InboxButton extends StackPane {
  private static final int MOST = 99;

  private final Label badge = new Label();
  private final CommandButton button;
  private final String title;

  /** A button for a command. */
  public InboxButton(Command command, InboxFeed feed) {
    getStyleClass().add("inbox-button");
    title = command.title();
    button = CommandButton.ofIcon(command, "mdal-inbox");
    badge.setId("inbox-badge");
    badge.getStyleClass().add("badge");
    badge.setMouseTransparent(true);
    badge.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAlignment(badge, Pos.TOP_RIGHT);
    getChildren().addAll(button, badge);
    setMinWidth(USE_PREF_SIZE);
    feed.tasks().subscribe(tasks -> show(tasks.orElse(List.of())));
  }

  private void show(List<OpenTask> tasks) {
    int count = tasks.size();
    badge.setText(count > MOST ? MOST + "+" : Integer.toString(count));
    badge.setVisible(count > 0);
    Instant now = Instant.now();
    boolean overdue =
        tasks.stream().anyMatch(each -> TaskWords.urgency(each, now) == TaskWords.Urgency.OVERDUE);
    badge.getStyleClass().remove("overdue");
    if (overdue) {
      badge.getStyleClass().add("overdue");
    }
    button.setAccessibleText(
        count == 0
            ? title + ", no tasks"
            : title + ", " + count + (count == 1 ? " task" : " tasks"));
  }
}
