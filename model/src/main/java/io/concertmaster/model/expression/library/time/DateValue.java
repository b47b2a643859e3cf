package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript's {@code Date}: milliseconds since 1970, NaN where it is none. Its setters change it;
 * it lives inside one evaluation only.
 */
public final class DateValue implements ObjectValue {
  private double millis;
  private final ZoneId zone;

  /** A date whose text is in UTC. */
  public DateValue(double millis) {
    this(millis, ZoneOffset.UTC);
  }

  /** A date whose text is in a zone. */
  public DateValue(double millis, ZoneId zone) {
    this.millis = clipped(millis);
    this.zone = zone;
  }

  /** A date in the zone of the machine that evaluates. */
  public static DateValue of(Frame frame, double millis) {
    return new DateValue(millis, frame.scope().machineZone());
  }

  /** A date in the zone of the machine that evaluates. */
  public static DateValue of(Frame frame, Instant moment) {
    return of(frame, (double) moment.toEpochMilli());
  }

  private static double clipped(double millis) {
    return Math.abs(millis) <= DateTimeValue.FARTHEST
        ? Shifting.truncated(millis) + 0.0
        : Double.NaN;
  }

  /** Milliseconds since 1970; NaN where it is none. */
  public double millis() {
    return millis;
  }

  /** Changes it; gives the milliseconds that came of it. */
  double set(double changed) {
    millis = clipped(changed);
    return millis;
  }

  /** Its time in a zone; only of a date that is one. */
  ZonedDateTime in(ZoneId other) {
    return Instant.ofEpochMilli((long) millis).atZone(other);
  }

  boolean valid() {
    return !Double.isNaN(millis);
  }

  /** {@code 2024-01-31T12:00:00.000Z}, or null where it is none. */
  public @Nullable String iso() {
    return valid() ? IsoWriting.dateTime(in(ZoneOffset.UTC), IsoWriting.Form.FULL) : null;
  }

  /** {@code Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)}. */
  String text(ZoneId place) {
    if (!valid()) {
      return "Invalid Date";
    }
    ZonedDateTime time = in(place);
    return day(time) + " " + clock(time);
  }

  static String day(ZonedDateTime time) {
    String year = LocaleText.number(Locale.ROOT, time.getYear(), 4);
    return DateTimeFormatter.ofPattern("EEE MMM dd ", Locale.US).format(time) + year;
  }

  static String clock(ZonedDateTime time) {
    return DateTimeFormatter.ofPattern("HH:mm:ss 'GMT'", Locale.US).format(time)
        + Zones.padded(time.getOffset(), "")
        + " ("
        + ZoneNames.full(Locale.US, time)
        + ")";
  }

  @Override
  public ObjectKind<DateValue> kind() {
    return DateMethods.KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    return hint == Hint.NUMBER ? Numbers.of(millis) : text(zone);
  }

  @Override
  public @Nullable Object data() {
    return iso();
  }
}
