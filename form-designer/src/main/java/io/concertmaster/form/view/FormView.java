package io.concertmaster.form.view;

import io.concertmaster.forms.Accent;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormProblem;
import io.concertmaster.forms.Messages;
import io.concertmaster.forms.Seen;
import io.concertmaster.forms.Spot;
import io.concertmaster.forms.WritingDirection;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A form to fill in: page by page, with rules that act at once. What is wrong is said at the fields
 * and in a summary, from the moment a page is left.
 */
public final class FormView extends VBox {
  /** Of what problems are told. */
  private enum Judged {
    NOT,
    PAGE,
    ALL
  }

  private final FormCheck check;
  private final List<String> languages;
  private final FormTexts texts;
  private final Messages messages;
  private final List<Page> pages;
  private final List<Drawing> drawings = new ArrayList<>();
  private final Label progress = new Label();
  private final ProgressSteps steps;
  private final Label heading = new Label();
  private final ProblemSummary summary;
  private final VBox body = new VBox();
  private final Button back;
  private final Button next;
  private JsonObject given = JsonObject.empty();
  private Consumer<CheckedAnswer> submitted = answer -> {};
  private Consumer<JsonObject> changes = answer -> {};
  private boolean showing;
  private Judged judged = Judged.NOT;
  private int page;

