package io.concertmaster.designer.runs;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The newest runs of a workflow, newest first; a click opens one on the canvas. */
public final class RunsPane extends StackPane {
  private final ListView<RunSummary> list = new ListView<>();
  private final Timeline clock;
  private final Label nothing = new Label();
  private final Consumer<RunId> opened;
  private final Consumer<RunId> resumed;
  private final Consumer<RunId> cancelled;
  private final Consumer<RunId> retried;
  private final UnaryOperator<String> nodeNames;
  private boolean updating;
  private boolean there;

  /** What stands there before the first run, also where the workflow cannot run yet. */
  static final String NO_RUNS = "No runs yet. They will stand here, the newest first.";

  /**
   * An empty list.
   *
   * @param opened what happens with a run that was clicked
   * @param resumed what happens with an interrupted run that shall go on
   * @param cancelled what happens with one that waits and shall end for good
   * @param retried what happens with a run of a server that shall begin once more
   * @param nodeNames gives the name of a node id
   */
  public RunsPane(
      Consumer<RunId> opened,
      Consumer<RunId> resumed,
      Consumer<RunId> cancelled,
      Consumer<RunId> retried,
      UnaryOperator<String> nodeNames) {
    this.opened = opened;
    this.resumed = resumed;
    this.cancelled = cancelled;
    this.retried = retried;
    this.nodeNames = nodeNames;
    getStyleClass().add("runs-pane");
    list.setId("runs");
    rows();
    say(NO_RUNS, false);
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> {
          if (now != null && !updating) {
            opened.accept(now.id());
          }
        });
    clock = new Timeline(new KeyFrame(Duration.millis(500), tick -> list.refresh()));
    clock.setCycleCount(Animation.INDEFINITE);
    getChildren().add(list);
  }

  private void rows() {
    Optional<Consumer<RunId>> again = there ? Optional.of(retried) : Optional.empty();
    list.setCellFactory(view -> new RunRow(opened, resumed, cancelled, again, nodeNames));
  }

  /** Whether the runs are a server's. */
  public void showThere(boolean isThere) {
    if (there != isThere) {
      there = isThere;
      rows();
    }
  }

  /** What stands there while no run does. */
  public void say(String words, boolean bad) {
    nothing.setText(words);
    nothing.getStyleClass().remove("bad");
    if (bad) {
      nothing.getStyleClass().add("bad");
    }
  }

  /** Shows these runs, and which of them stands on the canvas. */
  public void show(List<RunSummary> runs, Optional<RunId> open) {
    updating = true;
    if (!list.getItems().equals(runs)) {
      list.getItems().setAll(runs);
    }
    int at = -1;
    for (int i = 0; i < runs.size(); i++) {
      if (open.filter(runs.get(i).id()::equals).isPresent()) {
        at = i;
      }
    }
    if (at < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(at);
    }
    updating = false;
    // The elapsed time of live runs moves on; an idle window has no timer.
    if (runs.stream().anyMatch(run -> run.status() == RunStatus.RUNNING)) {
      clock.play();
    } else {
      clock.stop();
    }
  }
}
