package io.concertmaster.nodes.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Moments as feeds write them: RFC 822 with its zones, and ISO 8601. */
final class FeedDate {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** RFC 822, 5.1, and the abbreviation that everyone uses. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("UT", "+0000"),
          Map.entry("UTC", "+0000"),
          Map.entry("GMT", "+0000"),
          Map.entry("Z", "+0000"),
          Map.entry("EST", "-0500"),
          Map.entry("EDT", "-0400"),
          Map.entry("CST", "-0600"),
          Map.entry("CDT", "-0500"),
          Map.entry("MST", "-0700"),
          Map.entry("MDT", "-0600"),
          Map.entry("PST", "-0800"),
          Map.entry("PDT", "-0700"));

  private static final DateTimeFormatter LETTER =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM ")
          .appendValueReduced(ChronoField.YEAR, 2, 4, 1970)
          .appendPattern(" H:mm[:ss] xx")
          .toFormatter(Locale.ENGLISH);

  private FeedDate() {}

  /** The moment as ISO text with milliseconds; empty where the text is none. */
  static Optional<String> iso(String text) {
    return instant(text.strip()).map(ISO::format);
  }

  private static Optional<Instant> instant(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      if (Character.isDigit(text.charAt(0)) && text.indexOf('T') == 10) {
        String zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? text : text + "Z";
        return Optional.of(
            OffsetDateTime.parse(zoned.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant());
      }
      String bare = text.replaceFirst("^[A-Za-z]+,?\\s+", "").replaceAll("\\s+", " ");
      int space = bare.lastIndexOf(' ');
      String zone = ZONES.getOrDefault(bare.substring(space + 1).toUpperCase(Locale.ROOT), "");
      String full = zone.isEmpty() ? bare : bare.substring(0, space + 1) + zone;
      return Optional.of(OffsetDateTime.parse(full, LETTER).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
