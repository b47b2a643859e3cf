package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.NumberText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes a calendar with one event (RFC 5545). */
final class CalendarEvent {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int LINE = 75;

  private final Parameters settings;
  private final NodeContext context;
  private final StringBuilder text = new StringBuilder();

  private CalendarEvent(Parameters settings, NodeContext context) {
    this.settings = settings;
    this.context = context;
  }

  static String of(Parameters settings, NodeContext context) throws NodeException {
    CalendarEvent event = new CalendarEvent(settings, context);
    event.write();
    return event.text.toString();
  }

  private void write() throws NodeException {
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//ConcertMaster//EN");
    line("METHOD", "PUBLISH");
    escaped("X-WR-CALNAME", "calendarName");
    line("BEGIN", "VEVENT");
    String uid = settings.text("uid").strip();
    line("UID", uid.isEmpty() ? uid() : uid);
    escaped("SUMMARY", "title");
    line("DTSTAMP", MOMENT.format(context.startedAt()));
    moment("DTSTART", "start", 0);
    moment("DTEND", "end", 1);
    escaped("DESCRIPTION", "description");
    escaped("LOCATION", "location");
    plain("URL", "url");
    if (!settings.text("latitude").isBlank() && !settings.text("longitude").isBlank()) {
      line(
          "GEO",
          NumberText.of(settings.number("latitude"))
              + ";"
              + NumberText.of(settings.number("longitude")));
    }
    plain("STATUS", "status");
    if (!settings.text("organizerEmail").isBlank()) {
      person("ORGANIZER", settings.text("organizerName"), "", settings.text("organizerEmail"));
    }
    for (Parameters each : settings.entries("attendees")) {
      String reply = each.flag("reply") ? ";RSVP=TRUE" : ";RSVP=FALSE";
      person("ATTENDEE", each.text("name"), reply, each.requiredText("email"));
    }
    plain("X-MICROSOFT-CDO-BUSYSTATUS", "busy");
    plain("RRULE", "recurrence");
    line("END", "VEVENT");
    line("END", "VCALENDAR");
  }

  /** The same for each try of an activation and item. */
  private String uid() throws NodeException {
    String seed =
        context.idempotencyKey() + "/" + settings.text("title") + "/" + settings.text("start");
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)) + "@concertmaster";
  }

  private void moment(String name, String property, int daysAfter) throws NodeException {
    String value = settings.text(property).strip();
    if (value.isEmpty() && property.equals("end")) {
      return;
    }
    if (value.isEmpty()) {
      throw new NodeException("An event needs a start, such as 2026-01-05T09:30:00")
          .atProperty(property);
    }
    try {
      if (settings.flag("allDay")) {
        LocalDate day = day(value);
        // The end of an event of whole days is the first day after it.
        boolean same = daysAfter > 0 && day.equals(day(settings.text("start").strip()));
        line(name + ";VALUE=DATE", DAY.format(same ? day.plusDays(daysAfter) : day));
      } else {
        line(name, MOMENT.format(instant(value)));
      }
    } catch (DateTimeException e) {
      throw new NodeException("“" + value + "” is no moment such as 2026-01-05T09:30:00", e)
          .atProperty(property);
    }
  }

  private static LocalDate day(String value) {
    return LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
  }

  private Instant instant(String value) {
    String full = value.replace(' ', 'T');
    if (full.length() == 10) {
      return LocalDate.parse(full).atStartOfDay(context.zone()).toInstant();
    }
    return full.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
        ? OffsetDateTime.parse(full.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant()
        : LocalDateTime.parse(full).atZone(context.zone()).toInstant();
  }

  private void person(String name, String person, String more, String email) {
    String called =
        person.isBlank() ? "" : ";CN=\"" + person.replaceAll("[\"\\p{Cntrl}]", "") + "\"";
    line(name + more + called, "mailto:" + email.replaceAll("\\p{Cntrl}", ""));
  }

  private void plain(String name, String property) throws NodeException {
    String value = settings.text(property).strip();
    if (!value.isEmpty()) {
      line(name, value.replaceFirst("^RRULE:", "").replaceAll("\\p{Cntrl}", ""));
    }
  }

  private void escaped(String name, String property) throws NodeException {
    String value = settings.text(property);
    if (!value.isEmpty()) {
      line(
          name,
          value
              .replace("\\", "\\\\")
              .replace(";", "\\;")
              .replace(",", "\\,")
              .replace("\r\n", "\\n")
              .replace("\n", "\\n"));
    }
  }

  /** Writes a line; one of more than 75 bytes goes on in the next ones, after a space. */
  private void line(String name, String value) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int bytes = 0;
    for (int c : (name + ":" + value).codePoints().toArray()) {
      int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes + size > LINE) {
        parts.add(part.toString());
        part = new StringBuilder();
        bytes = 1;
      }
      part.appendCodePoint(c);
      bytes += size;
    }
    parts.add(part.toString());
    text.append(String.join("\r\n ", parts)).append("\r\n");
  }
}
