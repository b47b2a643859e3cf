package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code DateTime} itself can do: make dates. */
public final class DateTimeFunctions {
  private DateTimeFunctions() {}

  /** The global {@code DateTime}. */
  public static Namespace namespace() {
    return new Namespace.Callable(
        "DateTime", members(), null, null, value -> value instanceof DateTimeValue);
  }

  private static Map<String, Object> members() {
    Map<String, Object> m = new HashMap<>();
    put(m, "now", (f, a) -> DateTimeValue.now(f));
    put(m, "local", (f, a) -> ofParts(f, a, false));
    put(m, "utc", (f, a) -> ofParts(f, a, true));
    put(m, "fromMillis", (f, a) -> ofNumber(f, a, 1));
    put(m, "fromSeconds", (f, a) -> ofNumber(f, a, 1000));
    put(m, "fromJSDate", DateTimeFunctions::ofDate);
    put(m, "fromObject", DateTimeFunctions::ofObject);
    put(m, "fromISO", (f, a) -> read(f, a, "ISO 8601", DateReading::iso));
    put(m, "fromSQL", (f, a) -> read(f, a, "SQL", DateReading::sql));
    put(m, "fromRFC2822", (f, a) -> read(f, a, "RFC 2822", DateReading::mail));
    put(m, "fromHTTP", (f, a) -> read(f, a, "HTTP", DateReading::http));
    put(m, "fromFormat", TokenReading::read);
    put(m, "fromString", TokenReading::read);
    put(m, "isDateTime", (f, a) -> Arguments.at(a, 0) instanceof DateTimeValue);
    put(m, "min", (f, a) -> extreme(a, true));
    put(m, "max", (f, a) -> extreme(a, false));
    put(m, "invalid", DateTimeFunctions::invalid);
    for (String[] preset : IntlPresets.ALL) {
      m.put(preset[0], IntlPresets.options(preset[1]));
    }
    return m;
  }

  private static void put(Map<String, Object> members, String name, JsFunction function) {
    members.put(name, function);
  }

  static DateTimeValue unknownZone(@Nullable Object zone, Locale locale) {
    return DateTimeValue.invalid(
        new Invalid("unsupported zone", "the zone \"" + zone + "\" is not supported"), locale);
  }

