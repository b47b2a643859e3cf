package io.concertmaster.designer.inbox;

import io.concertmaster.designer.PictureWindow;
import io.concertmaster.designer.controls.ControlSheet;
import io.concertmaster.designer.screenshot.PictureFile;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.engine.RunId;
import io.concertmaster.hosted.ask.AskedForm;
import io.concertmaster.hosted.desk.OpenTask;
import io.concertmaster.hosted.desk.TaskFile;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Writes pictures of tasks that are overdue, are due soon, and may wait, light and dark, into a
 * folder. In the window a task is overdue only until its run takes the way for that, so they are
 * made here. Run with {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class OverduePictures {
  private static final String LONG =
      "Approve the order of the Donaudampfschifffahrtsgesellschaftskapitänsanwärter, which is larger"
          + " than what may be ordered without asking anybody";

  private OverduePictures() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length == 0 ? "target/pictures" : args[0]);
    Files.createDirectories(folder);
    Platform.startup(Fonts::load);
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      PictureWindow.on(() -> {
        take(theme, folder.resolve("inbox-overdue-" + theme.id() + ".png"));
        return true;
      });
    }
    Platform.exit();
  }

  private static OpenTask task(long run, String title, String who, Duration due, Duration remind) {
    Instant now = Instant.now();
    JsonObject told =
        JsonObject.of("kind", "task", "title", title)
            .with("asks", "form")
            .with("assignee", who)
            .with(
                "fields",
                JsonArray.of(
                    JsonObject.of("label", "Amount in euros", "type", "number"),
                    JsonObject.of("label", "Reason", "type", "textarea").with("required", true)))
            .with("due", now.plus(due).toString())
            .with("remind", now.plus(remind).toString());
    return new OpenTask(new RunId(run), "ask", "Orders", "t", told);
  }

  private static void take(Theme theme, Path file) throws Exception {
    String who = "ria.with.a.long.name@example.com";
    List<OpenTask> tasks =
        List.of(
            task(7, LONG, who, Duration.ofDays(-12), Duration.ofDays(-13)),
            task(8, "Approve order 4711", "ria", Duration.ofMinutes(-5), Duration.ofHours(-1)),
            task(9, "Approve order 4712", who, Duration.ofMinutes(50), Duration.ofHours(-1)),
            task(10, "Approve order 4713", "ria", Duration.ofHours(20), Duration.ofHours(19)));
    ListView<OpenTask> list = new ListView<>();
    list.setCellFactory(view -> new TaskRow());
    list.getItems().setAll(tasks);
    list.getSelectionModel().select(1);
    Label badge = new Label("4");
    badge.getStyleClass().addAll("badge", "overdue");
    StackPane button = new StackPane(badge);
    button.getStyleClass().add("inbox-button");
    button.setAlignment(Pos.TOP_RIGHT);
    button.setMaxSize(30, 30);
    VBox left = new VBox(button, list);
    left.getStyleClass().add("inbox-list");
    TaskPane pane =
        new TaskPane(
            tasks.getFirst(),
            new TaskPane.Content(AskedForm.ofRun(tasks.getFirst().told(), "Orders"), List.of()),
            Optional::empty,
            new NoHands());
    StackPane detail = new StackPane(pane);
    detail.getStyleClass().add("inbox-detail");
    detail.setAlignment(Pos.TOP_CENTER);
    SplitPane both = new SplitPane(left, detail);
    both.getStyleClass().add("inbox");
    both.getStylesheets().add(ControlSheet.URL);
    both.setDividerPositions(0.3);
    Look look = new Look(theme);
    StackPane root = new StackPane(both);
    root.getStyleClass().add("main-frame");
    look.dress(root);
    Scene scene = new Scene(root, 1200, 700);
    root.applyCss();
    root.layout();
    PictureFile.write(scene.snapshot(null), file);
    look.close();
  }

  /** Nobody presses anything. */
  private static final class NoHands implements TaskPane.Hands {
    @Override
    public void answer(TaskPane pane) {}

    @Override
    public void showRun(OpenTask task) {}

    @Override
    public void browse(OpenTask task) {}

    @Override
    public void copyLink(OpenTask task) {}

    @Override
    public void save(TaskPane pane, TaskFile file) {}
  }
}
