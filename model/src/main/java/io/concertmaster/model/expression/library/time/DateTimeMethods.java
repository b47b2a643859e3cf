package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of a {@code DateTime} that give another date, a length or a comparison. */
final class DateTimeMethods {
  private DateTimeMethods() {}

  static Map<String, Method<DateTimeValue>> table() {
    Map<String, Method<DateTimeValue>> t = new HashMap<>();
    t.put("plus", (f, d, a) -> DateTimeMath.plus(d, length(f, a), 1));
    t.put("minus", (f, d, a) -> DateTimeMath.plus(d, length(f, a), -1));
    t.put("set", (f, d, a) -> set(f, d, Arguments.at(a, 0)));
    t.put("startOf", (f, d, a) -> DateTimeMath.startOf(d, unit(f, a), localeWeeks(f, a)));
    t.put("endOf", (f, d, a) -> DateTimeMath.endOf(d, unit(f, a), localeWeeks(f, a)));
    t.put("setZone", DateTimeMethods::setZone);
    t.put("toUTC", DateTimeMethods::toUtc);
    t.put("toLocal", (f, d, a) -> d.in(Zones.standard(f)));
    t.put("setLocale", (f, d, a) -> d.in(Locales.of(Arguments.text(f, a, 0))));
    t.put("reconfigure", (f, d, a) -> d.in(Locales.of(Options.at(f, a, 0), d.locale())));
    t.put("get", DateTimeMethods::get);
    t.put("diff", (f, d, a) -> DateTimeMath.diff(d, other(a, 0), units(f, Arguments.at(a, 1))));
    t.put(
        "diffNow",
        (f, d, a) -> DateTimeMath.diff(d, DateTimeValue.now(f), units(f, Arguments.at(a, 0))));
    t.put("until", (f, d, a) -> IntervalValue.of(d, other(a, 0)));
    t.put("hasSame", DateTimeMethods::hasSame);
    t.put(
        "equals", (f, d, a) -> Arguments.at(a, 0) instanceof DateTimeValue other && d.same(other));
    t.put("getPossibleOffsets", DateTimeMethods::possibleOffsets);
    t.put("resolvedLocaleOptions", (f, d, a) -> resolved(d));
    return t;
  }

  /** What {@code plus} and {@code minus} take: a length, with or without a unit behind it. */
  private static DurationValue length(Frame frame, @Nullable Object[] a) {
    return DurationValue.like(frame, Arguments.at(a, 0));
  }

  static DateTimeValue set(Frame frame, DateTimeValue date, @Nullable Object fields) {
    if (!date.valid()) {
      return date;
    }
    JsonObject record = fields instanceof JsonObject given ? given : JsonObject.empty();
    return FieldMap.of(frame, record, date.locale()).changed(date);
  }

  private static Unit unit(Frame frame, @Nullable Object[] a) {
    return Unit.of(Arguments.text(frame, a, 0));
  }

  private static boolean localeWeeks(Frame frame, @Nullable Object[] a) {
    return Options.at(frame, a, 1).flag("useLocaleWeeks", false);
  }

  /** A unit or a list of them; milliseconds where none is named. */
  static List<Unit> units(Frame frame, @Nullable Object given) {
    List<Unit> units = new ArrayList<>();
    switch (given) {
      case JsonArray list ->
          list.forEach(name -> units.add(Unit.of(Conversions.text(frame, name))));
      case Undefined u -> units.add(Unit.MILLISECONDS);
      case null, default -> units.add(Unit.of(Conversions.text(frame, given)));
    }
    return units;
  }

  static DateTimeValue other(@Nullable Object[] a, int position) {
    if (Arguments.at(a, position) instanceof DateTimeValue other) {
      return other;
    }
    if (Arguments.at(a, position) instanceof DateValue date) {
      return DateTimeValue.of(date.millis(), ZoneOffset.UTC, Locale.US);
    }
    throw Failure.type("a DateTime is needed here");
  }

  private static Object setZone(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    ZoneId zone = Zones.of(frame, Arguments.at(a, 0));
    if (zone == null) {
      return DateTimeValue.invalid(
          new Invalid(
              "unsupported zone",
              "the zone \"" + Arguments.text(frame, a, 0) + "\" is not supported"),
          date.locale());
    }
    Options options = Options.at(frame, a, 1);
    boolean keep = options.flag("keepLocalTime", false) || options.flag("keepCalendarTime", false);
    return moved(date, zone, keep);
  }

  /** The same moment in another zone, or with {@code keep} the same time on its clocks. */
  static DateTimeValue moved(DateTimeValue date, ZoneId zone, boolean keep) {
    if (!date.valid()) {
      return date;
    }
    if (!keep) {
      return date.in(zone);
    }
    double local = DateTimeMath.local(date.time().toLocalDateTime());
    long guess = Zones.offset(zone, date.millis());
    return DateTimeValue.of(Zones.instant(local, guess, zone), zone, date.locale());
  }

  private static Object toUtc(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    ZoneId zone = Zones.fixed(Conversions.number(frame, a.length == 0 ? 0L : a[0]));
    boolean keep = Options.at(frame, a, 1).flag("keepLocalTime", false);
    return moved(date, zone == null ? ZoneOffset.UTC : zone, keep);
  }

  private static @Nullable Object get(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    return date.property(frame, Arguments.text(frame, a, 0));
  }

  private static Object hasSame(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    DateTimeValue other = other(a, 0);
    if (!date.valid() || !other.valid()) {
      return false;
    }
    Unit unit = Unit.of(Arguments.text(frame, a, 1));
    boolean locale = Options.at(frame, a, 2).flag("useLocaleWeeks", false);
    DateTimeValue here = moved(date, other.zone(), true);
    return DateTimeMath.startOf(here, unit, locale).millis() <= other.millis()
        && other.millis() <= DateTimeMath.endOf(here, unit, locale).millis();
  }

  private static Object possibleOffsets(Frame frame, DateTimeValue date, @Nullable Object[] a) {
    List<@Nullable Object> all = new ArrayList<>();
    if (date.valid()) {
      java.time.LocalDateTime local = date.time().toLocalDateTime();
      date.zone()
          .getRules()
          .getValidOffsets(local)
          .forEach(offset -> all.add(date.at((double) local.toInstant(offset).toEpochMilli())));
    }
    return all.size() < 2
        ? JsonArray.ofValues(new @Nullable Object[] {date})
        : JsonArray.ofValues(all.toArray());
  }

  private static Object resolved(DateTimeValue date) {
    return JsonObject.of(
            "locale", date.locale().stripExtensions().toLanguageTag(), "numberingSystem", "latn")
        .with("outputCalendar", "gregory");
  }

  /** A number as Luxon gives it. */
  static Object number(double number) {
    return Numbers.of(number);
  }
}
