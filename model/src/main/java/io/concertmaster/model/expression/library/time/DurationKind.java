package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectKind.Property;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a {@code Duration} can do. */
final class DurationKind {
  static final ObjectKind<DurationValue> KIND =
      new ObjectKind<>("Duration", DurationValue.class, properties(), methods(), Map.of());

  private static final List<Unit> COMMON =
      List.of(
          Unit.YEARS,
          Unit.MONTHS,
          Unit.WEEKS,
          Unit.DAYS,
          Unit.HOURS,
          Unit.MINUTES,
          Unit.SECONDS,
          Unit.MILLISECONDS);

  private DurationKind() {}

  private static Map<String, Property<DurationValue>> properties() {
    Map<String, Property<DurationValue>> p = new HashMap<>();
    for (Unit unit : Unit.values()) {
      p.put(unit.plural(), d -> Numbers.of(d.valid() ? d.get(unit) : Double.NaN));
    }
    p.put("isValid", DurationValue::valid);
    p.put("invalidReason", d -> d.why() == null ? null : d.why().reason());
    p.put("invalidExplanation", d -> d.why() == null ? null : d.why().explanation());
    p.put("locale", d -> d.locale().toLanguageTag());
    p.put("numberingSystem", d -> d.locale().getUnicodeLocaleType("nu"));
    return p;
  }

  private static Map<String, Method<DurationValue>> methods() {
    Map<String, Method<DurationValue>> t = new HashMap<>();
    t.put("toISO", (f, d, a) -> d.iso());
    t.put("toJSON", (f, d, a) -> d.iso());
    t.put("toString", (f, d, a) -> d.valid() ? d.iso() : "Invalid Duration");
    t.put("toMillis", (f, d, a) -> Numbers.of(d.millis()));
    t.put("valueOf", (f, d, a) -> Numbers.of(d.millis()));
    t.put("toObject", (f, d, a) -> d.record());
    t.put("toISOTime", DurationKind::isoTime);
    t.put("toFormat", DurationKind::format);
    t.put(
        "toHuman",
        (f, d, a) -> d.valid() ? DurationText.human(d, Options.at(f, a, 0)) : "Invalid Duration");
    t.put(
        "plus", (f, d, a) -> d.valid() ? d.plus(DurationValue.like(f, Arguments.at(a, 0)), 1) : d);
    t.put(
        "minus",
        (f, d, a) -> d.valid() ? d.plus(DurationValue.like(f, Arguments.at(a, 0)), -1) : d);
    t.put("negate", (f, d, a) -> d.negated());
    t.put("mapUnits", DurationKind::mapped);
    t.put("get", (f, d, a) -> Numbers.of(d.get(Unit.of(Arguments.text(f, a, 0)))));
    t.put("set", (f, d, a) -> set(f, d, Arguments.at(a, 0)));
    t.put("as", (f, d, a) -> as(d, Unit.of(Arguments.text(f, a, 0))));
    t.put("shiftTo", (f, d, a) -> Shifting.shift(d, units(f, a)));
    t.put("shiftToAll", (f, d, a) -> Shifting.shift(d, COMMON));
    t.put("normalize", (f, d, a) -> normalized(d));
    t.put("rescale", (f, d, a) -> withoutZeros(Shifting.shift(normalized(d), COMMON)));
    t.put("removeZeros", (f, d, a) -> withoutZeros(d));
    t.put(
        "equals", (f, d, a) -> Arguments.at(a, 0) instanceof DurationValue other && same(d, other));
    t.put("reconfigure", DurationKind::reconfigured);
    return t;
  }

  private static List<Unit> units(Frame frame, @Nullable Object[] a) {
    return java.util.Arrays.stream(a).map(name -> Unit.of(Conversions.text(frame, name))).toList();
  }

  private static Object as(DurationValue duration, Unit unit) {
    return Numbers.of(
        duration.valid() ? Shifting.shift(duration, List.of(unit)).get(unit) : Double.NaN);
  }

  private static DurationValue normalized(DurationValue duration) {
    EnumMap<Unit, Double> values = new EnumMap<>(Unit.class);
    values.putAll(duration.values());
    Shifting.normalize(values, duration.exact());
    return duration.with(values);
  }

  private static DurationValue withoutZeros(DurationValue duration) {
    EnumMap<Unit, Double> values = new EnumMap<>(Unit.class);
    duration
        .values()
        .forEach((unit, value) -> {
          if (value != 0) {
            values.put(unit, value);
          }
        });
    return duration.with(values);
  }

  private static boolean same(DurationValue one, DurationValue other) {
    for (Unit unit : Unit.values()) {
      if (one.get(unit) != other.get(unit)) {
        return false;
      }
    }
    return one.valid() && other.valid();
  }

  private static Object set(Frame frame, DurationValue duration, @Nullable Object fields) {
    EnumMap<Unit, Double> values = new EnumMap<>(Unit.class);
    values.putAll(duration.values());
    if (fields instanceof JsonObject record) {
      values.putAll(DurationValue.ofUnits(frame, record).values());
    }
    return duration.with(values);
  }

  private static Object mapped(Frame frame, DurationValue duration, @Nullable Object[] a) {
    JsFunction function = Arguments.function(a, 0, "mapUnits");
    EnumMap<Unit, Double> values = new EnumMap<>(Unit.class);
    duration
        .values()
        .forEach((unit, value) -> {
          Object changed =
              function.call(frame, new @Nullable Object[] {Numbers.of(value), unit.plural()});
          values.put(unit, Conversions.number(frame, changed));
        });
    return duration.with(values);
  }

  private static Object format(Frame frame, DurationValue duration, @Nullable Object[] a) {
    if (!duration.valid()) {
      return "Invalid Duration";
    }
    Options options = Options.at(frame, a, 1);
    boolean floor = options.flag("round", true) && options.flag("floor", true);
    String format = Arguments.text(frame, a, 0);
    frame.chargeText(format.length() * 8L);
    return DurationText.format(duration, format, floor);
  }

  private static @Nullable Object isoTime(
      Frame frame, DurationValue duration, @Nullable Object[] a) {
    double millis = duration.millis();
    if (!(millis >= 0 && millis < 86_400_000)) {
      return null;
    }
    Options options = Options.at(frame, a, 0);
    String prefix = options.flag("includePrefix", false) ? "T" : "";
    return prefix
        + IsoWriting.time(
            Instant.ofEpochMilli((long) millis).atZone(ZoneOffset.UTC),
            IsoWriting.Form.of(options).withoutOffset());
  }

  private static Object reconfigured(Frame frame, DurationValue duration, @Nullable Object[] a) {
    Options options = Options.at(frame, a, 0);
    boolean exact =
        options.has("conversionAccuracy")
            ? Objects.equals(options.text("conversionAccuracy"), "longterm")
            : duration.exact();
    return new DurationValue(
        duration.values(), Locales.of(options, duration.locale()), exact, duration.why());
  }
}
