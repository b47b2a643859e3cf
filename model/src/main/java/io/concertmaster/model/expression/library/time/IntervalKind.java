package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectKind.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an {@code Interval} can do. */
final class IntervalKind {
  static final ObjectKind<IntervalValue> KIND =
      new ObjectKind<>("Interval", IntervalValue.class, properties(), methods(), Map.of());

  private static final String INVALID = "Invalid Interval";

  private IntervalKind() {}

  private static Map<String, Property<IntervalValue>> properties() {
    Map<String, Property<IntervalValue>> p = new HashMap<>();
    p.put("start", i -> i.valid() ? i.start() : null);
    p.put("end", i -> i.valid() ? i.end() : null);
    p.put("lastDateTime", i -> i.valid() ? i.end().at(i.end().millis() - 1) : null);
    p.put("isValid", IntervalValue::valid);
    p.put("invalidReason", i -> i.why() == null ? null : i.why().reason());
    p.put("invalidExplanation", i -> i.why() == null ? null : i.why().explanation());
    return p;
  }

  private static Map<String, Method<IntervalValue>> methods() {
    Map<String, Method<IntervalValue>> t = new HashMap<>(IntervalSets.table());
    t.put("length", (f, i, a) -> length(i, unit(f, a)));
    t.put("count", IntervalKind::count);
    t.put("hasSame", (f, i, a) -> hasSame(i, Unit.of(Arguments.text(f, a, 0))));
    t.put("isEmpty", (f, i, a) -> i.start().millis() == i.end().millis());
    t.put("isAfter", (f, i, a) -> i.valid() && i.start().millis() > moment(f, a));
    t.put("isBefore", (f, i, a) -> i.valid() && i.end().millis() <= moment(f, a));
    t.put("contains", (f, i, a) -> contains(i, moment(f, a)));
    t.put("set", IntervalKind::set);
    t.put("toString", (f, i, a) -> i.primitive(Conversions.Hint.STRING));
    t.put(
        "toISO",
        (f, i, a) -> {
          IsoWriting.Form form = IsoWriting.Form.of(Options.at(f, a, 0));
          return joined(i, "/", d -> IsoWriting.dateTime(d.time(), form));
        });
    t.put(
        "toISODate",
        (f, i, a) -> joined(i, "/", d -> IsoWriting.date(d.time(), IsoWriting.Form.FULL)));
    t.put(
        "toISOTime",
        (f, i, a) -> {
          IsoWriting.Form form = IsoWriting.Form.of(Options.at(f, a, 0));
          return joined(i, "/", d -> IsoWriting.time(d.time(), form));
        });
    t.put("toFormat", IntervalKind::format);
    t.put("toLocaleString", IntervalKind::localeString);
    t.put("toDuration", IntervalKind::duration);
    t.put("mapEndpoints", IntervalKind::mapped);
    return t;
  }

  private interface Writer {
    String write(DateTimeValue date);
  }

  private static String joined(IntervalValue interval, String between, Writer writer) {
    return interval.valid()
        ? writer.write(interval.start()) + between + writer.write(interval.end())
        : INVALID;
  }

  private static Unit unit(Frame frame, @Nullable Object[] a) {
    return Arguments.has(a, 0) ? Unit.of(Arguments.text(frame, a, 0)) : Unit.MILLISECONDS;
  }

  private static double moment(Frame frame, @Nullable Object[] a) {
    return Conversions.number(frame, Arguments.at(a, 0));
  }

  static boolean contains(IntervalValue interval, double millis) {
    return interval.valid()
        && interval.start().millis() <= millis
        && interval.end().millis() > millis;
  }

  private static Object length(IntervalValue interval, Unit unit) {
    return Numbers.of(
        interval.valid()
            ? DateTimeMath.diff(interval.end(), interval.start(), List.of(unit)).get(unit)
            : Double.NaN);
  }

  private static Object count(Frame frame, IntervalValue interval, @Nullable Object[] a) {
    if (!interval.valid()) {
      return Double.NaN;
    }
    Unit unit = unit(frame, a);
    DateTimeValue start = DateTimeMath.startOf(interval.start(), unit, false);
    DateTimeValue end = DateTimeMath.startOf(interval.end(), unit, false);
    double whole = Math.floor(DateTimeMath.diff(end, start, List.of(unit)).get(unit));
    return Numbers.of(whole + (end.millis() == interval.end().millis() ? 0 : 1));
  }

  private static Object hasSame(IntervalValue interval, Unit unit) {
    if (!interval.valid()) {
      return false;
    }
    double last = interval.end().millis() - 1;
    return interval.start().millis() == interval.end().millis()
        || DateTimeMath.startOf(interval.start(), unit, false).millis()
            == DateTimeMath.startOf(interval.end().at(last), unit, false).millis();
  }

  private static Object set(Frame frame, IntervalValue interval, @Nullable Object[] a) {
    Options options = Options.at(frame, a, 0);
    return IntervalValue.of(
        options.get("start") instanceof DateTimeValue start ? start : interval.start(),
        options.get("end") instanceof DateTimeValue end ? end : interval.end());
  }

  private static Object format(Frame frame, IntervalValue interval, @Nullable Object[] a) {
    String between = Options.at(frame, a, 1).text("separator", " – ");
    String format = Arguments.text(frame, a, 0);
    return joined(interval, between, d -> TokenFormat.format(frame, d, format, d.locale()));
  }

  private static Object localeString(Frame frame, IntervalValue interval, @Nullable Object[] a) {
    IntlDate choice = IntlDate.of(Options.at(frame, a, 0), "year", "month", "day");
    return joined(interval, " – ", d -> choice.format(d, d.locale()));
  }

  private static Object duration(Frame frame, IntervalValue interval, @Nullable Object[] a) {
    return interval.why() == null
        ? DateTimeMath.diff(
            interval.end(), interval.start(), DateTimeMethods.units(frame, Arguments.at(a, 0)))
        : DurationValue.invalid(interval.why().reason());
  }

  private static Object mapped(Frame frame, IntervalValue interval, @Nullable Object[] a) {
    JsFunction function = Arguments.function(a, 0, "mapEndpoints");
    Object start = function.call(frame, new @Nullable Object[] {interval.start()});
    Object end = function.call(frame, new @Nullable Object[] {interval.end()});
    if (start instanceof DateTimeValue from && end instanceof DateTimeValue to) {
      return IntervalValue.of(from, to);
    }
    throw Failure.type("mapEndpoints needs a function that gives DateTimes");
  }
}
