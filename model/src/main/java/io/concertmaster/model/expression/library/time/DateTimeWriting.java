package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.library.time.IsoWriting.Form;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of a {@code DateTime} that write it: as text, number or record. */
final class DateTimeWriting {
  private DateTimeWriting() {}

  static Map<String, Method<DateTimeValue>> table() {
    Map<String, Method<DateTimeValue>> t = new HashMap<>();
    t.put("toFormat", DateTimeWriting::format);
    t.put("toLocaleString", DateTimeWriting::localeString);
    t.put("toISO", (f, d, a) -> iso(d, Form.of(Options.at(f, a, 0))));
    t.put("toISODate", DateTimeWriting::isoDate);
    t.put("toISOTime", DateTimeWriting::isoTime);
    t.put("toISOWeekDate", (f, d, a) -> tech(f, d, "kkkk-'W'WW-c"));
    t.put("toString", (f, d, a) -> d.valid() ? d.iso() : "Invalid DateTime");
    t.put("toJSON", (f, d, a) -> d.iso());
    t.put("toRFC2822", (f, d, a) -> tech(f, d, "EEE, dd LLL yyyy HH:mm:ss ZZZ"));
    t.put("toHTTP", (f, d, a) -> tech(f, utc(d), "EEE, dd LLL yyyy HH:mm:ss 'GMT'"));
    t.put("toSQLDate", (f, d, a) -> d.valid() ? IsoWriting.date(d.time(), Form.FULL) : null);
    t.put("toSQLTime", (f, d, a) -> sqlTime(f, d, Options.at(f, a, 0)));
    t.put(
        "toSQL",
        (f, d, a) ->
            d.valid()
                ? IsoWriting.date(d.time(), Form.FULL) + " " + sqlTime(f, d, Options.at(f, a, 0))
                : null);
    t.put("toMillis", (f, d, a) -> Numbers.of(d.millis()));
    t.put("valueOf", (f, d, a) -> Numbers.of(d.millis()));
    t.put("toSeconds", (f, d, a) -> Numbers.of(d.millis() / 1000));
    t.put("toUnixInteger", (f, d, a) -> Numbers.of(Math.floor(d.millis() / 1000)));
    t.put("toJSDate", (f, d, a) -> DateValue.of(f, d.millis()));
    t.put("toBSON", (f, d, a) -> DateValue.of(f, d.millis()));
    t.put("toObject", DateTimeWriting::record);
    t.put("toRelative", (f, d, a) -> Relative.relative(f, d, Options.at(f, a, 0)));
    t.put("toRelativeCalendar", (f, d, a) -> Relative.calendar(f, d, Options.at(f, a, 0)));
    return t;
  }

  private static DateTimeValue utc(DateTimeValue date) {
    return date.valid() ? date.in(ZoneOffset.UTC) : date;
  }

  private static Object format(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    Locale locale = Locales.of(Options.at(frame, a, 1), date.locale());
    return TokenFormat.format(frame, date, Arguments.text(frame, a, 0), locale);
  }

  private static @Nullable String tech(Frame frame, DateTimeValue date, String format) {
    return date.valid() ? TokenFormat.format(frame, date, format, Locale.US, true) : null;
  }

  private static Object localeString(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    Options options = Options.at(frame, a, 0);
    frame.charge(500);
    Locale locale = Locales.of(Options.at(frame, a, 1), Locales.of(options, date.locale()));
    return IntlDate.of(options, "year", "month", "day").format(date, locale);
  }

  private static @Nullable String iso(DateTimeValue date, Form form) {
    return date.valid() ? IsoWriting.dateTime(date.time(), form) : null;
  }

  private static @Nullable String isoDate(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    return date.valid() ? IsoWriting.date(date.time(), Form.of(Options.at(frame, a, 0))) : null;
  }

  private static @Nullable String isoTime(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    Options options = Options.at(frame, a, 0);
    return date.valid()
        ? (options.flag("includePrefix", false) ? "T" : "")
            + IsoWriting.time(date.time(), Form.of(options))
        : null;
  }

  private static @Nullable String sqlTime(Frame frame, DateTimeValue date, Options options) {
    boolean zone = options.flag("includeZone", false);
    boolean offset = options.flag("includeOffset", true);
    String space = options.flag("includeOffsetSpace", true) ? " " : "";
    String end = zone ? space + "z" : offset ? space + "ZZ" : "";
    return tech(frame, date, "HH:mm:ss.SSS" + end);
  }

  private static Object record(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    if (!date.valid()) {
      return JsonObject.empty();
    }
    JsonObject.Builder record = JsonObject.builder();
    for (String field : FieldMap.GREGORIAN) {
      record.put(field, date.property(frame, field));
    }
    if (Options.at(frame, a, 0).flag("includeConfig", false)) {
      for (String field : new String[] {"outputCalendar", "numberingSystem", "locale"}) {
        record.put(field, date.property(frame, field));
      }
    }
    return record.build();
  }
}
