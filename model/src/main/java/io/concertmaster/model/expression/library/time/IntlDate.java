package io.concertmaster.model.expression.library.time;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A date as people of a language write it: what {@code Intl.DateTimeFormat} does with the same
 * options, as far as the JDK's locale data says the same.
 *
 * @param fields which fields are shown and how: {@code year -> numeric}
 * @param dateStyle {@code full} to {@code short}; null for none
 * @param timeStyle as {@code dateStyle}
 * @param hour12 whether twelve hours are counted; null for the language's own way
 */
record IntlDate(
    Map<String, String> fields,
    @Nullable String dateStyle,
    @Nullable String timeStyle,
    @Nullable Boolean hour12) {
  private static final String[] FIELDS = {
    "weekday",
    "era",
    "year",
    "month",
    "day",
    "dayPeriod",
    "hour",
    "minute",
    "second",
    "fractionalSecondDigits",
    "timeZoneName"
  };

  IntlDate {
    fields = Map.copyOf(fields);
  }

  /** What options ask for; with none, the fields of a default. */
  static IntlDate of(Options options, String... defaults) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : FIELDS) {
      String given = options.text(field);
      if (given != null) {
        fields.put(field, given);
      }
    }
    String dateStyle = options.text("dateStyle");
    String timeStyle = options.text("timeStyle");
    Boolean hour12 = options.has("hour12") ? Boolean.valueOf(options.flag("hour12", false)) : null;
    String cycle = options.text("hourCycle");
    if (hour12 == null && cycle != null) {
      hour12 = cycle.equals("h12") || cycle.equals("h11");
    }
    boolean onlyZone =
        fields.isEmpty() || (fields.size() == 1 && fields.containsKey("timeZoneName"));
    if (dateStyle == null && timeStyle == null && onlyZone) {
      for (String field : defaults) {
        fields.put(field, "numeric");
      }
    }
    return new IntlDate(fields, dateStyle, timeStyle, hour12);
  }

  /** What one of Luxon's macro tokens or presets stands for; null where there is none. */
  static @Nullable IntlDate macro(String token) {
    String style =
        switch (token) {
          case "D" -> "year=numeric month=numeric day=numeric";
          case "DD" -> "year=numeric month=short day=numeric";
          case "DDD" -> "year=numeric month=long day=numeric";
          case "DDDD" -> "year=numeric month=long day=numeric weekday=long";
          case "t" -> "hour=numeric minute=numeric";
          case "tt" -> "hour=numeric minute=numeric second=numeric";
          case "ttt" -> "hour=numeric minute=numeric second=numeric timeZoneName=short";
          case "tttt" -> "hour=numeric minute=numeric second=numeric timeZoneName=long";
          case "T" -> "hour=numeric minute=numeric 24";
          case "TT" -> "hour=numeric minute=numeric second=numeric 24";
          case "TTT" -> "hour=numeric minute=numeric second=numeric timeZoneName=short 24";
          case "TTTT" -> "hour=numeric minute=numeric second=numeric timeZoneName=long 24";
          case "f" -> "year=numeric month=numeric day=numeric hour=numeric minute=numeric";
          case "ff" -> "year=numeric month=short day=numeric hour=numeric minute=numeric";
          case "fff" ->
              "year=numeric month=long day=numeric hour=numeric minute=numeric timeZoneName=short";
          case "ffff" ->
              "year=numeric month=long day=numeric weekday=long hour=numeric minute=numeric"
                  + " timeZoneName=long";
          case "F" ->
              "year=numeric month=numeric day=numeric hour=numeric minute=numeric second=numeric";
          case "FF" ->
              "year=numeric month=short day=numeric hour=numeric minute=numeric second=numeric";
          case "FFF" ->
              "year=numeric month=long day=numeric hour=numeric minute=numeric second=numeric"
                  + " timeZoneName=short";
          case "FFFF" ->
              "year=numeric month=long day=numeric weekday=long hour=numeric minute=numeric"
                  + " second=numeric timeZoneName=long";
          default -> "";
        };
    if (style.isEmpty()) {
      return null;
    }
    Map<String, String> fields = new TreeMap<>();
    Boolean hour12 = null;
    for (String part : IntlPresets.words(style)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        hour12 = false;
      } else {
        fields.put(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    return new IntlDate(fields, null, null, hour12);
  }

  String format(DateTimeValue date, Locale locale) {
    return date.valid() ? format(date.time(), locale) : "Invalid DateTime";
  }

  String format(ZonedDateTime time, Locale locale) {
    if (dateStyle != null || timeStyle != null) {
      return plain(styled(time, locale));
    }
    return plain(new IntlPattern(this, time, locale).format());
  }

  private String styled(ZonedDateTime time, Locale locale) {
    FormatStyle date = style(dateStyle);
    FormatStyle clock = style(timeStyle);
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            date, clock, java.time.chrono.IsoChronology.INSTANCE, locale);
    return IntlPattern.format(pattern, time, locale, hour12);
  }

  private static @Nullable FormatStyle style(@Nullable String name) {
    if (name == null) {
      return null;
    }
    try {
      return FormatStyle.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Narrow and thin spaces as JavaScript engines write them: plain. */
  private static String plain(String text) {
    return text.replace('\u202F', ' ').replace('\u2009', ' ');
  }

  /** A pattern for a skeleton; null where the locale data has none. */
  static @Nullable String localized(String skeleton, Locale locale) {
    try {
      return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
          skeleton, java.time.chrono.IsoChronology.INSTANCE, locale);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static DateTimeFormatter formatter(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale)
        .withDecimalStyle(java.time.format.DecimalStyle.of(locale));
  }
}
