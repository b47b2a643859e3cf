package io.concertmaster.model.expression.library.time;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tokens that a macro token stands for when a date is read. */
final class IntlTokens {
  private IntlTokens() {}

  /** Luxon's tokens for a choice of fields, or null where they hold a zone's name. */
  static @Nullable String of(IntlDate choice, Locale locale) {
    if (choice.fields().containsKey("timeZoneName")) {
      return null;
    }
    String pattern =
        new IntlPattern(choice, java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC), locale)
            .pattern();
    StringBuilder tokens = new StringBuilder();
    boolean quoted = false;
    for (char c : pattern.replace('\u202F', ' ').toCharArray()) {
      quoted ^= c == '\'';
      tokens.append(quoted ? c : c == 'u' ? 'y' : c);
    }
    return tokens.toString().replaceAll("(?<![y'])y(?![y'])", "yyyy").replaceAll("E+", "EEEE");
  }
}
