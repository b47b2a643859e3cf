package io.concertmaster.model.expression.library.time;

import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of months, days and the like in a language. */
final class LocaleText {
  /** How long a name is. */
  enum Length {
    SHORT(TextStyle.SHORT, TextStyle.SHORT_STANDALONE),
    LONG(TextStyle.FULL, TextStyle.FULL_STANDALONE),
    NARROW(TextStyle.NARROW, TextStyle.NARROW_STANDALONE);

    private final TextStyle inside;
    private final TextStyle alone;

    Length(TextStyle inside, TextStyle alone) {
      this.inside = inside;
      this.alone = alone;
    }

    TextStyle style(boolean standalone) {
      return standalone ? alone : inside;
    }
  }

  private LocaleText() {}

  static boolean english(Locale locale) {
    return locale.getLanguage().equals("en")
        && (locale.getCountry().isEmpty() || locale.getCountry().equals("US"));
  }

  static String month(Locale locale, int month, Length length, boolean standalone) {
    String name = Month.of(month).getDisplayName(length.style(standalone), locale);
    return length == Length.NARROW && english(locale)
        ? Month.of(month).name().substring(0, 1)
        : name;
  }

  static String weekday(Locale locale, int day, Length length, boolean standalone) {
    return DayOfWeek.of(day).getDisplayName(length.style(standalone), locale);
  }

  static String meridiem(Locale locale, ZonedDateTime time) {
    if (english(locale)) {
      return time.getHour() < 12 ? "AM" : "PM";
    }
    return DateTimeFormatter.ofPattern("a", locale).format(time);
  }

  static String era(Locale locale, int year, Length length) {
    if (english(locale)) {
      return switch (length) {
        case SHORT -> year < 0 ? "BC" : "AD";
        case LONG -> year < 0 ? "Before Christ" : "Anno Domini";
        case NARROW -> year < 0 ? "B" : "A";
      };
    }
    return (year < 0 ? IsoEra.BCE : IsoEra.CE).getDisplayName(length.style(false), locale);
  }

  static List<String> months(Locale locale, Length length, boolean standalone) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> month(locale, month, length, standalone))
        .toList();
  }

  static List<String> weekdays(Locale locale, Length length, boolean standalone) {
    return IntStream.rangeClosed(1, 7)
        .mapToObj(day -> weekday(locale, day, length, standalone))
        .toList();
  }

  static List<String> meridiems(Locale locale) {
    ZonedDateTime morning = ZonedDateTime.of(2016, 11, 13, 9, 0, 0, 0, java.time.ZoneOffset.UTC);
    return List.of(meridiem(locale, morning), meridiem(locale, morning.plusHours(10)));
  }

  static List<String> eras(Locale locale, Length length) {
    return Stream.of(-40, 2017).map(year -> era(locale, year, length)).toList();
  }

  /** A number with the digits of the language, and zeros before it. */
  static String number(Locale locale, long number, int digits) {
    String text = Long.toString(Math.abs(number));
    text = "0".repeat(Math.max(0, digits - text.length())) + text;
    text = number < 0 ? "-" + text : text;
    String system = locale.getUnicodeLocaleType("nu");
    return system == null || system.equals("latn") ? text : digits(locale, text);
  }

  private static String digits(Locale locale, String text) {
    int zero = DecimalFormatSymbols.getInstance(locale).getZeroDigit();
    StringBuilder own = new StringBuilder();
    text.chars().forEach(c -> own.append((char) (c >= '0' && c <= '9' ? zero + c - '0' : c)));
    return own.toString();
  }
}
