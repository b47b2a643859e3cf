package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.node.data.JsonArray;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Languages by their BCP 47 tags; English of the United States where none is named. */
public final class Locales {
  private Locales() {}

  /** The language of a tag. */
  public static Locale of(@Nullable String tag) {
    if (tag == null || tag.isEmpty() || tag.equals("system")) {
      return Locale.US;
    }
    Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
    return locale.getLanguage().isEmpty() ? Locale.US : locale;
  }

  /** The language that is given as an argument: a tag, a list of tags, or nothing. */
  public static Locale argument(Frame frame, @Nullable Object given) {
    if (given instanceof JsonArray tags) {
      return tags.isEmpty() ? Locale.US : argument(frame, tags.get(0));
    }
    return Conversions.nullish(given) ? Locale.US : of(Conversions.text(frame, given));
  }

  /** The language that options name, with its digits. */
  static Locale of(Options options, Locale otherwise) {
    Locale locale = options.has("locale") ? of(options.text("locale")) : otherwise;
    Locale.Builder builder = new Locale.Builder().setLocale(locale);
    try {
      if (options.has("numberingSystem")) {
        builder.setUnicodeLocaleKeyword("nu", options.text("numberingSystem"));
      }
      if (options.has("outputCalendar")) {
        builder.setUnicodeLocaleKeyword("ca", options.text("outputCalendar"));
      }
      return builder.build();
    } catch (IllformedLocaleException e) {
      return locale;
    }
  }
}
