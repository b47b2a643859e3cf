package io.concertmaster.nodes.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates in ISO 8601: {@code 2026-01-05}, {@code 2026-01-05T09:30:00.000+01:00}, with a blank in
 * place of the T too, weeks ({@code 2026-W02-1}), days of the year ({@code 2026-005}), months and
 * the short forms without dashes.
 */
final class IsoDate {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<year>[+-]\\d{6}|\\d{4})"
              + "(?:-?W(?<week>\\d{2})(?:-?(?<weekday>[1-7]))?"
              + "|-?(?<yearday>\\d{3})(?!\\d)"
              + "|-(?<month>\\d{2})(?:-(?<day>\\d{2}))?"
              + "|(?<month2>\\d{2})(?<day2>\\d{2}))?"
              + "(?:[T ](?<hour>\\d{2})(?::?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<part>\\d+))?)?)?"
              + "\\s?(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)?)?(?:\\[(?<zone>[A-Za-z_/+-]+)])?");

  private IsoDate() {}

  /**
   * The moment that a text says; empty where it is not in such a form.
   *
   * @param zone of a text that says none
   */
  static Optional<ZonedDateTime> of(String text, ZoneId zone) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date = date(form);
      LocalTime time =
          LocalTime.of(
              number(form.group("hour"), 0) % 24,
              number(form.group("minute"), 0),
              number(form.group("second"), 0),
              nanos(form.group("part")));
      LocalDate day = number(form.group("hour"), 0) == 24 ? date.plusDays(1) : date;
      String place = form.group("zone");
      String offset = form.group("offset");
      ZoneId own = offset == null ? zone : ZoneOffset.of(offset);
      ZonedDateTime moment = day.atTime(time).atZone(own);
      return Optional.of(place == null ? moment : moment.withZoneSameInstant(ZoneId.of(place)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate date(Matcher form) {
    int year = Integer.parseInt(form.group("year"));
    if (form.group("week") != null) {
      return LocalDate.of(year, 1, 4)
          .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(form.group("week"), 1))
          .with(DayOfWeek.of(number(form.group("weekday"), 1)));
    }
    if (form.group("yearday") != null) {
      return LocalDate.ofYearDay(year, number(form.group("yearday"), 1));
    }
    boolean dashes = form.group("month2") == null;
    return LocalDate.of(
        year,
        number(form.group(dashes ? "month" : "month2"), 1),
        number(form.group(dashes ? "day" : "day2"), 1));
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
  }
}
