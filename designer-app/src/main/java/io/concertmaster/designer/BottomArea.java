package io.concertmaster.designer;

import io.concertmaster.designer.data.DataPane;
import io.concertmaster.designer.problems.ProblemsPane;
import io.concertmaster.designer.window.DocumentView;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.model.check.Problem;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.StackPane;

/** The place under the canvas: the items of the chosen node, or the problems. */
final class BottomArea extends StackPane {
  BottomArea(
      DocumentView document,
      EngineAccess engine,
      BooleanProperty problemsShown,
      Consumer<Problem> opened) {
    DataPane data = new DataPane(document, engine);
    ProblemsPane problems = new ProblemsPane(document);
    problems.onOpen(opened);
    problems.visibleProperty().bind(problemsShown);
    data.visibleProperty().bind(problemsShown.not());
    getChildren().addAll(data, problems);
    // A run that begins brings the items back.
    document
        .run()
        .subscribe(run -> {
          if (run.isPresent()) {
            problemsShown.set(false);
          }
        });
  }
}
