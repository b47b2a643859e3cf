package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.JsonObject;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * Adds a language without texts.
 *
 * @param tag a BCP 47 tag such as {@code de}
 */
public record AddLanguage(String tag) implements FormEdit {
  public AddLanguage {
    try {
      new Locale.Builder().setLanguageTag(tag);
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(
          "“" + tag + "” is no language: write its short name, such as de or pt-BR", e);
    }
    if (tag.isBlank()) {
      throw new IllegalArgumentException("write the language's short name, such as de or pt-BR");
    }
  }

  @Override
  public Form apply(Form before) {
    return before.texts().containsKey(tag)
        ? before
        : before.withTexts(before.texts().with(tag, JsonObject.empty()));
  }

  @Override
  public String label() {
    return "Add language " + tag;
  }
}
