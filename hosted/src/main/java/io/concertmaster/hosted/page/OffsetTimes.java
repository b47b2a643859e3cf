package io.concertmaster.hosted.page;

import io.concertmaster.model.form.FormElement.Field;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Times of day and moments for which a schema wants an offset. Browsers know neither: what they
 * show and send is in the time zone of the machine that serves the page.
 */
final class OffsetTimes {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ssXXX");

  private OffsetTimes() {}

  /** A text as a browser sends it, with an offset where the field wants one and it has none. */
  static String read(Field field, String text) {
    try {
      return switch (String.valueOf(field.schema().get("format"))) {
        case "date-time" ->
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                LocalDateTime.parse(text).atZone(ZoneId.systemDefault()));
        case "time" ->
            TIME.format(ZonedDateTime.now(ZoneId.systemDefault()).with(LocalTime.parse(text)));
        default -> text;
      };
    } catch (DateTimeException e) {
      return text; // with an offset already, or no time: the check tells
    }
  }

  /** A value as a browser can show it: without its offset. */
  static String shown(Field field, String value) {
    try {
      return switch (String.valueOf(field.schema().get("format"))) {
        case "date-time" ->
            OffsetDateTime.parse(value)
                .atZoneSameInstant(ZoneId.systemDefault())
                .toLocalDateTime()
                .toString();
        case "time" -> LocalTime.parse(value, DateTimeFormatter.ISO_OFFSET_TIME).toString();
        default -> value;
      };
    } catch (DateTimeException e) {
      return value;
    }
  }
}
