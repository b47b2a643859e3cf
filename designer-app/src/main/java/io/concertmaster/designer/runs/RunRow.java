package io.concertmaster.designer.runs;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunSummary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** How a run looks in the list: a dot of its state, its number, words, its time. */
final class RunRow extends ListCell<RunSummary> {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private final Consumer<RunId> opened;
  private final Consumer<RunId> resumed;
  private final Consumer<RunId> cancelled;
  private final Optional<Consumer<RunId>> retried;
  private final UnaryOperator<String> nodeNames;

  /**
   * A row.
   *
   * @param retried what happens with a run that did not end well and shall begin once more; empty
   *     where that cannot be
   */
  RunRow(
      Consumer<RunId> opened,
      Consumer<RunId> resumed,
      Consumer<RunId> cancelled,
      Optional<Consumer<RunId>> retried,
      UnaryOperator<String> nodeNames) {
    this.opened = opened;
    this.resumed = resumed;
    this.cancelled = cancelled;
    this.retried = retried;
    this.nodeNames = nodeNames;
    getStyleClass().add("run-row");
    setPrefWidth(0);
  }

  private static Hyperlink link(String words, String id, RunId run, Consumer<RunId> followed) {
    Hyperlink link = new Hyperlink(words);
    link.setId(id + run);
    link.setMinWidth(Region.USE_PREF_SIZE);
    link.setOnAction(event -> followed.accept(run));
    return link;
  }

  @Override
  protected void updateItem(@Nullable RunSummary run, boolean empty) {
    super.updateItem(run, empty);
    setText(null);
    if (run == null || empty) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    String failedNode = run.error().flatMap(error -> error.node()).map(nodeNames).orElse("");
    Region dot = new Region();
    dot.getStyleClass().addAll("state-dot", RunWords.tone(run.status()));
    Label words = new Label("#" + run.id() + " " + RunWords.line(run, failedNode));
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label time = new Label(RunWords.length(run.took(Instant.now())));
    time.getStyleClass().add("time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(dot, words);
    line.getStyleClass().add("run-line");
    line.getChildren()
        .add(
            switch (run.status()) {
              case INTERRUPTED -> link("Resume", "resume-", run.id(), resumed);
              case UNCERTAIN -> link("Decide", "decide-", run.id(), opened);
              case FAILED, TIMED_OUT, CANCELLED ->
                  retried.<Node>map(again -> link("Retry", "retry-", run.id(), again)).orElse(time);
              case WAITING -> link("Cancel", "cancel-", run.id(), cancelled);
              case RUNNING, SUCCEEDED -> time;
            });
    setGraphic(line);
    setTooltip(
        new Tooltip(
            "Started "
                + MOMENT.format(run.started())
                + run.error().map(error -> "\n" + error.message()).orElse("")));
  }
}
