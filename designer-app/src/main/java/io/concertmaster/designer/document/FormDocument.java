package io.concertmaster.designer.document;

import io.concertmaster.model.edit.Change;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.edit.FormEdit;
import io.concertmaster.model.form.edit.FormHistory;
import io.concertmaster.model.form.edit.ReplaceForm;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;

/** A form that is open in the window. */
public final class FormDocument extends OpenDocument<Form> {
  /** What files of forms end with. */
  static final String SUFFIX = ".form.json";

  /** A document of a form that is in no file yet. */
  public FormDocument(Form start) {
    super(new FormHistory(start));
    refresh();
  }

  /** A document of a form that was read from a file. */
  public static FormDocument ofFile(Form read, Path file) {
    FormDocument document = new FormDocument(read);
    document.saved(file);
    return document;
  }

  /** The form as it is now; a new object after each change. */
  public ReadOnlyObjectProperty<Form> form() {
    return content();
  }

  /**
   * Changes the form; one step of undo.
   *
   * @throws IllegalArgumentException when the edit does not fit
   */
  public void apply(FormEdit edit) {
    change(edit);
  }

  /**
   * Changes the form; one step of undo together with the changes of the same key right before it.
   *
   * @throws IllegalArgumentException when the edit does not fit
   */
  public void apply(FormEdit edit, String key) {
    change(edit, key);
  }

  @Override
  protected String name(Form definition) {
    return definition.name();
  }

  @Override
  String id(Form definition) {
    return definition.id();
  }

  @Override
  public String suffix() {
    return SUFFIX;
  }

  @Override
  public String kind() {
    return "form";
  }

  @Override
  Form identified(Form definition, DraftIdentity draft) {
    return new Form(
        draft.idFor(definition.id()),
        draft.nameFor(definition.name()),
        definition.schema(),
        definition.ui(),
        definition.texts(),
        definition.theme(),
        definition.unknown());
  }

  @Override
  void write(Path place) throws WorkflowFileException {
    FormFiles.save(form().get(), place);
  }

  @Override
  Change<Form> read(Path place) throws WorkflowFileException {
    return new ReplaceForm(FormFiles.read(place));
  }
}
