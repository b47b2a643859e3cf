package io.concertmaster.nodes.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values that count as moments: ISO 8601 texts ({@code 2026-11-24}, {@code 2026-11-24T10:30}, with
 * or without seconds, offset and zone, a blank in place of the T too) and numbers as milliseconds
 * since 1970, as ECMAScript counts.
 */
public final class Moment {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalStart()
          .appendLiteral('[')
          .parseCaseSensitive()
          .appendZoneRegionId()
          .appendLiteral(']')
          .toFormatter(Locale.ROOT);

  /** The earliest and latest millisecond that ECMAScript dates can name. */
  private static final double FURTHEST = 8.64e15;

  private Moment() {}

  /**
   * The moment that a value names.
   *
   * @param zone where texts without offset are at home; a date alone is its midnight there
   */
  public static Optional<Instant> of(@Nullable Object value, ZoneId zone) {
    return switch (value) {
      case Number number when Math.abs(number.doubleValue()) <= FURTHEST ->
          Optional.of(Instant.ofEpochMilli(number.longValue()));
      case String text -> parse(text.strip(), zone);
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Instant> parse(String text, ZoneId zone) {
    try {
      TemporalAccessor parsed =
          ISO.parseBest(
              text,
              ZonedDateTime::from,
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      return Optional.of(
          switch (parsed) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            case LocalDate date -> date.atStartOfDay(zone).toInstant();
            default -> throw new IllegalStateException("not asked for: " + parsed.getClass());
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
