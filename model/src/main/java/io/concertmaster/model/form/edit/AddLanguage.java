package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.node.data.JsonObject;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * Adds a language without texts.
 *
 * @param tag a BCP 47 tag such as {@code de}, however its letters and spaces around are written; it
 *     is made the one that standards recommend, such as {@code pt-BR}
 */
public record AddLanguage(String tag) implements FormEdit {
  public AddLanguage {
    String written = tag.strip();
    if (written.isEmpty()) {
      throw new IllegalArgumentException("write the language's short name, such as de or pt-BR");
    }
    try {
      Locale locale = recommended(new Locale.Builder().setLanguageTag(written).build());
      if (!isKnown(locale)) {
        throw none(written);
      }
      tag = locale.toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw (IllegalArgumentException) none(written).initCause(e);
    }
  }

  private static IllegalArgumentException none(String written) {
    return new IllegalArgumentException(
        "“" + written + "” is no language: write its short name, such as de or pt-BR");
  }

  /** Whether a locale is in a language that has a name, and not just letters of one. */
  private static boolean isKnown(Locale locale) {
    String language = locale.getLanguage();
    return !language.isEmpty()
        && !locale.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(language);
  }

  /** With two letters for the language, where it has such a name. */
  private static Locale recommended(Locale locale) {
    for (String two : Locale.getISOLanguages()) {
      if (Locale.of(two).getISO3Language().equals(locale.getLanguage())) {
        return new Locale.Builder().setLocale(locale).setLanguage(two).build();
      }
    }
    return locale;
  }

  @Override
  public Form apply(Form before) {
    for (String there : FormTexts.languages(before)) {
      if (recommended(Locale.forLanguageTag(there)).toLanguageTag().equals(tag)) {
        throw new IllegalArgumentException(
            "the language “" + there + "” is there already: choose it above the form");
      }
    }
    return before.withTexts(before.texts().with(tag, JsonObject.empty()));
  }

  @Override
  public String label() {
    return "Add language " + tag;
  }
}
