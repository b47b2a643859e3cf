package io.concertmaster.form.view;

import io.concertmaster.model.form.FormElement.Field;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A box to tick. */
final class TickInput implements Input {
  private final CheckBox box;

  TickInput(Field field, Site site) {
    box = new CheckBox(site.texts().label(field));
    box.setWrapText(true);
    box.setMnemonicParsing(false);
    box.setDisable(field.readOnly());
    box.selectedProperty().addListener((property, was, is) -> site.changed().run());
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public boolean hasOwnLabel() {
    return true;
  }

  @Override
  public @Nullable Object value() {
    return box.isSelected();
  }

  @Override
  public void show(@Nullable Object value) {
    box.setSelected(Boolean.TRUE.equals(value));
  }
}
