package io.concertmaster.form.view;

import io.concertmaster.forms.FormProblem;
import io.concertmaster.forms.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** All that is wrong, above the form; each line leads to its field. */
final class ProblemSummary extends VBox {
  private final Messages messages;
  private final Consumer<FormProblem> opened;

  ProblemSummary(Messages messages, Consumer<FormProblem> opened) {
    this.messages = messages;
    this.opened = opened;
    getStyleClass().add("problem-summary");
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(false);
    show(List.of(), FormProblem::pointer);
  }

  void show(List<FormProblem> problems, Function<FormProblem, String> name) {
    setVisible(!problems.isEmpty());
    setManaged(!problems.isEmpty());
    getChildren().clear();
    if (problems.isEmpty()) {
      return;
    }
    Label title = new Label(messages.say("summary", problems.size()));
    title.getStyleClass().add("summary-title");
    setAccessibleText(title.getText());
    getChildren().add(title);
    for (FormProblem problem : problems) {
      Hyperlink line = new Hyperlink(name.apply(problem) + ": " + problem.message());
      line.setWrapText(true);
      line.setMinHeight(USE_PREF_SIZE);
      line.setOnAction(event -> {
        line.setVisited(false);
        opened.accept(problem);
      });
      getChildren().add(line);
    }
  }
}
