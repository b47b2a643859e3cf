package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.Field;
import javafx.scene.control.TextField;

/** The name of a field, with the fields of the node's input to choose from. */
final class FieldNameControl extends TypedControl<TextField> {
  FieldNameControl(Site site) {
    super(new TextField(), text -> site.report().accept(text.isEmpty() ? null : text), false);
    field().getStyleClass().add("code");
    field().setPromptText("field");
    FieldNameCompletion.install(field(), site.context().preview(), false);
  }

  @Override
  public boolean holdsButton() {
    return true;
  }

  @Override
  public boolean receive(Field dropped) {
    field().setText(dropped.dotted());
    return true;
  }
}
