package io.concertmaster.form.view;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Days and times of day as people of a language write them; ISO's way is understood by all. */
record LocalDates(DateTimeFormatter day) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]");

  static LocalDates of(Locale locale) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    String whole =
        bare(pattern).replaceAll("y+", "uuuu").replaceAll("M+", "M").replaceAll("d+", "d");
    return new LocalDates(
        DateTimeFormatter.ofPattern(whole, locale).withResolverStyle(ResolverStyle.STRICT));
  }

  String show(LocalDate date) {
    return day.format(date);
  }

  /** The day of a text; empty where it says none. */
  Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(bare(text)));
    } catch (DateTimeException e) {
      return local(bare(text));
    }
  }

  /**
   * A text without the invisible signs that say which way it is read, which nobody types, and with
   * the digits of any script as 0 to 9.
   */
  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.codePoints()
        .filter(each -> Character.getType(each) != Character.FORMAT)
        .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
        .forEach(bare::appendCodePoint);
    return bare.toString().strip();
  }

  private Optional<LocalDate> local(String text) {
    try {
      return Optional.of(LocalDate.parse(text, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The time of day of a text such as 9:30; empty where it says none. */
  static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(bare(text).replace('.', ':'), TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
