package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Primitive;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A moment in a time zone: {@code $now} and {@code $today}. As text it is ISO 8601 with the zone's
 * offset, as a number milliseconds since 1970, and it can be compared; its fields are Luxon's.
 *
 * @param time the moment
 */
public record Moment(ZonedDateTime time) implements Primitive {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  static Map<String, Method<Moment>> table() {
    return Map.of(
        "toISO", (frame, self, arguments) -> self.iso(),
        "toString", (frame, self, arguments) -> self.iso(),
        "toJSON", (frame, self, arguments) -> self.iso(),
        "toISODate", (frame, self, arguments) -> self.time.toLocalDate().toString(),
        "toMillis", (frame, self, arguments) -> self.millis(),
        "valueOf", (frame, self, arguments) -> self.millis());
  }

  /** ISO 8601 with milliseconds and offset; {@code Z} in the zone UTC. */
  public String iso() {
    int offset = time.getOffset().getTotalSeconds() / 60;
    boolean utc =
        offset == 0
            && (time.getZone() instanceof ZoneOffset || time.getZone().getId().equals("UTC"));
    return ISO.format(time)
        + (utc
            ? "Z"
            : (offset < 0 ? "-" : "+")
                + "%02d:%02d".formatted(Math.abs(offset) / 60, Math.abs(offset) % 60));
  }

  private long millis() {
    return time.toInstant().toEpochMilli();
  }

  @Override
  public Object primitive(Hint hint) {
    return hint == Hint.STRING ? (Object) iso() : millis();
  }

  @Override
  public Object data() {
    return iso();
  }

  /** Whether there is a field of a name. */
  public static boolean hasField(String name) {
    return new Moment(ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)).field(name) != null;
  }

  /** A field such as {@code year}, or null where there is none of that name. */
  public @Nullable Object field(String name) {
    return switch (name) {
      case "year" -> (long) time.getYear();
      case "quarter" -> (long) time.get(IsoFields.QUARTER_OF_YEAR);
      case "month" -> (long) time.getMonthValue();
      case "day" -> (long) time.getDayOfMonth();
      case "hour" -> (long) time.getHour();
      case "minute" -> (long) time.getMinute();
      case "second" -> (long) time.getSecond();
      case "millisecond" -> time.getLong(ChronoField.MILLI_OF_SECOND);
      case "weekday" -> (long) time.getDayOfWeek().getValue();
      case "weekNumber" -> (long) time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case "weekYear" -> (long) time.get(IsoFields.WEEK_BASED_YEAR);
      case "ordinal" -> (long) time.getDayOfYear();
      case "daysInMonth" -> (long) time.toLocalDate().lengthOfMonth();
      case "daysInYear" -> (long) time.toLocalDate().lengthOfYear();
      case "isValid" -> true;
      default -> null;
    };
  }
}