  private static Object ofParts(Frame frame, @Nullable Object[] a, boolean utc) {
    boolean hasOptions = a.length > 0 && a[a.length - 1] instanceof JsonObject;
    Options options = hasOptions ? Options.at(frame, a, a.length - 1) : Options.at(frame, a, 99);
    Locale locale = Locales.of(options, Locale.US);
    ZoneId zone = utc ? java.time.ZoneOffset.UTC : Zones.of(frame, options.get("zone"));
    if (zone == null) {
      return unknownZone(options.get("zone"), locale);
    }
    int count = a.length - (hasOptions ? 1 : 0);
    DateTimeValue now = DateTimeValue.of(frame.scope().now(), zone, locale);
    if (count == 0 || !Arguments.has(a, 0)) {
      return now;
    }
    Map<String, Double> fields = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(count, FieldMap.GREGORIAN.size()); i++) {
      if (Arguments.has(a, i)) {
        fields.put(
            FieldMap.GREGORIAN.get(i),
            io.concertmaster.model.expression.runtime.Conversions.number(frame, a[i]));
      }
    }
    return FieldMap.of(fields).date(now, null);
  }

  private static Object ofNumber(Frame frame, @Nullable Object[] a, double factor) {
    if (!(Arguments.at(a, 0) instanceof Number number)) {
      throw Failure.type("a DateTime is made from a number here");
    }
    Options options = Options.at(frame, a, 1);
    Locale locale = Locales.of(options, Locale.US);
    ZoneId zone = Zones.of(frame, options.get("zone"));
    return zone == null
        ? unknownZone(options.get("zone"), locale)
        : DateTimeValue.of(number.doubleValue() * factor, zone, locale);
  }

  private static Object ofDate(Frame frame, @Nullable Object[] a) {
    Options options = Options.at(frame, a, 1);
    Locale locale = Locales.of(options, Locale.US);
    if (!(Arguments.at(a, 0) instanceof DateValue date) || Double.isNaN(date.millis())) {
      return DateTimeValue.invalid(new Invalid("invalid input", null), locale);
    }
    ZoneId zone = Zones.of(frame, options.get("zone"));
    return zone == null
        ? unknownZone(options.get("zone"), locale)
        : DateTimeValue.of(date.millis(), zone, locale);
  }

  private static Object ofObject(Frame frame, @Nullable Object[] a) {
    Options options = Options.at(frame, a, 1);
    Locale locale = Locales.of(options, Locale.US);
    ZoneId zone = Zones.of(frame, options.get("zone"));
    if (zone == null) {
      return unknownZone(options.get("zone"), locale);
    }
    JsonObject fields = Arguments.at(a, 0) instanceof JsonObject given ? given : JsonObject.empty();
    DateTimeValue now = DateTimeValue.of(frame.scope().now(), zone, locale);
    return FieldMap.of(frame, fields, locale).date(now, null);
  }

  /** Reads a text of a kind; null where it is none. */
  interface Reader {
    DateReading.@Nullable Read read(String text);
  }

  private static Object read(Frame frame, @Nullable Object[] a, String format, Reader reader) {
    String text = Arguments.text(frame, a, 0);
    frame.charge(10 + text.length());
    return dated(frame, Options.at(frame, a, 1), text, format, reader.read(text), null);
  }

  /** The date for what was read, in the zone that options or the text name. */
  static DateTimeValue dated(
      Frame frame,
      Options options,
      String text,
      String format,
      DateReading.@Nullable Read read,
      @Nullable Long offset) {
    Locale locale = Locales.of(options, Locale.US);
    ZoneId wanted = Zones.of(frame, options.get("zone"));
    if (wanted == null) {
      return unknownZone(options.get("zone"), locale);
    }
    if (read == null || (read.fields().isEmpty() && read.zone() == null)) {
      return DateTimeValue.invalid(Invalid.unparsable(text, format), locale);
    }
    if (!read.known()) {
      return unknownZone(text, locale);
    }
    ZoneId zone = read.zone() == null ? wanted : read.zone();
    DateTimeValue now = DateTimeValue.of(frame.scope().now(), zone, locale);
    DateTimeValue date = FieldMap.of(read.fields()).date(now, offset);
    return options.flag("setZone", false) || !date.valid() ? date : date.in(wanted);
  }

  /**
   * A date out of any text that is one: ISO 8601, HTTP, RFC 2822, SQL, or what JavaScript's Date
   * reads; null where it is none.
   */
  static @Nullable DateTimeValue guess(Frame frame, String given) {
    String text = given.strip();
    Options keepZone = new Options(frame, JsonObject.of("setZone", true));
    List<Reader> readers =
        List.of(DateReading::iso, DateReading::http, DateReading::mail, DateReading::sql);
    for (Reader reader : readers) {
      DateTimeValue date = dated(frame, keepZone, text, "", reader.read(text), null);
      if (date.valid()) {
        return date;
      }
    }
    double millis = DateText.parse(text, frame.scope().machineZone());
    return Double.isNaN(millis) ? null : DateTimeValue.of(millis, Zones.standard(frame), Locale.US);
  }

  private static Object extreme(@Nullable Object[] a, boolean least) {
    @Nullable Object[] given = a.length == 1 && a[0] instanceof JsonArray list ? list.toArray() : a;
    DateTimeValue found = null;
    for (Object one : given) {
      if (!(one instanceof DateTimeValue date)) {
        throw Failure.type("min and max of DateTime take DateTimes");
      }
      boolean better =
          found == null
              || (least ? date.millis() < found.millis() : date.millis() > found.millis());
      found = better ? date : found;
    }
    return found == null ? io.concertmaster.model.expression.Undefined.VALUE : found;
  }

  private static Object invalid(Frame frame, @Nullable Object[] a) {
    if (!Arguments.has(a, 0)) {
      throw Failure.type("an invalid DateTime needs a reason");
    }
    return DateTimeValue.invalid(
        new Invalid(
            Arguments.text(frame, a, 0), Arguments.has(a, 1) ? Arguments.text(frame, a, 1) : null),
        Locale.US);
  }
}
