package io.concertmaster.designer.inspector;

import java.util.function.Consumer;
import javafx.scene.control.TextInputControl;

/**
 * Links a text field with a value that others may change too: reports what a person types, shows
 * what comes from elsewhere, and leaves caret and selection alone where nothing differs.
 */
final class TypedText {
  private final TextInputControl field;
  private boolean showing;

  TypedText(TextInputControl field, Consumer<String> report) {
    this.field = field;
    field
        .textProperty()
        .addListener((property, was, is) -> {
          if (!showing) {
            report.accept(is == null ? "" : is);
          }
        });
  }

  /** Shows a text without reporting it. */
  void show(String text) {
    if (text.equals(field.getText())) {
      return;
    }
    int caret = Math.min(field.getCaretPosition(), text.length());
    showing = true;
    try {
      field.setText(text);
      field.positionCaret(caret);
    } finally {
      showing = false;
    }
  }
}
