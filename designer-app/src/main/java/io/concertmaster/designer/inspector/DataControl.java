package io.concertmaster.designer.inspector;

import io.concertmaster.designer.code.CodeEditor;
import io.concertmaster.designer.code.Language;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value, as text. Text that is no JSON yet stays in the editor and is marked; the workflow
 * keeps the last value that was right.
 */
final class DataControl implements PropertyControl {
  private final CodeEditor editor = CodeEditor.scrolling(Language.JSON, 4, 16);
  private final Label wrong = new Label();
  private final VBox view = new VBox(editor, wrong);
  private @Nullable Object shown;
  private boolean fresh = true;

  DataControl(Site site) {
    view.getStyleClass().add("with-note");
    wrong.getStyleClass().add("field-error");
    wrong.setWrapText(true);
    note("");
    editor.onTyped(text -> {
      if (text.isBlank()) {
        accept(null);
        site.report().accept(null);
      } else if (text.startsWith("=") && site.property().expressions()) {
        site.report().accept(text);
      } else {
        read(text)
            .ifPresent(value -> {
              accept(value);
              site.report().accept(value);
            });
      }
    });
  }

  private void accept(@Nullable Object value) {
    shown = value;
    fresh = false;
    note("");
    editor.mark(List.of());
  }

  private Optional<Object> read(String text) {
    try {
      return Optional.ofNullable(Json.parse(text));
    } catch (JsonException e) {
      note(Objects.requireNonNullElse(e.getMessage(), "not JSON"));
      int at = Math.min(offset(text, e), text.length());
      editor.mark(List.of(new CodeEditor.Mark(Math.max(0, at - 1), Math.max(1, at))));
      return Optional.empty();
    }
  }

  private static int offset(String text, JsonException e) {
    int at = 0;
    for (long line = 1; line < e.line(); line++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + (int) Math.max(0, e.column() - 1);
  }

  private void note(String words) {
    wrong.setText(words);
    wrong.setVisible(!words.isEmpty());
    wrong.setManaged(!words.isEmpty());
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(@Nullable Object value) {
    if (!fresh && Objects.equals(value, shown)) {
      return;
    }
    accept(value);
    editor.show(value == null ? "" : Json.writePretty(value).stripTrailing());
  }

  @Override
  public boolean complains() {
    return !wrong.getText().isEmpty();
  }

  @Override
  public void focus() {
    editor.focusAtEnd();
  }
}
