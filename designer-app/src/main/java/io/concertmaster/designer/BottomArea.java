package io.concertmaster.designer;

import io.concertmaster.designer.data.DataPane;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.problems.ProblemsPane;
import io.concertmaster.designer.report.ReportPane;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.model.check.Problem;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.StackPane;

/**
 * The place under the canvas: the items of the chosen node, the problems, or what became of the
 * parts that came from elsewhere.
 */
final class BottomArea extends StackPane {
  BottomArea(
      EditorDocument document,
      EngineAccess engine,
      BooleanProperty problemsShown,
      BooleanProperty reportShown,
      Consumer<Problem> opened) {
    DataPane data = new DataPane(document, engine);
    ProblemsPane problems = new ProblemsPane(document);
    problems.onOpen(opened);
    ReportPane report = new ReportPane(document, () -> reportShown.set(false));
    report.visibleProperty().bind(reportShown);
    problems.visibleProperty().bind(problemsShown.and(reportShown.not()));
    data.visibleProperty().bind(problemsShown.or(reportShown).not());
    getChildren().addAll(data, problems, report);
    document.report().subscribe(findings -> reportShown.set(ReportPane.isWorthALook(findings)));
    problemsShown.subscribe(shown -> {
      if (shown) {
        reportShown.set(false);
      }
    });
    // A run that begins brings the items back.
    document
        .run()
        .subscribe(run -> {
          if (run.isPresent()) {
            problemsShown.set(false);
            reportShown.set(false);
          }
        });
  }
}
