package io.concertmaster.designer.inspector;

import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The problems of one setting, a line each; takes no room while there are none. */
final class ProblemLines extends VBox {
  private final SettingsContext context;
  private final String path;
  private final Predicate<Problem> told;

  /** Held here, so that the context's weak reference lives as long as the lines. */
  private final InvalidationListener refresh = property -> show();

  /**
   * The problems at a path.
   *
   * @param told whether the control says a problem already
   */
  ProblemLines(SettingsContext context, String path, Predicate<Problem> told) {
    this.context = context;
    this.path = path;
    this.told = told;
    getStyleClass().add("problem-lines");
    context.problems().addListener(new WeakInvalidationListener(refresh));
    show();
  }

  /** Looks again, after the control shows another value. */
  void show() {
    List<Problem> here =
        PropertyField.at(context.problems().get(), path).stream().filter(told.negate()).toList();
    getChildren().setAll(here.stream().map(ProblemLines::line).toList());
    setVisible(!here.isEmpty());
    setManaged(!here.isEmpty());
  }

  private static Label line(Problem problem) {
    Label line = new Label(problem.message());
    line.getStyleClass()
        .add(problem.severity() == Severity.ERROR ? "field-error" : "field-warning");
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }
}
