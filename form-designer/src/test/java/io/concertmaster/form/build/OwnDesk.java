package io.concertmaster.form.build;

import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.edit.FormEdit;
import io.concertmaster.model.form.edit.FormHistory;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;

/** A desk with a history and nothing else. */
final class OwnDesk implements FormDesk {
  final FormHistory history;
  private final ReadOnlyObjectWrapper<Form> form;

  OwnDesk(Form start) {
    history = new FormHistory(start);
    form = new ReadOnlyObjectWrapper<>(start);
  }

  @Override
  public ReadOnlyObjectProperty<Form> form() {
    return form.getReadOnlyProperty();
  }

  @Override
  public void apply(FormEdit edit) {
    history.apply(edit);
    form.set(history.current());
  }

  @Override
  public void apply(FormEdit edit, String key) {
    history.apply(edit, key);
    form.set(history.current());
  }

  void undo() {
    history.undo();
    form.set(history.current());
  }

  @Override
  public Optional<Path> chooseFile() {
    return Optional.empty();
  }

  @Override
  public JsonReader jsonReader() {
    TextArea area = new TextArea();
    return new JsonReader() {
      @Override
      public Region node() {
        return area;
      }

      @Override
      public void show(String json) {
        area.setText(json);
      }
    };
  }
}
