package io.concertmaster.form.build;

import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.edit.FormEdit;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.Region;

/** What a builder stands on: the open form with its history, and parts that the window lends. */
public interface FormDesk {
  /** The form as it is now; a new object after each change. */
  ReadOnlyObjectProperty<Form> form();

  /**
   * Changes the form; one step of undo.
   *
   * @throws IllegalArgumentException when the edit does not fit; the message is for people
   */
  void apply(FormEdit edit);

  /**
   * Changes the form; one step of undo together with the changes of the same key right before it.
   *
   * @throws IllegalArgumentException when the edit does not fit; the message is for people
   */
  void apply(FormEdit edit, String key);

  /** Asks a person for a file. */
  Optional<Path> chooseFile();

  /** A view of JSON text to read only. */
  JsonReader jsonReader();

  /** Shows JSON text. */
  interface JsonReader {
    /** What stands in the window. */
    Region node();

    /** Shows a text. */
    void show(String json);
  }
}
