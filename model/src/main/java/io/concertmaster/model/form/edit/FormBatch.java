package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;
import java.util.List;

/**
 * Several edits, one after the other, as one.
 *
 * @param label what people call the whole
 * @param edits each applied to what the one before made
 */
public record FormBatch(String label, List<FormEdit> edits) implements FormEdit {
  public FormBatch {
    edits = List.copyOf(edits);
  }

  @Override
  public Form apply(Form before) {
    Form form = before;
    for (FormEdit edit : edits) {
      form = edit.apply(form);
    }
    return form;
  }
}
