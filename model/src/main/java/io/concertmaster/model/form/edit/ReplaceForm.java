package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;

/** Puts another form in the place of this one, such as a file that somebody else changed. */
public record ReplaceForm(Form form) implements FormEdit {
  @Override
  public Form apply(Form before) {
    return form;
  }

  @Override
  public String label() {
    return "Load the changed file";
  }
}
