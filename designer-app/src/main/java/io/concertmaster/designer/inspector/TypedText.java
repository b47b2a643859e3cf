package io.concertmaster.designer.inspector;

import java.util.function.Consumer;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * Links a text field with a value that others may change too: reports what a person types, shows
 * what comes from elsewhere, and leaves caret and selection alone where nothing differs.
 */
final class TypedText {
  private final TextInputControl field;
  private boolean showing;

  TypedText(TextInputControl field, Consumer<String> report) {
    this(field, report, false);
  }

  /**
   * Of a property.
   *
   * @param blocks whether a text in which somebody opens a block, <code>{{</code>, is reported as
   *     an expression: whoever writes one means no two braces
   */
  TypedText(TextInputControl field, Consumer<String> report, boolean blocks) {
    this.field = field;
    field
        .textProperty()
        .addListener((property, was, is) -> {
          if (!showing) {
            String text = is == null ? "" : is;
            report.accept(blocks && opens(was, text) ? "=" + text : text);
          }
        });
  }

  private static boolean opens(@Nullable String was, String text) {
    return text.contains("{{") && !text.startsWith("=") && (was == null || !was.contains("{{"));
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
