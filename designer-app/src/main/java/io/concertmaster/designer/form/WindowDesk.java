package io.concertmaster.designer.form;

import io.concertmaster.designer.code.CodeEditor;
import io.concertmaster.designer.code.Language;
import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.form.build.FormDesk;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.edit.FormEdit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.Region;

/**
 * What a builder stands on in the window.
 *
 * @param document the open form
 * @param files asks a person for a file
 */
public record WindowDesk(FormDocument document, Supplier<Optional<Path>> files)
    implements FormDesk {
  @Override
  public ReadOnlyObjectProperty<Form> form() {
    return document.form();
  }

  @Override
  public void apply(FormEdit edit) {
    document.apply(edit);
  }

  @Override
  public void apply(FormEdit edit, String key) {
    document.apply(edit, key);
  }

  @Override
  public Optional<Path> chooseFile() {
    return files.get();
  }

  @Override
  public JsonReader jsonReader() {
    CodeEditor editor = CodeEditor.reading(Language.JSON);
    editor.getStylesheets().add(CodeEditor.stylesheet());
    return new JsonReader() {
      @Override
      public Region node() {
        return editor;
      }

      @Override
      public void show(String json) {
        editor.showFromTop(json);
      }
    };
  }
}
