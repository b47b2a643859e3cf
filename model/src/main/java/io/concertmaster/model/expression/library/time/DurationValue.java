package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A length of time in units that stay apart, as Luxon's {@code Duration} has it. It never changes.
 *
 * @param values how many of each unit; a unit that is absent counts as 0
 * @param exact whether years and months are converted by their mean length
 * @param why why it is none; null where it is one
 */
public record DurationValue(
    Map<Unit, Double> values, Locale locale, boolean exact, @Nullable Invalid why)
    implements ObjectValue {
  /** A length; the map is copied. */
  public DurationValue {
    EnumMap<Unit, Double> copy = new EnumMap<>(Unit.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /** A length in units. */
  public static DurationValue of(Map<Unit, Double> values) {
    return new DurationValue(values, Locale.US, false, null);
  }

  /** A length in milliseconds. */
  public static DurationValue ofMillis(double millis) {
    return of(Map.of(Unit.MILLISECONDS, millis));
  }

  /** A length that is none. */
  public static DurationValue invalid(String reason) {
    return new DurationValue(Map.of(), Locale.US, false, new Invalid(reason, null));
  }

  /** What stands for a length: a duration, milliseconds, or a record of units. */
  public static DurationValue like(Frame frame, @Nullable Object given) {
    return switch (given) {
      case DurationValue duration -> duration;
      case Number millis -> ofMillis(millis.doubleValue());
      case JsonObject units -> ofUnits(frame, units);
      case null, default ->
          throw Failure.type("a duration is a Duration, milliseconds, or an object of units");
    };
  }

  /** The length that a record of units gives; options of the same record do not count. */
  static DurationValue ofUnits(Frame frame, JsonObject units) {
    EnumMap<Unit, Double> values = new EnumMap<>(Unit.class);
    for (Map.Entry<String, @Nullable Object> field : units.entrySet()) {
      if (!Conversions.nullish(field.getValue())) {
        values.put(Unit.of(field.getKey()), finite(frame, field.getValue(), field.getKey()));
      }
    }
    return of(values);
  }

  /** A number that is one: Luxon takes neither booleans nor the empty text for it. */
  static double finite(Frame frame, @Nullable Object value, String of) {
    double number = Conversions.number(frame, value);
    if (value instanceof Boolean || "".equals(value) || !Double.isFinite(number)) {
      throw Failure.type("'" + of + "' of a date or duration must be a number");
    }
    return number;
  }

  /** Whether it is a length. */
  public boolean valid() {
    return why == null;
  }

  /** How many of a unit, 0 where it is absent. */
  public double get(Unit unit) {
    return Objects.requireNonNullElse(values.get(unit), 0.0);
  }

  /** The same with other values. */
  DurationValue with(Map<Unit, Double> changed) {
    return new DurationValue(changed, locale, exact, why);
  }

  DurationValue plus(DurationValue other, int sign) {
    EnumMap<Unit, Double> sum = new EnumMap<>(Unit.class);
    for (Unit unit : Unit.values()) {
      if (values.containsKey(unit) || other.values.containsKey(unit)) {
        sum.put(unit, get(unit) + sign * other.get(unit));
      }
    }
    return with(sum);
  }

  /** Each value turned around; 0 stays 0. */
  DurationValue negated() {
    EnumMap<Unit, Double> negated = new EnumMap<>(Unit.class);
    values.forEach((unit, value) -> negated.put(unit, value == 0 ? 0.0 : -value));
    return with(negated);
  }

  /** The whole length in milliseconds. */
  public double millis() {
    if (!valid()) {
      return Double.NaN;
    }
    double sum = get(Unit.MILLISECONDS);
    for (Unit unit : Unit.values()) {
      if (unit != Unit.MILLISECONDS && get(unit) != 0) {
        sum += get(unit) * unit.in(Unit.MILLISECONDS, exact);
      }
    }
    return sum;
  }

  /** Its values as a record. */
  public JsonObject record() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    values.forEach((unit, value) -> fields.put(unit.plural(), Numbers.of(value)));
    return JsonObject.copyOf(fields);
  }

  /** ISO 8601, such as {@code P3DT4H}; null where it is invalid. */
  public @Nullable String iso() {
    return valid() ? DurationText.iso(this) : null;
  }

  @Override
  public ObjectKind<DurationValue> kind() {
    return DurationKind.KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    if (hint != Hint.STRING) {
      return Numbers.of(millis());
    }
    String iso = iso();
    return iso == null ? "Invalid Duration" : iso;
  }

  @Override
  public @Nullable Object data() {
    return iso();
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
