package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;

/** Gives a form another name; its id stays. */
public record SetFormName(String name) implements FormEdit {
  @Override
  public Form apply(Form before) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a form needs a name");
    }
    return before.withName(name);
  }

  @Override
  public String label() {
    return "Rename the form";
  }
}
