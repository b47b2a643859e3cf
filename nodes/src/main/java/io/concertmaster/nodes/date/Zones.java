package io.concertmaster.nodes.date;

import io.concertmaster.node.NodeException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Time zones by their names, and the text of a moment in one. */
final class Zones {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private Zones() {}

  /** The zone of a name such as {@code Europe/Amsterdam}, {@code UTC} or {@code UTC+3}. */
  static ZoneId of(String name, String property) throws NodeException {
    String text = name.strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals("utc") || lower.equals("gmt") || lower.equals("z")) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(text, ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      throw new NodeException("“" + name + "” is no time zone: write one like Europe/Berlin", e)
          .atProperty(property);
    }
  }

  /**
   * ISO 8601 with milliseconds: {@code 2026-01-05T09:30:00.000+01:00}. Universal time is {@code Z};
   * a place that has the same time at the moment is {@code +00:00}.
   */
  static String iso(ZonedDateTime date) {
    return LOCAL.format(date) + offset(date);
  }

  private static String offset(ZonedDateTime date) {
    String zone = date.getZone().getId();
    boolean universal = zone.equals("Z") || zone.equals("UTC") || zone.equals("GMT");
    return universal ? "Z" : offset(date.getOffset(), ":");
  }

  /** An offset such as {@code +01:00}, with a separator of choice. */
  static String offset(ZoneOffset offset, String separator) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    return "%s%02d%s%02d"
        .formatted(offset.getTotalSeconds() < 0 ? "-" : "+", minutes / 60, separator, minutes % 60);
  }
}
