package io.concertmaster.model.expression.library.time;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people call a zone's time, as the Unicode locale data has it. */
final class ZoneNames {
  /** The zones whose abbreviations are common in the United States. */
  private static final Pattern AMERICAN =
      Pattern.compile(
          "(?:Eastern|Central|Mountain|Pacific) (?:Standard|Daylight) Time|Alaska.*|Hawaii.*");

  private ZoneNames() {}

  /** {@code Eastern Standard Time}. */
  static String full(Locale locale, ZonedDateTime time) {
    ZoneId zone = time.getZone();
    if (zone instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0
          ? DateTimeFormatter.ofPattern("zzzz", locale)
              .format(time.withZoneSameInstant(ZoneId.of("UTC")))
          : DateTimeFormatter.ofPattern("OOOO", locale).format(time);
    }
    String name = DateTimeFormatter.ofPattern("zzzz", locale).format(time);
    return name.equals("Greenwich Mean Time") && time.getOffset().getTotalSeconds() != 0
        ? DateTimeFormatter.ofPattern("OOOO", locale).format(time)
        : name;
  }

  /** {@code EST} where that is common in the language, else {@code GMT+1}. */
  static String brief(Locale locale, ZonedDateTime time) {
    int offset = time.getOffset().getTotalSeconds();
    if (time.getZone() instanceof ZoneOffset || time.getZone().getId().equals("UTC")) {
      return offset == 0 ? "UTC" : DateTimeFormatter.ofPattern("O", locale).format(time);
    }
    String name = DateTimeFormatter.ofPattern("z", locale).format(time);
    boolean common =
        !LocaleText.english(locale)
            ? !locale.getLanguage().equals("en") || locale.getCountry().equals("GB")
            : AMERICAN
                .matcher(DateTimeFormatter.ofPattern("zzzz", Locale.US).format(time))
                .matches();
    return common && offset != 0
        ? name
        : offset == 0 ? "GMT" : DateTimeFormatter.ofPattern("O", locale).format(time);
  }
}
