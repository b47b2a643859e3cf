package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.Field;
import io.concertmaster.designer.data.ValueText;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The name of a field, with the fields of the node's input to choose from. */
final class FieldNameControl implements PropertyControl {
  private final TextField field = new TextField();
  private final TypedText typed;

  FieldNameControl(Site site) {
    field.getStyleClass().add("code");
    field.setPromptText("field");
    typed = new TypedText(field, text -> site.report().accept(text.isEmpty() ? null : text));
    FieldNameCompletion.install(field, site.context().preview(), false);
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

  @Override
  public boolean receive(Field dropped) {
    field.setText(dropped.dotted());
    return true;
  }
}
