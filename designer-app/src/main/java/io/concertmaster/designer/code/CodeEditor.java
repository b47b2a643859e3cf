package io.concertmaster.designer.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/**
 * Text in a {@link Language}, coloured while somebody types it, with underlined marks. It looks
 * like a text field: border, focus ring and colours come from code.css, for light and dark.
 *
 * <p>It keeps no undo of its own: each change is reported, and whoever gets it can undo it. {@link
 * #show} sets the text without a report and leaves the caret where it can.
 */
public final class CodeEditor extends StackPane {
  private static final PseudoClass EDITING = PseudoClass.getPseudoClass("editing");
  private static final double LINE = 17;
  private static final double PADDING = 14;

  /** Room for the bar that scrolls sideways. */
  private static final double BAR = 10;

  private final CodeArea area = new CodeArea();
  private final Language language;
  private Consumer<String> typed = text -> {};
  private List<Mark> marks = List.of();
  private final SimpleIntegerProperty failed = new SimpleIntegerProperty(this, "failed", 0);
  private boolean showing;
  private int least = 1;
  private int most = 1;

  /** An editor that grows with its text, wrapping long lines. */
  public static CodeEditor growing(Language language) {
    CodeEditor editor = new CodeEditor(language);
    editor.area.setWrapText(true);
    editor.area.setAutoHeight(true);
    editor.area.addEventFilter(KeyEvent.KEY_PRESSED, editor::leaveByTab);
    editor.getChildren().add(editor.area);
    return editor;
  }

  /**
   * An editor that shows between {@code least} and {@code most} lines and scrolls beyond, in both
   * directions.
   */
  public static CodeEditor scrolling(Language language, int least, int most) {
    CodeEditor editor = new CodeEditor(language);
    editor.getChildren().add(new VirtualizedScrollPane<>(editor.area));
    editor.least = least;
    editor.upTo(most);
    editor.area.textProperty().addListener((property, was, is) -> editor.fit());
    return editor;
  }

  /**
   * An editor for a program: like {@link #scrolling}, with the numbers of the lines, and Tab and
   * Shift-Tab that move lines in and out. Escape gives Tab back its usual meaning until the editor
   * is entered anew, so that the keyboard can leave.
   */
  public static CodeEditor program(Language language, int least, int most) {
    CodeEditor editor = scrolling(language, least, most);
    editor.getStyleClass().add("program");
    editor.area.setParagraphGraphicFactory(LineNumbers.of(editor.area, editor.failed));
    new Indentation(editor.area).listen();
    return editor;
  }

  /** Text to read only, that fills what room it is given. */
  public static CodeEditor reading(Language language) {
    CodeEditor editor = new CodeEditor(language);
    editor.getStyleClass().add("reading");
    editor.area.setEditable(false);
    editor.getChildren().add(new VirtualizedScrollPane<>(editor.area));
    return editor;
  }

  private CodeEditor(Language language) {
    this.language = language;
    getStyleClass().add("code-editor");
    area.setUndoManager(UndoUtils.noOpUndoManager());
    area.textProperty().addListener((property, was, is) -> textChanged(is));
    area.focusedProperty().addListener((property, was, is) -> pseudoClassStateChanged(EDITING, is));
  }

  /** The sheet that styles editors: for the area of the window that holds some. */
  public static String stylesheet() {
    return Objects.requireNonNull(CodeEditor.class.getResource("code.css")).toExternalForm();
  }

  /** The text area inside, for carets, selections and popups. */
  public CodeArea area() {
    return area;
  }

  /** The text. */
  public String text() {
    return area.getText();
  }

  /** Calls back with the text whenever a person has changed it. */
  public void onTyped(Consumer<String> listener) {
    typed = listener;
  }

  /** Shows grey words while there is no text. */
  public void placeholder(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("placeholder");
    label.setMouseTransparent(true);
    area.setPlaceholder(label);
  }

  /** Shows a text; the caret stays, as far as there is text, and nothing is reported. */
  public void show(String text) {
    if (text.equals(area.getText())) {
      return;
    }
    int caret = Math.min(area.getCaretPosition(), text.length());
    showing = true;
    try {
      area.replaceText(text);
      area.moveTo(caret);
    } finally {
      showing = false;
    }
    area.requestFollowCaret();
  }

  /** Shows a text from its beginning. */
  public void showFromTop(String text) {
    show(text);
    area.moveTo(0);
    area.showParagraphAtTop(0);
  }

  /** Sets how many lines show at most before the editor scrolls: no fewer than it had at first. */
  public void upTo(int lines) {
    most = Math.max(least, lines);
    fit();
  }

  /** How many lines have room in a height. */
  public static int linesIn(double height) {
    return (int) ((height - PADDING - BAR) / LINE);
  }

  /** Underlines parts of the text. */
  public void mark(List<Mark> parts) {
    if (!marks.equals(parts)) {
      marks = List.copyOf(parts);
      colour(area.getText());
    }
  }

  /** Marks the line, from 1, at which the program failed; 0 for none. */
  public void failedAt(int line) {
    failed.set(line);
  }

  /** Puts a text in place of the selection, as if it were typed. */
  public void insert(String text) {
    area.replaceSelection(text);
    area.requestFocus();
  }

  /** Lets the editor take the focus with the caret at the end. */
  public void focusAtEnd() {
    area.requestFocus();
    area.moveTo(area.getLength());
  }

  private void textChanged(String text) {
    colour(text);
    if (!showing) {
      typed.accept(text);
    }
  }

  private void colour(String text) {
    if (text.isEmpty()) {
      return;
    }
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    int at = 0;
    for (Language.Token token : language.tokens(text)) {
      add(spans, at, token.start(), List.of());
      add(spans, token.start(), token.end(), List.of(token.style()));
      at = token.end();
    }
    add(spans, at, text.length(), List.of());
    area.setStyleSpans(0, spans.create());
  }

  /** Adds a run of one style, cut where marks begin and end. */
  private void add(
      StyleSpansBuilder<Collection<String>> spans, int start, int end, List<String> styles) {
    int at = start;
    while (at < end) {
      int next = end;
      List<String> here = new ArrayList<>(styles);
      for (Mark mark : marks) {
        if (mark.start() <= at && at < mark.end()) {
          here.add("mark");
          next = Math.min(next, mark.end());
        } else if (mark.start() > at) {
          next = Math.min(next, mark.start());
        }
      }
      spans.add(here, next - at);
      at = next;
    }
    if (start == end) {
      spans.add(List.of(), 0);
    }
  }

  private void fit() {
    long lines = area.getText().chars().filter(c -> c == '\n').count() + 1;
    double height = Math.clamp(lines, least, most) * LINE + PADDING + BAR;
    setMinHeight(height);
    setPrefHeight(height);
  }

  /** Tab moves on to the next control, as in any field: text in a template has no use for tabs. */
  private void leaveByTab(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
      event.consume();
      boolean back = event.isShiftDown();
      Platform.runLater(() ->
          area.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT));
    }
  }

  /**
   * An underlined part of the text.
   *
   * @param start its first character, from 0
   * @param end the character after its last
   */
  public record Mark(int start, int end) {}
}
