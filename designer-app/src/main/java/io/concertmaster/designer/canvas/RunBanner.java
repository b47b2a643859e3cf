package io.concertmaster.designer.canvas;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.runs.RunWords;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Says that what stands on the canvas is a run of another version of the workflow than the one
 * being edited.
 */
final class RunBanner extends HBox {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

  private final EditorDocument document;
  private final Label words = new Label();
  private final Button move = new Button("Go on by this version");

  /**
   * Of a document.
   *
   * @param moved what happens when a run that waits shall go on by the version in the window
   */
  RunBanner(EditorDocument document, Consumer<RunId> moved) {
    this.document = document;
    getStyleClass().addAll("floating", "run-banner");
    setMaxWidth(Region.USE_PREF_SIZE);
    move.setId("move-run");
    move.managedProperty().bind(move.visibleProperty());
    move.setTooltip(
        new Tooltip("What follows the wait goes by what you see. What was done already stays."));
    move.setOnAction(event -> document.run().get().ifPresent(run -> moved.accept(run.id())));
    Button away = new Button("Back to editing");
    away.setOnAction(event -> document.show(Optional.empty()));
    move.setMinWidth(Region.USE_PREF_SIZE);
    away.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(words, move, away);
    StackPane.setMargin(this, new Insets(12));
    document.run().subscribe(run -> refresh());
    document.runTrouble().subscribe(trouble -> refresh());
    document.workflow().subscribe(workflow -> refresh());
  }

  private void refresh() {
    Optional<String> server = document.runEnvironment().get();
    if (server.isPresent() && document.run().get().isPresent()) {
      setVisible(true);
      move.setVisible(false);
      words.setText(there(document.run().get().get(), server.get()));
      return;
    }
    Optional<RunView> other =
        document.run().get().filter(run -> rests(run.status())).filter(this::differs);
    setVisible(other.isPresent());
    other.ifPresent(run -> {
      boolean waits = run.status() == RunStatus.WAITING;
      move.setVisible(waits);
      String began = TIME.format(run.summary().started());
      words.setText(
          waits
              ? "Run #%s follows an older version".formatted(run.id())
              : "Run #%s of %s, %s, ran an older version"
                  .formatted(run.id(), began, RunWords.status(run.status())));
    });
  }

  /** A run of a server in a line: it is never taken for one of this machine. */
  private String there(RunView run, String server) {
    String line = "Run #" + run.id() + " on " + server + ", " + RunWords.status(run.status());
    if (document.runTrouble().get().isPresent()) {
      return line + " when last heard of: the server is not reached";
    }
    return differs(run) ? line + ", of another version" : line;
  }

  private static boolean rests(RunStatus status) {
    return status.ended() || status == RunStatus.WAITING;
  }

  /**
   * Whether the run's definition differs in more than the places of nodes and what is pinned, which
   * only some runs have.
   */
  private boolean differs(RunView run) {
    Workflow then = run.workflow().live();
    Workflow now = document.workflow().get().live();
    return !then.nodes().equals(now.nodes()) || !then.connections().equals(now.connections());
  }
}
