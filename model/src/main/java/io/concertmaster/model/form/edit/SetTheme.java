package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;

/**
 * Sets one of a form's looks, such as {@code accent}.
 *
 * @param value an empty one takes it out
 */
public record SetTheme(String name, String value) implements FormEdit {
  @Override
  public Form apply(Form before) {
    return before.withTheme(
        value.isEmpty() ? before.theme().without(name) : before.theme().with(name, value));
  }

  @Override
  public String label() {
    return "Change looks";
  }
}
