package io.concertmaster.designer.problems;

import io.concertmaster.designer.controls.ControlSheet;
import io.concertmaster.designer.controls.EmptyState;
import io.concertmaster.designer.window.DocumentView;
import io.concertmaster.model.check.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * The problems of the document, those of one node together. A click, or Enter, selects the node and
 * says which setting is meant.
 */
public final class ProblemsPane extends StackPane {
  private final DocumentView document;
  private final ListView<ProblemRow> list = new ListView<>();
  private final EmptyState empty =
      new EmptyState("No problems", "Everything that can be checked before a run is right.");
  private Consumer<Problem> reveal = problem -> {};

  /** The problems of a document. */
  public ProblemsPane(DocumentView document) {
    this.document = document;
    getStyleClass().add("problems-pane");
    getStylesheets()
        .addAll(
            ControlSheet.URL,
            Objects.requireNonNull(ProblemsPane.class.getResource("problems.css"))
                .toExternalForm());
    list.setCellFactory(view -> new ProblemCell());
    list.setOnMouseClicked(event -> open());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open();
          }
        });
    getChildren().addAll(list, empty);
    document.problems().addListener((property, was, is) -> refresh());
    refresh();
  }

  /** Calls back when somebody opens a problem, after its node was selected. */
  public void onOpen(Consumer<Problem> listener) {
    reveal = listener;
  }

  /** The rows that show. */
  List<ProblemRow> rows() {
    return List.copyOf(list.getItems());
  }

  private void refresh() {
    Map<Optional<String>, List<Problem>> grouped = new LinkedHashMap<>();
    for (Problem problem : document.problems().get()) {
      grouped.computeIfAbsent(problem.nodeId(), node -> new ArrayList<>()).add(problem);
    }
    List<ProblemRow> rows = new ArrayList<>();
    grouped.forEach((node, problems) -> {
      String name = node.map(id -> document.workflow().get().nameOf(id)).orElse("Workflow");
      for (int i = 0; i < problems.size(); i++) {
        rows.add(new ProblemRow(problems.get(i), name, i == 0));
      }
    });
    if (!rows.equals(list.getItems())) {
      list.getItems().setAll(rows);
    }
    list.setVisible(!rows.isEmpty());
    empty.setVisible(rows.isEmpty());
  }

  private void open() {
    ProblemRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      if (row.problem().nodeId().isPresent()) {
        document.selectedNode().set(row.problem().nodeId());
      }
      reveal.accept(row.problem());
    }
  }
}
