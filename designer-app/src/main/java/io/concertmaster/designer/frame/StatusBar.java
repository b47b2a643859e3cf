package io.concertmaster.designer.frame;

import io.concertmaster.designer.command.Command;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.designer.document.OpenDocument;
import io.concertmaster.designer.document.OpenDocuments;
import io.concertmaster.designer.run.EngineState;
import io.concertmaster.engine.EngineMetrics;
import io.concertmaster.forms.FormAudit;
import io.concertmaster.forms.FormFinding;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormLayout;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The line at the bottom: the engine, the problems, when the file was saved, and where it is. */
public final class StatusBar extends HBox {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private final Region dot = new Region();
  private final Label engine = new Label();
  private final Button problems = new Button();
  private final Label saved = new Label();
  private final Label path = new Label();

  /**
   * About the document in front.
   *
   * @param metrics how the engine does
   * @param showProblems what a click on the problems does
   * @param undecided the runs that need a decision
   * @param environments how the document stands on servers
   */
  public StatusBar(
      ObservableValue<EngineState> state,
      Supplier<CompletableFuture<EngineMetrics>> metrics,
      OpenDocuments documents,
      Command showProblems,
      UndecidedRuns undecided,
      Region environments) {
    getStyleClass().add("status-bar");
    dot.getStyleClass().add("state-dot");
    engine.setId("status-engine");
    problems.setId("status-problems");
    problems.setFocusTraversable(false);
    problems.getStyleClass().add("status-button");
    problems.setOnAction(event -> showProblems.perform());
    saved.setId("status-saved");
    path.setId("status-path");
    path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    path.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox engineLine = new HBox(dot, engine);
    engineLine.getStyleClass().add("status-engine");
    EngineFigures figures = new EngineFigures(metrics);
    for (Region each : List.of(engineLine, figures, undecided, problems, saved)) {
      each.setMinWidth(USE_PREF_SIZE);
    }
    getChildren()
        .addAll(engineLine, figures, undecided, problems, space, saved, path, environments);
    state.subscribe(this::show);
    documents
        .ofWorkflow(EditorDocument::problems)
        .subscribe(list -> {
          if (list != null) {
            showProblems(list);
          }
        });
    documents.active().flatMap(OpenDocument::savedAt).subscribe(now -> showFile(documents));
    documents.active().flatMap(OpenDocument::file).subscribe(now -> showFile(documents));
    documents.active().flatMap(OpenDocument::dirty).subscribe(now -> showFile(documents));
    documents
        .active()
        .flatMap(now -> now instanceof FormDocument form ? form.form() : null)
        .subscribe(this::showForm);
  }

  private void show(EngineState state) {
    dot.getStyleClass().removeAll("done", "failed", "quiet");
    switch (state) {
      case EngineState.Opening opening -> {
        dot.getStyleClass().add("quiet");
        engine.setText("Opening the local engine…");
        engine.setTooltip(null);
      }
      case EngineState.Ready ready -> {
        dot.getStyleClass().add("done");
        engine.setText("Local engine ready");
        engine.setTooltip(null);
      }
      case EngineState.Failed failed -> {
        dot.getStyleClass().add("failed");
        engine.setText(failed.message());
        engine.setTooltip(new Tooltip(failed.message()));
      }
    }
  }

  private void showProblems(List<Problem> list) {
    colour(list.stream().anyMatch(Problem::isError), !list.isEmpty());
    problems.setText(list.isEmpty() ? "No problems" : counted(list.size(), "problem"));
  }

  private void showForm(@Nullable Form form) {
    if (form != null) {
      FormLayout layout = FormLayout.of(form);
      List<FormFinding> found = FormAudit.of(form);
      int errors = (int) found.stream().filter(FormFinding::isError).count();
      int hints = found.size() - errors;
      colour(errors > 0, hints > 0);
      StringJoiner says = new StringJoiner(" · ");
      says.add(counted(layout.pages().size(), "page"));
      says.add(counted(layout.fields().size(), "field"));
      if (errors > 0) {
        says.add(counted(errors, "problem"));
      }
      if (hints > 0) {
        says.add(counted(hints, "hint"));
      }
      problems.setText(says.toString());
    }
  }

  private void colour(boolean errors, boolean others) {
    problems.getStyleClass().removeAll("errors", "warnings");
    if (errors || others) {
      problems.getStyleClass().add(errors ? "errors" : "warnings");
    }
  }

  private static String counted(int number, String what) {
    return number + " " + (number == 1 ? what : what + "s");
  }

  private void showFile(OpenDocuments documents) {
    OpenDocument<?> document = documents.active().get();
    path.setText(document.file().get().map(Object::toString).orElse("Not in a file yet"));
    saved.setText(
        document
            .savedAt()
            .get()
            .map(at ->
                (document.dirty().get() ? "Changed since " : "Saved ")
                    + moment(LocalDateTime.ofInstant(at, ZoneId.systemDefault())))
            .orElse(document.dirty().get() ? "Not saved" : ""));
  }

  /** The time of today, else the day with it. */
  private static String moment(LocalDateTime at) {
    return (at.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TIME : DAY).format(at);
  }
}
