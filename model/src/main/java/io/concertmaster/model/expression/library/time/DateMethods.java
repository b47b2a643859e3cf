package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.ObjectKind;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of JavaScript's {@code Date} (ECMA-262 §21.4.4). */
final class DateMethods {
  /** The parts of a date in the order of the setters' arguments. */
  private static final String[] PARTS = {
    "FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"
  };

  static final ObjectKind<DateValue> KIND =
      new ObjectKind<>(
          "Date", DateValue.class, Map.of(), methods(), DateExtensions.table(DateValue.class));

  private DateMethods() {}

  private static Map<String, Method<DateValue>> methods() {
    Map<String, Method<DateValue>> t = new HashMap<>();
    t.put("getTime", (f, d, a) -> Numbers.of(d.millis()));
    t.put("valueOf", (f, d, a) -> Numbers.of(d.millis()));
    t.put("setTime", (f, d, a) -> Numbers.of(d.set(number(f, a, 0))));
    for (int part = 0; part < 7; part++) {
      int at = part;
      for (boolean utc : new boolean[] {false, true}) {
        String name = (utc ? "UTC" : "") + PARTS[part];
        t.put("get" + name, (f, d, a) -> get(f, d, utc, at));
        t.put("set" + name, (f, d, a) -> set(f, d, a, utc, at));
      }
    }
    t.put("getDay", (f, d, a) -> weekday(d, f.scope().machineZone()));
    t.put("getUTCDay", (f, d, a) -> weekday(d, ZoneOffset.UTC));
    t.put("getYear", (f, d, a) -> Numbers.of(part(f, d, false, 0) - 1900));
    t.put("getTimezoneOffset", (f, d, a) -> offset(f, d));
    t.put("toISOString", (f, d, a) -> iso(d));
    t.put("toJSON", (f, d, a) -> d.iso());
    t.put("toString", (f, d, a) -> d.text(f.scope().machineZone()));
    t.put("toDateString", (f, d, a) -> d.valid() ? DateValue.day(local(f, d)) : INVALID);
    t.put("toTimeString", (f, d, a) -> d.valid() ? DateValue.clock(local(f, d)) : INVALID);
    t.put("toUTCString", (f, d, a) -> utc(d));
    t.put("toGMTString", (f, d, a) -> utc(d));
    t.put("toLocaleDateString", (f, d, a) -> localized(f, d, a, "year", "month", "day"));
    t.put("toLocaleTimeString", (f, d, a) -> localized(f, d, a, "hour", "minute", "second"));
    t.put(
        "toLocaleString",
        (f, d, a) -> localized(f, d, a, "year", "month", "day", "hour", "minute", "second"));
    return t;
  }

  private static final String INVALID = "Invalid Date";

  private static double number(Frame frame, @Nullable Object[] a, int position) {
    return Conversions.number(frame, Arguments.at(a, position));
  }

  private static ZonedDateTime local(Frame frame, DateValue date) {
    return date.in(frame.scope().machineZone());
  }

  private static Object get(Frame frame, DateValue date, boolean utc, int part) {
    return Numbers.of(part(frame, date, utc, part));
  }

  private static double part(Frame frame, DateValue date, boolean utc, int part) {
    return date.valid()
        ? parts(date.in(utc ? ZoneOffset.UTC : frame.scope().machineZone()))[part]
        : Double.NaN;
  }

  private static double[] parts(ZonedDateTime time) {
    return new double[] {
      time.getYear(),
      time.getMonthValue() - 1,
      time.getDayOfMonth(),
      time.getHour(),
      time.getMinute(),
      time.getSecond(),
      Math.floor(time.getNano() / 1e6)
    };
  }

  private static Object set(
      Frame frame, DateValue date, @Nullable Object[] a, boolean utc, int first) {
    ZoneId zone = utc ? ZoneOffset.UTC : frame.scope().machineZone();
    if (!date.valid() && first != 0) {
      return Double.NaN;
    }
    double[] parts = date.valid() ? parts(date.in(zone)) : new double[] {1970, 0, 1, 0, 0, 0, 0};
    int last = first < 3 ? 3 : 7;
    for (int i = 0; first + i < last && (i == 0 || i < a.length); i++) {
      parts[first + i] = Shifting.truncated(number(frame, a, i));
    }
    return Numbers.of(date.set(millis(parts, zone)));
  }

  /** The moment at which clocks in a zone show these parts; the month counts from 0. */
  static double millis(double[] p, ZoneId zone) {
    double local = Calendar.millis(p[0], p[1] + 1, p[2], p[3], p[4], p[5], p[6]);
    return Math.abs(local) < DateTimeValue.FARTHEST * 1.01
        ? Zones.instant(local, Zones.offset(zone, local), zone)
        : Double.NaN;
  }

  private static Object weekday(DateValue date, ZoneId zone) {
    return date.valid()
        ? (Object) (long) (date.in(zone).getDayOfWeek().getValue() % 7)
        : Double.NaN;
  }

  private static Object offset(Frame frame, DateValue date) {
    return Numbers.of(
        date.valid() ? 0.0 - local(frame, date).getOffset().getTotalSeconds() / 60.0 : Double.NaN);
  }

  private static Object iso(DateValue date) {
    String iso = date.iso();
    if (iso == null) {
      throw Failure.raised(Kind.RANGE, "toISOString(): this is no valid date");
    }
    return iso;
  }

  private static String utc(DateValue date) {
    if (!date.valid()) {
      return INVALID;
    }
    ZonedDateTime time = date.in(ZoneOffset.UTC);
    return DateTimeFormatter.ofPattern("EEE, dd MMM ", Locale.US).format(time)
        + LocaleText.number(Locale.ROOT, time.getYear(), 4)
        + DateTimeFormatter.ofPattern(" HH:mm:ss 'GMT'", Locale.US).format(time);
  }

  private static Object localized(
      Frame frame, DateValue date, @Nullable Object[] a, String... defaults) {
    if (!date.valid()) {
      return INVALID;
    }
    Options options = Options.at(frame, a, 1);
    frame.charge(500);
    Locale locale = Locales.argument(frame, Arguments.at(a, 0));
    ZoneId zone =
        options.has("timeZone")
            ? Zones.of(frame, options.get("timeZone"))
            : frame.scope().machineZone();
    if (zone == null) {
      throw Failure.raised(Kind.RANGE, "there is no time zone " + options.text("timeZone"));
    }
    return IntlDate.of(options, defaults).format(date.in(zone), locale);
  }
}
