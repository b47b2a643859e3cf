package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.ValueText;
import io.concertmaster.node.PropertyKind;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** Text in one line or several; a secret shows as dots. */
final class TextControl implements PropertyControl {
  private final TextInputControl field;
  private final TypedText typed;

  TextControl(Site site, PropertyKind.Text kind) {
    field = field(site, kind);
    field.setPromptText(kind.placeholder());
    typed =
        new TypedText(
            field,
            text ->
                site.report()
                    .accept(text.isEmpty() && site.property().defaultValue() == null ? null : text),
            site.property().expressions() && !site.property().secret()); // it shows what is typed
  }

  private static TextInputControl field(Site site, PropertyKind.Text kind) {
    if (site.property().secret()) {
      return new PasswordField();
    }
    if (kind.lines() <= 1) {
      return new TextField();
    }
    TextArea area = new TextArea();
    area.setPrefRowCount(kind.lines());
    area.setWrapText(true);
    area.getStyleClass().add("lines");
    return area;
  }

  @Override
  public Node view() {
    return field;
  }

  @Override
  public void show(@Nullable Object value) {
    typed.show(value == null ? "" : ValueText.whole(value));
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.end();
  }

  @Override
  public boolean holdsButton() {
    return true;
  }
}
