package io.concertmaster.designer.report;

import io.concertmaster.designer.controls.ControlSheet;
import io.concertmaster.designer.controls.Icons;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Finding.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The report on what came from n8n or went there: the counts, and a line for each part that is not
 * the same any more, those left out first. A click, or Enter, selects the node.
 */
public final class ReportPane extends VBox {
  private final EditorDocument document;
  private final Label counts = new Label();
  private final ListView<Finding> list = new ListView<>();

  /**
   * The report of a document.
   *
   * @param close takes it away
   */
  public ReportPane(EditorDocument document, Runnable close) {
    this.document = document;
    setId("n8n-report");
    getStyleClass().add("report-pane");
    getStylesheets()
        .addAll(
            ControlSheet.URL,
            Objects.requireNonNull(ReportPane.class.getResource("report.css")).toExternalForm());
    Label title = new Label("n8n report");
    title.getStyleClass().add("report-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    counts.setId("n8n-report-counts");
    counts.getStyleClass().add("report-counts");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head =
        new HBox(title, counts, space, Icons.button("mdal-close", "Hide the report", close));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("report-head");
    list.setId("n8n-report-list");
    list.setCellFactory(view -> new ReportCell());
    list.setOnMouseClicked(event -> open());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
    document.report().subscribe(this::show);
  }

  /** Whether a report says more than that everything is the same. */
  public static boolean isWorthALook(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.kind() != Kind.MAPPED);
  }

  private void show(List<Finding> findings) {
    counts.setText(
        count(findings, Kind.MAPPED)
            + " mapped · "
            + count(findings, Kind.APPROXIMATED)
            + " approximated · "
            + count(findings, Kind.LEFT_OUT)
            + " left out");
    list.getItems()
        .setAll(
            findings.stream()
                .filter(finding -> finding.kind() != Kind.MAPPED)
                .sorted(Comparator.comparing(Finding::kind).reversed())
                .toList());
  }

  private static long count(List<Finding> findings, Kind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).count();
  }

  private void open() {
    Finding finding = list.getSelectionModel().getSelectedItem();
    if (finding != null) {
      document
          .workflow()
          .get()
          .idOfName(finding.node())
          .ifPresent(id -> document.selectedNode().set(Optional.of(id)));
    }
  }
}
