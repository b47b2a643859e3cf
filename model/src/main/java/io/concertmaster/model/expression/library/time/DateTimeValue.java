package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A moment in a time zone, as Luxon's {@code DateTime} has it. It never changes. As text it is ISO
 * 8601 with the zone's offset, as a number milliseconds since 1970. A date that cannot be is a
 * value too: it says why it is invalid, and what is asked of it is null, NaN or itself.
 */
public final class DateTimeValue implements ObjectValue {
  /** How far a date may be from 1970, in milliseconds: ECMAScript's bound. */
  static final double FARTHEST = 8.64e15;

  private static final ZonedDateTime NEVER = ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);

  private final ZonedDateTime time;
  private final Locale locale;
  private final @Nullable Invalid invalid;

  private DateTimeValue(ZonedDateTime time, Locale locale, @Nullable Invalid invalid) {
    this.time = time;
    this.locale = locale;
    this.invalid = invalid;
  }

  /** A moment; invalid where it is too far away. */
  public static DateTimeValue of(double millis, ZoneId zone, Locale locale) {
    if (!(Math.abs(millis) <= FARTHEST)) {
      return invalid(new Invalid("Timestamp out of range", null), locale);
    }
    return new DateTimeValue(
        Instant.ofEpochMilli((long) millis).atZone(Zones.bare(zone)), locale, null);
  }

  /** A moment; invalid where it is too far away. */
  public static DateTimeValue of(Instant moment, ZoneId zone, Locale locale) {
    return of((double) moment.toEpochMilli(), zone, locale);
  }

  /** A moment in a zone, in English. */
  public static DateTimeValue of(ZonedDateTime time) {
    return of(time.toInstant(), time.getZone(), Locale.US);
  }

  /** A date that is none. */
  public static DateTimeValue invalid(Invalid invalid, Locale locale) {
    return new DateTimeValue(NEVER, locale, invalid);
  }

  /** The moment at which an evaluation says that it is now. */
  public static DateTimeValue now(Frame frame) {
    return of(frame.scope().now(), Zones.standard(frame), Locale.US);
  }

  /** The midnight before {@link #now}. */
  public static DateTimeValue today(Frame frame) {
    return DateTimeMath.startOf(now(frame), Unit.DAYS, false);
  }

  /** Whether it is a date. */
  public boolean valid() {
    return invalid == null;
  }

  /** Why it is none; null where it is one. */
  public @Nullable Invalid why() {
    return invalid;
  }

  /** The moment; without a meaning where it is invalid. */
  public ZonedDateTime time() {
    return time;
  }

  /** The language of its names. */
  public Locale locale() {
    return locale;
  }

  /** Its zone. */
  public ZoneId zone() {
    return time.getZone();
  }

  /** Its zone's name as Luxon writes it. */
  public String zoneName() {
    return Zones.name(zone());
  }

  /** Milliseconds since 1970; NaN where it is invalid. */
  public double millis() {
    return valid() ? (double) time.toInstant().toEpochMilli() : Double.NaN;
  }

  /** Another moment in the same zone. */
  DateTimeValue at(double millis) {
    return of(millis, zone(), locale);
  }

  /** The same moment in another zone. */
  DateTimeValue in(ZoneId zone) {
    return of(millis(), zone, locale);
  }

  /** The same moment in another language. */
  DateTimeValue in(Locale language) {
    return new DateTimeValue(time, language, invalid);
  }

  /** ISO 8601 with milliseconds and offset; null where it is invalid. */
  public @Nullable String iso() {
    return valid() ? IsoWriting.dateTime(time, IsoWriting.Form.FULL) : null;
  }

  /** Whether two are the same moment, in the same zone and language. */
  boolean same(DateTimeValue other) {
    return valid() && other.valid() && time.equals(other.time) && locale.equals(other.locale);
  }

  @Override
  public ObjectKind<DateTimeValue> kind() {
    return DateTimeKind.KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    if (hint != Hint.STRING) {
      return Numbers.of(millis());
    }
    String iso = iso();
    return iso == null ? "Invalid DateTime" : iso;
  }

  @Override
  public @Nullable Object data() {
    return iso();
  }

  @Override
  public @Nullable Object property(Frame frame, String name) {
    Object value = kind().property(frame, this, name);
    if (valid() || value == Undefined.VALUE || !kind().propertyNames().contains(name)) {
      return value;
    }
    return DateTimeKind.propertyOfInvalid(this, name, value);
  }
}
