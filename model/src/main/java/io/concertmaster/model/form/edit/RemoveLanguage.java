package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;

/** Takes a language out with all its texts; one must stay. */
public record RemoveLanguage(String tag) implements FormEdit {
  @Override
  public Form apply(Form before) {
    if (before.texts().containsKey(tag) && before.texts().size() == 1) {
      throw new IllegalArgumentException("a form needs a language: add another before");
    }
    return before.withTexts(before.texts().without(tag));
  }

  @Override
  public String label() {
    return "Delete language " + tag;
  }
}
