package io.concertmaster.designer.inbox;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.form.view.FormView;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.hosted.desk.OpenTask;
import io.concertmaster.hosted.desk.TaskFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One task, with its form to fill in. What was filled in stays when another one is looked at. */
final class TaskPane extends VBox {
  private static final double WIDTH = 640;

  private final OpenTask task;
  private final Label times = new Label();
  private final Label problem = new Label();
  private final FormView form;

  /** What can be done with a task. */
  interface Hands {
    /** Gives the answer of its form. */
    void answer(TaskPane pane);

    /** Shows the run that waits for it. */
    void showRun(OpenTask task);

    /** Opens its page in a browser. */
    void browse(OpenTask task);

    /** Copies the address of its page. */
    void copyLink(OpenTask task);

    /** Saves a file that it shows. */
    void save(TaskPane pane, TaskFile file);
  }

  /**
   * What a task shows and asks.
   *
   * @param check its form
   * @param sent what people sent, to be looked at
   */
  record Content(FormCheck check, List<TaskFile> sent) {}

  TaskPane(OpenTask task, Content content, Supplier<Optional<Path>> files, Hands hands) {
    this.task = task;
    FormCheck check = content.check();
    getStyleClass().add("task-pane");
    setMaxWidth(WIDTH);
    setMaxHeight(USE_PREF_SIZE);
    Label of = new Label(task.workflow() + task.assignee().map(who -> " · for " + who).orElse(""));
    of.setWrapText(true);
    of.getStyleClass().add("task-of");
    Hyperlink run = new Hyperlink("Run #" + task.run());
    run.setOnAction(event -> hands.showRun(task));
    FlowPane facts =
        new FlowPane(
            run,
            times,
            Icons.button("mdal-content_copy", "Copy the link", () -> hands.copyLink(task)),
            Icons.button("mdmz-open_in_new", "Open in browser", () -> hands.browse(task)));
    facts.getStyleClass().add("task-facts");
    times.getStyleClass().add("task-due");
    problem.setId("task-problem");
    problem.getStyleClass().add("task-problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    form = new FormView(check, languages(), files);
    form.getStyleClass().add("plain"); // the pane has the space around it
    form.onSubmitted(checked -> hands.answer(this));
    VBox sent = new VBox();
    sent.getStyleClass().add("task-files");
    content
        .sent()
        .forEach(
            each -> sent.getChildren().add(new TaskFileRow(each, () -> hands.save(this, each))));
    sent.setManaged(!sent.getChildren().isEmpty());
    getChildren().addAll(of, facts, sent, problem, form);
    tell("");
    tick();
  }

  /** Forms speak the person's language, where they know it. */
  static List<String> languages() {
    return List.of(Locale.getDefault().toLanguageTag(), "en");
  }

  OpenTask task() {
    return task;
  }

  FormView form() {
    return form;
  }

  /** Says what went wrong with the answer; empty for nothing. */
  void tell(String why) {
    problem.setText(why);
    problem.setVisible(!why.isEmpty());
    problem.setManaged(!why.isEmpty());
  }

  /** Time goes on. */
  void tick() {
    Instant now = Instant.now();
    times.setText(TaskWords.due(task, now));
    times.getStyleClass().removeAll("soon", "overdue");
    times.getStyleClass().add(TaskWords.urgency(task, now).name().toLowerCase(Locale.ROOT));
  }
}
