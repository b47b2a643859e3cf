package io.concertmaster.nodes.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moments in the other forms in which data holds them, beside those of {@link Moment}: years and
 * months alone, ISO's basic form, weeks and days of the year, the forms of mail and of HTTP, of
 * SQL, and those that browsers print and read, such as {@code Nov 24, 2026 10:30}.
 */
public final class LenientMoment {
  private static final String TIME = "[['T'][' ']H:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]]";
  private static final String ZONE = "[ ][XXX][XX][X][ z]";

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          form("yyyyMMdd['T'HHmmss][.SSS][XXX][XX][X]"),
          form("uuuu-DDD" + TIME + ZONE),
          DateTimeFormatter.ISO_WEEK_DATE,
          form("uuuu-M-d" + TIME + ZONE),
          form("uuuu/M/d" + TIME + ZONE),
          form("M/d/uuuu" + TIME + ZONE),
          form("M-d-uuuu" + TIME + ZONE),
          form("[EEEE, ][EEE, ][EEEE ][EEE ][MMMM][MMM] d[,] uuuu[ H:mm[:ss]]" + ZONE),
          form("[EEEE, ][EEE, ][EEEE ][EEE ]d [MMMM][MMM][,] uuuu[ H:mm[:ss]]" + ZONE),
          form("EEE MMM d uuuu H:mm:ss 'GMT'XX[' ('z')'][' ('zzzz')']"));

  private LenientMoment() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replace("yyyy", "uuuu"))
        .toFormatter(Locale.ENGLISH);
  }

  /**
   * The moment that a value names.
   *
   * @param zone where texts without offset are at home; a date alone is its midnight there
   */
  public static Optional<Instant> of(@Nullable Object value, ZoneId zone) {
    Optional<Instant> moment = Moment.of(value, zone);
    return moment.isPresent() || !(value instanceof String text)
        ? moment
        : parse(text.strip(), zone);
  }

  private static Optional<Instant> parse(String text, ZoneId zone) {
    if (text.matches("\\d{4}")) {
      return Optional.of(LocalDate.of(Integer.parseInt(text), 1, 1).atStartOfDay(zone).toInstant());
    }
    try {
      return Optional.of(YearMonth.parse(text).atDay(1).atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      return byForm(text, zone);
    }
  }

  private static Optional<Instant> byForm(String text, ZoneId zone) {
    for (DateTimeFormatter form : FORMS) {
      try {
        TemporalAccessor parsed =
            form.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        return Optional.of(
            switch (parsed) {
              case ZonedDateTime zoned -> zoned.toInstant();
              case LocalDateTime local -> local.atZone(zone).toInstant();
              default ->
                  LocalDate.ofEpochDay(parsed.getLong(ChronoField.EPOCH_DAY))
                      .atStartOfDay(zone)
                      .toInstant();
            });
      } catch (DateTimeException e) {
        // not of this form: the next one is tried
      }
    }
    return Optional.empty();
  }
}