  /**
   * A form that nobody has begun to fill in.
   *
   * @param wanted BCP 47 tags, most wanted first
   * @param files asks a person for a file
   */
  public FormView(FormCheck check, List<String> wanted, Supplier<Optional<Path>> files) {
    this.check = check;
    this.texts = FormTexts.of(check.form(), wanted);
    this.languages = List.of(texts.language());
    this.messages = Messages.of(texts.language());
    this.pages = check.layout().pages();
    getStyleClass().add("form-view");
    getStylesheets().add(stylesheet());
    setNodeOrientation(
        WritingDirection.isRightToLeft(texts.language())
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
    setStyle("-form-accent: #" + Accent.of(check.form().theme()).hex() + ";");
    Site site = new Site(texts, messages, this::changed, files);
    pages.forEach(each -> drawings.add(new Drawing(each, site, () -> "")));
    steps = new ProgressSteps(pages.size());
    summary = new ProblemSummary(messages, this::focus);
    back = new Button(messages.say("back"));
    back.setOnAction(event -> show(neighbour(-1).orElse(page)));
    next = new Button();
    next.getStyleClass().add("form-next");
    next.setOnAction(event -> onward());
    assemble();
    addEventHandler(KeyEvent.KEY_PRESSED, this::enter);
    fill(check.begun(JsonObject.empty()));
    page = -1;
    show(neighbour(1).orElse(0));
  }

  /** The style sheet of forms. */
  public static String stylesheet() {
    return Objects.requireNonNull(FormView.class.getResource("form-view.css")).toExternalForm();
  }

  private void assemble() {
    Label title = wrapped(texts.title(), "form-title");
    getChildren().add(title);
    texts.find("form.description").ifPresent(text -> getChildren().add(wrapped(text, "form-lead")));
    progress.getStyleClass().add("form-progress");
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    heading.getStyleClass().add("page-heading");
    body.getStyleClass().add("form-body");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(space, back, next);
    buttons.getStyleClass().add("form-buttons");
    if (pages.size() > 1) {
      getChildren().addAll(new HBox(12, steps, progress), heading);
    }
    getChildren().addAll(summary, body, buttons);
  }

  private static Label wrapped(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /** Enter in a line goes on, as it does on a page. */
  private void enter(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof TextField) {
      key.consume();
      onward();
    }
  }

  /** Calls back with an answer that was accepted. */
  public void onSubmitted(Consumer<CheckedAnswer> listener) {
    submitted = listener;
  }

  /** Calls back with the answer so far after each change. */
  public void onChanged(Consumer<JsonObject> listener) {
    changes = listener;
  }

  /** Fills in an answer, such as one that was begun before. */
  public void fill(JsonObject answer) {
    given = answer;
    showing = true;
    try {
      drawings.forEach(each -> each.show(answer));
    } finally {
      showing = false;
    }
    judged = Judged.NOT;
    see();
    judge();
  }

  /** The answer as it stands, not judged. What cannot be read stands there as its text. */
  public JsonObject answer() {
    JsonObject answer = given;
    for (Drawing each : drawings) {
      answer = each.answer(answer);
    }
    return answer;
  }

  /**
   * The files that were chosen here, by the places of their fields in the answer: JSON Pointers.
   * Whoever takes the answer reads them.
   */
  public Map<String, Path> files() {
    Map<String, Path> files = new LinkedHashMap<>();
    drawings.forEach(each -> each.files(files));
    return files;
  }

  /** Judges the answer and shows what is wrong with it, on the page where the first problem is. */
  public CheckedAnswer submit() {
    CheckedAnswer checked = check.check(answer(), languages);
    judged = Judged.ALL;
    judge();
    checked.problems().stream()
        .findFirst()
        .flatMap(first -> pageOf(first.pointer()))
        .ifPresent(this::show);
    if (checked.accepted()) {
      submitted.accept(checked);
    } else {
      summary.requestFocus();
    }
    return checked;
  }

  private void onward() {
    Optional<Integer> following = neighbour(1);
    if (following.isEmpty()) {
      submit();
      return;
    }
    CheckedAnswer checked = check.check(answer(), languages);
    if (problemsHere(checked).isEmpty()) {
      judged = Judged.NOT;
      judge();
      show(following.get());
    } else {
      judged = Judged.PAGE;
      judge();
      summary.requestFocus();
    }
  }

  private List<FormProblem> problemsHere(CheckedAnswer checked) {
    return checked.problems().stream()
        .filter(each -> pageOf(each.pointer()).orElse(-1) == page)
        .toList();
  }

  private Optional<Integer> pageOf(String pointer) {
    for (int i = 0; i < drawings.size(); i++) {
      if (drawings.get(i).find(pointer).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The next or previous page that is shown. */
  private Optional<Integer> neighbour(int by) {
    Seen seen = check.seen(answer());
    for (int i = page + by; i >= 0 && i < pages.size(); i += by) {
      if (seen.shows(new Spot(pages.get(i).at(), ""))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The numbers of the pages that are shown, and of the one in sight. */
  private List<Integer> shownPages() {
    Seen seen = check.seen(answer());
    return IntStream.range(0, pages.size())
        .filter(i -> i == page || seen.shows(new Spot(pages.get(i).at(), "")))
        .boxed()
        .toList();
  }

  /** How many pages it has. */
  public int pages() {
    return pages.size();
  }

  /** Goes to a page, from 0. */
  public void show(int number) {
    page = number;
    body.getChildren().setAll(drawings.get(number).node());
    heading.setText(texts.heading(pages.get(number)));
    heading.setManaged(!heading.getText().isBlank());
    buttons();
  }

  private void buttons() {
    List<Integer> shown = shownPages();
    int at = shown.indexOf(page);
    progress.setText(messages.say("page", at + 1, shown.size()));
    steps.show(at, shown.size());
    boolean last = neighbour(1).isEmpty();
    next.setText(
        last
            ? texts.find("form.submit").orElseGet(() -> messages.say("submit"))
            : messages.say("next"));
    boolean first = neighbour(-1).isEmpty();
    back.setVisible(!first);
    back.setManaged(!first);
  }

  private void changed() {
    if (showing) {
      return;
    }
    see();
    if (judged != Judged.NOT) {
      judge();
    }
    changes.accept(answer());
  }

  private void see() {
    if (drawings.size() == pages.size()) {
      Seen seen = check.seen(answer());
      drawings.forEach(each -> each.see(seen));
      buttons();
    }
  }

  private void judge() {
    Optional<CheckedAnswer> checked =
        judged == Judged.NOT
            ? Optional.empty()
            : Optional.of(check.check(answer(), languages))
                .map(all ->
                    judged == Judged.ALL
                        ? all
                        : new CheckedAnswer(all.answer(), problemsHere(all), all.seen()));
    drawings.forEach(each -> each.judge(checked));
    summary.show(checked.map(CheckedAnswer::problems).orElse(List.of()), this::name);
  }

  private String name(FormProblem problem) {
    return drawings.stream()
        .flatMap(each -> each.name(problem.pointer()).stream())
        .findFirst()
        .orElse(texts.title());
  }

  private void focus(FormProblem problem) {
    pageOf(problem.pointer()).ifPresent(this::show);
    drawings.stream()
        .flatMap(each -> each.find(problem.pointer()).stream())
        .findFirst()
        .ifPresent(field -> field.input().control().requestFocus());
  }
}
