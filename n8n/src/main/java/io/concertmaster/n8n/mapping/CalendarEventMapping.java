package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;

/** The event of {@code convertToFile}'s operation {@code iCal} and of the node {@code iCal}. */
final class CalendarEventMapping {
  private static final String MORE = "additionalFields.";
  private static final String PLACE = MORE + "geolocationUi.geolocationValues.";
  private static final String ORGANIZER = MORE + "organizerUi.organizerValues.";

  private CalendarEventMapping() {}

  static void read(AskedSettings asked, Ours ours) {
    ours.put("format", "ics");
    ours.put("fileName", asked.value(MORE + "fileName", "event.ics"));
    ours.put("title", asked.value("title"), "");
    ours.put("start", asked.value("start"));
    ours.put("end", asked.value("end"));
    ours.put("allDay", asked.value("allDay", false), false);
    for (String same : List.of("description", "location", "url", "uid")) {
      ours.put(same, asked.value(MORE + same), "");
    }
    ours.put("status", asked.value(MORE + "status"), "CONFIRMED");
    ours.put("busy", asked.value(MORE + "busyStatus"), "BUSY");
    ours.put("calendarName", asked.value(MORE + "calName"), "");
    ours.put("recurrence", asked.value(MORE + "recurrenceRule"), "");
    ours.put("latitude", asked.value(PLACE + "lat"));
    ours.put("longitude", asked.value(PLACE + "lon"));
    ours.put("organizerName", asked.value(ORGANIZER + "name"), "");
    ours.put("organizerEmail", asked.value(ORGANIZER + "email"), "");
    List<JsonObject> attendees = asked.objects(MORE + "attendeesUi.attendeeValues");
    if (!attendees.isEmpty()) {
      ours.put(
          "attendees", ConvertToFileMapping.each(attendees, each -> person(each, "rsvp", "reply")));
    }
  }

  private static JsonObject person(JsonObject each, String from, String to) {
    return new Ours()
        .put("name", each.get("name"))
        .put("email", each.get("email"))
        .put(to, each.get(from), false)
        .settings();
  }

  static void write(AskedSettings ours, Ours theirs, Ours more) {
    theirs.put("title", ours.value("title"));
    theirs.put("start", ours.value("start"));
    theirs.put("end", ours.value("end"));
    theirs.put("allDay", ours.value("allDay"), false);
    for (String same : List.of("description", "location", "url", "uid")) {
      more.put(same, ours.value(same), "");
    }
    more.put("status", ours.value("status"), "CONFIRMED");
    more.put("busyStatus", ours.value("busy"), "BUSY");
    more.put("calName", ours.value("calendarName"), "");
    more.put("recurrenceRule", ours.value("recurrence"), "");
    if (ours.value("latitude") != null && ours.value("longitude") != null) {
      JsonObject place =
          JsonObject.of("lat", ours.value("latitude"), "lon", ours.value("longitude"));
      more.put("geolocationUi", JsonObject.of("geolocationValues", place));
    }
    Object name = ours.value("organizerName");
    Object email = ours.value("organizerEmail");
    if (name != null || email != null) {
      JsonObject organizer = new Ours().put("name", name).put("email", email).settings();
      more.put("organizerUi", JsonObject.of("organizerValues", organizer));
    }
    List<JsonObject> attendees = ours.objects("attendees");
    if (!attendees.isEmpty()) {
      JsonArray written =
          ConvertToFileMapping.each(attendees, each -> person(each, "reply", "rsvp"));
      more.put("attendeesUi", JsonObject.of("attendeeValues", written));
    }
  }
}
