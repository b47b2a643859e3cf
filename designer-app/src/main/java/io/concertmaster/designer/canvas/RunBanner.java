package io.concertmaster.designer.canvas;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.runs.RunWords;
import io.concertmaster.engine.RunView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

  RunBanner(EditorDocument document) {
    this.document = document;
    getStyleClass().addAll("floating", "run-banner");
    setMaxWidth(Region.USE_PREF_SIZE);
    Button away = new Button("Back to editing");
    away.setOnAction(event -> document.show(Optional.empty()));
    getChildren().addAll(words, away);
    StackPane.setMargin(this, new Insets(12));
    document.run().subscribe(run -> refresh());
    document.workflow().subscribe(workflow -> refresh());
  }

  private void refresh() {
    Optional<RunView> other =
        document.run().get().filter(run -> run.status().ended()).filter(this::differs);
    setVisible(other.isPresent());
    other.ifPresent(run ->
        words.setText(
            "Run #%s of %s, %s, ran an older version"
                .formatted(
                    run.id(),
                    TIME.format(run.summary().started()),
                    RunWords.status(run.status()))));
  }

  /** Whether the run's definition differs in more than the places of nodes. */
  private boolean differs(RunView run) {
    return !run.workflow().nodes().equals(document.workflow().get().nodes())
        || !run.workflow().connections().equals(document.workflow().get().connections());
  }
}
