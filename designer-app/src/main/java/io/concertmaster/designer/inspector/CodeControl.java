package io.concertmaster.designer.inspector;

import io.concertmaster.designer.code.CodeEditor;
import io.concertmaster.designer.code.Language;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.node.PropertyKind;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Text in a language, coloured. */
final class CodeControl implements PropertyControl {
  private final CodeEditor editor;

  CodeControl(Site site, PropertyKind.Code kind) {
    editor = CodeEditor.scrolling(Language.named(kind.language()), 5, 16);
    editor.onTyped(text ->
        site.report()
            .accept(text.isEmpty() && site.property().defaultValue() == null ? null : text));
  }

  @Override
  public Node view() {
    return editor;
  }

  @Override
  public void show(@Nullable Object value) {
    editor.show(value == null ? "" : ValueText.whole(value));
  }

  @Override
  public void focus() {
    editor.focusAtEnd();
  }
}
