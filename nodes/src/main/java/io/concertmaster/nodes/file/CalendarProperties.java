package io.concertmaster.nodes.file;

import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;

/** The settings of {@link FileConvert} for a calendar event. */
final class CalendarProperties {
  private CalendarProperties() {}

  static List<Property> all() {
    return List.of(
        text("title", "Title", "Stand-up"),
        text("start", "Start", "2026-01-05T09:30:00"),
        text("end", "End", "2026-01-05T10:00:00"),
        of("allDay", "Whole days", PropertyKind.flag()).defaultsTo(false),
        of("description", "Description", new PropertyKind.Text("", 3)),
        text("location", "Location", ""),
        text("url", "Event URL", ""),
        text("latitude", "Latitude", "52.09"),
        text("longitude", "Longitude", "5.12"),
        of(
                "status",
                "Status",
                PropertyKind.choice(
                    Option.of("CONFIRMED", "Confirmed"),
                    Option.of("TENTATIVE", "Tentative"),
                    Option.of("CANCELLED", "Cancelled")))
            .defaultsTo("CONFIRMED"),
        of(
                "busy",
                "Shown as",
                PropertyKind.choice(
                    Option.of("BUSY", "Busy"),
                    Option.of("TENTATIVE", "Tentative"),
                    Option.of("FREE", "Free"),
                    Option.of("OOF", "Out of office")))
            .defaultsTo("BUSY"),
        text("recurrence", "Recurrence rule", "FREQ=WEEKLY;COUNT=5"),
        text("organizerName", "Organizer's name", ""),
        text("organizerEmail", "Organizer's e-mail", ""),
        of(
            "attendees",
            "Attendees",
            PropertyKind.entries(
                "attendee",
                Property.of("name", "Name", PropertyKind.text()),
                Property.of("email", "E-mail", PropertyKind.text()),
                Property.of("reply", "Asks for a reply", PropertyKind.flag()).defaultsTo(false))),
        text("uid", "UID", "").help("Names the event in calendars. Empty: made up."),
        text("calendarName", "Calendar's name", ""));
  }

  private static Property text(String name, String label, String placeholder) {
    return of(name, label, PropertyKind.text(placeholder));
  }

  private static Property of(String name, String label, PropertyKind kind) {
    return Property.of(name, label, kind).when("format", "ics");
  }
}
