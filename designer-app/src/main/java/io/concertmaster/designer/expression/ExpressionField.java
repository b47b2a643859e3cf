package io.concertmaster.designer.expression;

import io.concertmaster.designer.code.CodeEditor;
import io.concertmaster.designer.code.Language;
import io.concertmaster.designer.data.Field;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A field for an expression: an amber frame with the text after the leading {@code =}, the button
 * that makes it a fixed value again, and under it what the expression gives for the chosen item of
 * the last run, or what is wrong and where.
 */
public final class ExpressionField extends VBox {
  private final CodeEditor editor = CodeEditor.growing(Language.TEMPLATE);
  private final ResultLine result;
  private final InputPreview preview;
  private final Evaluator evaluator;
  private final CompletionPopup completion;
  private final PauseTransition pause = new PauseTransition(Duration.millis(120));

  /** Held here, so that the preview's weak reference lives as long as the field. */
  private final InvalidationListener newItem = property -> later();

  private Consumer<String> typed = text -> {};
  private Optional<Outcome> outcome = Optional.empty();

  /**
   * An empty field.
   *
   * @param toFixed makes the property a fixed value
   */
  public ExpressionField(InputPreview preview, Runnable toFixed) {
    this.preview = preview;
    this.evaluator = new Evaluator(preview);
    this.result = new ResultLine(preview);
    getStyleClass().add("expression-field");
    Label equals = new Label("=");
    equals.getStyleClass().add("equals");
    ToggleButton fx = new ToggleButton("fx");
    fx.getStyleClass().setAll("fx-toggle");
    fx.setSelected(true);
    fx.setTooltip(new Tooltip("An expression: click for a fixed value"));
    fx.setAccessibleText("Use a fixed value");
    fx.setOnAction(event -> {
      fx.setSelected(true);
      toFixed.run();
    });
    HBox frame = new HBox(equals, editor, fx);
    frame.getStyleClass().add("expression-frame");
    frame.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(editor, Priority.ALWAYS);
    editor.setMinWidth(0);
    editor.placeholder("{{ $json.field }}");
    editor.onTyped(this::changed);
    completion = new CompletionPopup(editor.area(), this::complete);
    getChildren().addAll(frame, result);
    pause.setOnFinished(event -> evaluate());
    preview.situation().addListener(new WeakInvalidationListener(newItem));
  }

  /** The sheet for this field and its popup. */
  public static String stylesheet() {
    return Objects.requireNonNull(ExpressionField.class.getResource("expression.css"))
        .toExternalForm();
  }

  /** Calls back with the whole parameter, {@code =} included, whenever a person changed it. */
  public void onTyped(Consumer<String> listener) {
    typed = listener;
  }

  /** Shows a parameter, which begins with {@code =}; does nothing when it is shown already. */
  public void show(String parameter) {
    editor.show(parameter.substring(1));
    later();
  }

  /** The whole parameter. */
  public String parameter() {
    return "=" + editor.text();
  }

  /** The editor inside. */
  public CodeEditor editor() {
    return editor;
  }

  /** What the expression gave last; empty before the first answer. */
  public Optional<Outcome> outcome() {
    return outcome;
  }

  /** Inserts the expression for a field where the caret stands. */
  public void receive(Field field) {
    editor.insert(
        Insertion.at(editor.text(), editor.area().getCaretPosition(), field.expression()));
  }

  /** The line under the field. */
  ResultLine result() {
    return result;
  }

  /** The popup with suggestions. */
  CompletionPopup completion() {
    return completion;
  }

  private void changed(String text) {
    closeBraces(text);
    typed.accept(parameter());
    later();
    suggest();
  }

  /** Typing the second brace of a block adds its end. */
  private void closeBraces(String text) {
    int caret = editor.area().getCaretPosition();
    boolean opened = caret >= 2 && text.startsWith("{{", caret - 2);
    if (opened && text.indexOf("}}", caret) < 0 && caret == text.length()) {
      editor.show(text + "  }}");
      editor.area().moveTo(caret + 1);
    }
  }

  private void later() {
    if (getScene() == null || editor.text().isEmpty()) {
      evaluate();
    } else {
      pause.playFromStart();
    }
  }

  private void evaluate() {
    if (editor.text().isEmpty()) {
      outcome = Optional.empty();
      editor.mark(List.of());
      result.hide();
      return;
    }
    evaluator.evaluate(parameter(), this::answer);
  }

  private void answer(Outcome answer) {
    outcome = Optional.of(answer);
    result.show(answer);
    editor.mark(answer instanceof Outcome.Wrong wrong ? marks(wrong) : List.of());
  }

  /**
   * What to underline: positions count in the whole parameter, the editor leaves out its {@code =}.
   */
  private List<CodeEditor.Mark> marks(Outcome.Wrong wrong) {
    int length = editor.text().length();
    if (wrong.end() == 0 || length == 0) {
      return List.of();
    }
    int start = Math.clamp(wrong.start() - 1, 0, length - 1);
    int end = Math.clamp(wrong.end() - 1, start + 1, length);
    return List.of(new CodeEditor.Mark(start, end));
  }

  private void suggest() {
    int caret = editor.area().getCaretPosition();
    List<CompletionPopup.Suggestion> suggestions =
        Completions.at(editor.text(), caret, preview.situation().get());
    Optional<Bounds> place = editor.area().getCaretBounds();
    if (place.isEmpty() || !editor.area().isFocused()) {
      completion.hide();
      return;
    }
    completion.show(editor.area(), place.get().getMinX(), place.get().getMaxY() + 4, suggestions);
  }

  private void complete(CompletionPopup.Suggestion suggestion) {
    int caret = editor.area().getCaretPosition();
    editor.area().replaceText(caret - suggestion.typed(), caret, suggestion.insert());
  }
}
