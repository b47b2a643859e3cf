package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates out of texts and numbers, for the rest of the library. */
public final class DateReaders {
  private DateReaders() {}

  /** What JavaScript's Date reads; it may be none. */
  public static DateValue javaScript(Frame frame, String text) {
    return DateValue.of(frame, DateFunctions.parse(frame, text));
  }

  /** The midnight before a date, in the zone of JavaScript's Date. */
  public static DateValue midnight(Frame frame, DateValue date) {
    ZoneId zone = frame.scope().machineZone();
    return DateValue.of(frame, date.in(zone).toLocalDate().atStartOfDay(zone).toInstant());
  }

  /** A date that is written by Luxon's tokens; it may be invalid. */
  public static DateTimeValue tokens(Frame frame, String text, String format) {
    return TokenReading.read(frame, text, format, new Options(frame, JsonObject.empty()));
  }

  /** A date in any of the usual forms; null where the text is none. */
  public static @Nullable DateTimeValue any(Frame frame, String text) {
    frame.chargeText(text.length() * 16L);
    return DateTimeFunctions.guess(frame, text);
  }

  /** A moment in the workflow's zone. */
  public static DateTimeValue millis(Frame frame, double millis) {
    return DateTimeValue.of(millis, Zones.standard(frame), Locale.US);
  }
}
