package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a calendar (RFC 5545) as data: what it says of itself, and its {@code events}. */
final class CalendarExtract {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Properties whose value is text, with the names that they have as data. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("SUMMARY", "summary"),
          Map.entry("UID", "uid"),
          Map.entry("DESCRIPTION", "description"),
          Map.entry("LOCATION", "location"),
          Map.entry("STATUS", "status"),
          Map.entry("URL", "url"),
          Map.entry("CLASS", "class"),
          Map.entry("GEO", "geo"),
          Map.entry("TRANSP", "timeTransparent"),
          Map.entry("ACTION", "action"),
          Map.entry("TRIGGER", "trigger"),
          Map.entry("DURATION", "duration"),
          Map.entry("COMMENT", "comment"),
          Map.entry("VERSION", "version"),
          Map.entry("PRODID", "prodId"),
          Map.entry("METHOD", "method"),
          Map.entry("CALSCALE", "calscale"),
          Map.entry("X-WR-CALNAME", "name"));

  private static final Map<String, String> MOMENTS =
      Map.of(
          "DTSTAMP", "stamp",
          "DTSTART", "start",
          "DTEND", "end",
          "CREATED", "created",
          "LAST-MODIFIED", "lastModified",
          "DUE", "due",
          "COMPLETED", "completed");

  private CalendarExtract() {}

  static JsonObject of(String text) throws NodeException {
    Iterator<CalendarLine> lines = CalendarLine.of(text).iterator();
    while (lines.hasNext()) {
      CalendarLine line = lines.next();
      if (line.name().equals("BEGIN") && line.value().equalsIgnoreCase("VCALENDAR")) {
        return part(lines, "VCALENDAR", 0);
      }
    }
    throw new NodeException("The file is no calendar: there is no BEGIN:VCALENDAR in it");
  }

  private static JsonObject part(Iterator<CalendarLine> lines, String kind, int depth)
      throws NodeException {
    if (depth > 8) {
      throw new NodeException("The calendar's parts are nested too deep");
    }
    JsonObject part = JsonObject.empty();
    while (lines.hasNext()) {
      CalendarLine line = lines.next();
      if (line.name().equals("END") && line.value().equalsIgnoreCase(kind)) {
        return part;
      }
      if (line.name().equals("BEGIN")) {
        String inner = line.value().strip().toUpperCase(Locale.ROOT);
        part = added(part, listOf(inner), part(lines, inner, depth + 1));
      } else {
        part = property(part, line);
      }
    }
    return part;
  }

  private static String listOf(String kind) {
    return switch (kind) {
      case "VEVENT" -> "events";
      case "VTODO" -> "todos";
      case "VALARM" -> "alarms";
      case "VTIMEZONE" -> "timezones";
      case "VJOURNAL" -> "journals";
      case "VFREEBUSY" -> "freeBusy";
      case "STANDARD", "DAYLIGHT" -> "props";
      default -> kind.toLowerCase(Locale.ROOT);
    };
  }

  private static JsonObject added(JsonObject part, String list, @Nullable Object value) {
    List<@Nullable Object> values =
        new ArrayList<>(part.get(list) instanceof JsonArray there ? there : List.of());
    values.add(value);
    return part.with(list, JsonArray.copyOf(values));
  }

  private static JsonObject property(JsonObject part, CalendarLine line) {
    String name = line.name();
    if (TEXTS.containsKey(name)) {
      return part.with(TEXTS.get(name), line.text());
    }
    if (MOMENTS.containsKey(name)) {
      return part.with(MOMENTS.get(name), moment(line));
    }
    return switch (name) {
      case "SEQUENCE", "PRIORITY" ->
          line.value().matches("\\d{1,9}")
              ? part.with(name.toLowerCase(Locale.ROOT), Long.parseLong(line.value()))
              : part;
      case "CATEGORIES" ->
          part.with(
              "categories",
              JsonArray.copyOf(Arrays.asList((Object[]) line.value().split("(?<!\\\\),", -1))));
      case "ORGANIZER" -> part.with("organizer", person(line));
      case "ATTENDEE" -> added(part, "attendees", person(line));
      case "RRULE" -> part.with("recurrenceRule", rule(line.value()));
      case "EXDATE" -> added(part, "exceptionDates", moment(line));
      case "RECURRENCE-ID" -> part.with("recurrenceId", JsonObject.of("value", moment(line)));
      default -> part;
    };
  }

  private static JsonObject moment(CalendarLine line) {
    String value = line.value().strip();
    try {
      if (value.length() == 8) {
        LocalDate day = LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return JsonObject.of("date", ISO.format(start), "type", "DATE");
      }
      LocalDateTime local = LocalDateTime.parse(value.replaceFirst("Z$", ""), MOMENT);
      String zone = line.parameters().getOrDefault("TZID", "");
      if (zone.isEmpty()) {
        Instant moment = local.toInstant(ZoneOffset.UTC);
        return JsonObject.of("date", ISO.format(moment), "type", "DATE-TIME");
      }
      Instant moment = local.atZone(ZoneId.of(zone)).toInstant();
      String offset =
          ZoneId.of(zone)
              .getRules()
              .getOffset(moment)
              .getId()
              .replace(":", "")
              .replace("Z", "+0000");
      return JsonObject.of("date", ISO.format(moment), "type", "DATE-TIME")
          .with(
              "local",
              JsonObject.of("date", ISO.format(local.toInstant(ZoneOffset.UTC)), "timezone", zone)
                  .with("tzoffset", offset));
    } catch (DateTimeException e) {
      return JsonObject.of("date", value, "type", "DATE-TIME");
    }
  }

  private static JsonObject person(CalendarLine line) {
    JsonObject.Builder person = JsonObject.builder();
    line.parameters()
        .forEach((name, value) -> {
          switch (name) {
            case "CN" -> person.put("name", value);
            case "RSVP" -> person.put("rsvp", value.equalsIgnoreCase("TRUE"));
            case "PARTSTAT", "ROLE" -> person.put(name.toLowerCase(Locale.ROOT), value);
            default -> {}
          }
        });
    return person.put("email", line.value().replaceFirst("(?i)^mailto:", "").strip()).build();
  }

  private static JsonObject rule(String text) {
    JsonObject.Builder rule = JsonObject.builder();
    for (String part : text.split(";", -1)) {
      int equals = part.indexOf('=');
      String value = part.substring(equals + 1);
      switch (equals < 0 ? "" : part.substring(0, equals).toUpperCase(Locale.ROOT)) {
        case "FREQ" -> rule.put("frequency", value);
        case "COUNT" -> rule.put("count", whole(value));
        case "INTERVAL" -> rule.put("interval", whole(value));
        case "UNTIL" -> rule.put("until", moment(new CalendarLine("UNTIL", Map.of(), value)));
        case "BYDAY" -> rule.put("byDay", JsonArray.copyOf(days(value)));
        case "WKST" -> rule.put("workweekStart", value);
        default -> {}
      }
    }
    return rule.build();
  }

  private static Object whole(String value) {
    return value.matches("\\d{1,9}") ? (Object) Long.parseLong(value) : value;
  }

  private static List<JsonObject> days(String value) {
    List<JsonObject> days = new ArrayList<>();
    for (String each : value.split(",", -1)) {
      String day = each.replaceAll("[-+\\d]", "");
      String number = each.replaceAll("[A-Za-z+]", "");
      days.add(
          number.matches("-?\\d{1,3}")
              ? JsonObject.of("day", day, "occurrence", Long.parseLong(number))
              : JsonObject.of("day", day));
    }
    return days;
  }
}
