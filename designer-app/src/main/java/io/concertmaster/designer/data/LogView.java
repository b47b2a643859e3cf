package io.concertmaster.designer.data;

import io.concertmaster.designer.controls.EmptyState;
import io.concertmaster.engine.Activation;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * What happened in a run, line by line: what nodes wrote, when they started and ended, and why they
 * failed; of one node or of all.
 */
public final class LogView extends StackPane {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final ListView<Line> lines = new ListView<>();
  private final EmptyState empty = new EmptyState();

  /** An empty log. */
  public LogView() {
    getStyleClass().add("log-view");
    lines.setCellFactory(list -> new LineCell());
    lines.setFocusTraversable(true);
    getChildren().addAll(lines, empty);
  }

  /** Shows a run's lines: those of one node, or all. */
  public void show(RunView run, Optional<String> node) {
    List<Line> all = new ArrayList<>();
    run.nodes().keySet().stream()
        .findFirst()
        .filter(first -> node.isEmpty() || node.get().equals(first))
        .ifPresent(first ->
            all.add(new Line(run.summary().started(), name(run, first), cause(run), false)));
    run.log().stream()
        .filter(line -> node.isEmpty() || node.get().equals(line.node()))
        .forEach(line -> all.add(new Line(line.at(), name(run, line.node()), line.text(), false)));
    run.nodes().values().stream()
        .filter(view -> node.isEmpty() || node.get().equals(view.node()))
        .forEach(view -> addActivations(run, view, all));
    all.sort(Comparator.comparing(Line::at));
    if (!lines.getItems().equals(all)) {
      lines.getItems().setAll(all);
    }
    lines.setVisible(!all.isEmpty());
    empty.setVisible(all.isEmpty());
    empty.say("Nothing happened here", "This node has not run in this run.", false);
  }

  /** Why the run began. */
  private static String cause(RunView run) {
    return switch (run.mode()) {
      case MANUAL -> "the run was started by hand";
      case CLI -> "the run was started by the command line";
      case TRIGGER -> "this trigger began the run";
      case WEBHOOK -> "a call from outside began the run";
      case INTEGRATED ->
          run.caller().map(caller -> "run #" + caller).orElse("another run") + " called this one";
      case ERROR -> "the failure of another run began this one";
    };
  }

  private static void addActivations(RunView run, NodeView view, List<Line> lines) {
    String name = name(run, view.node());
    for (Activation activation : view.activations()) {
      String pass = activation.runIndex() == 0 ? "" : ", pass " + (activation.runIndex() + 1);
      lines.add(new Line(activation.started(), name, "started" + pass, false));
      activation
          .error()
          .ifPresent(error ->
              lines.add(
                  new Line(
                      activation.ended().orElse(activation.started()),
                      name,
                      error.message(),
                      true)));
      activation
          .ended()
          .filter(end -> activation.error().isEmpty())
          .ifPresent(end ->
              lines.add(
                  new Line(
                      end, name, "done in " + activation.took(end).toMillis() + " ms", false)));
    }
  }

  private static String name(RunView run, String node) {
    return run.workflow().nameOf(node);
  }

  private record Line(Instant at, String node, String text, boolean bad) {}

  private static final class LineCell extends ListCell<Line> {
    private final Label time = new Label();
    private final Label node = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(time, node, text);

    private LineCell() {
      row.getStyleClass().add("log-line");
      time.getStyleClass().add("log-time");
      node.getStyleClass().add("log-node");
      text.getStyleClass().add("log-text");
      node.setMinWidth(150);
      node.setMaxWidth(150);
      time.setMinWidth(USE_PREF_SIZE);
      text.setMinWidth(0);
      HBox.setHgrow(text, Priority.ALWAYS);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      time.setText(TIME.format(line.at().atZone(ZoneId.systemDefault())));
      node.setText(line.node());
      text.setText(ValueText.line(line.text(), 500));
      setTooltip(line.text().length() > 80 ? new Tooltip(line.text()) : null);
      row.getStyleClass().remove("bad");
      if (line.bad()) {
        row.getStyleClass().add("bad");
      }
      setGraphic(row);
    }
  }
}
