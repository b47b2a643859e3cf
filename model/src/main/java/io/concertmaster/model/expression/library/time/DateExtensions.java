package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * n8n's methods of dates, the same for a {@code DateTime} and JavaScript's {@code Date}: those that
 * give a date give one of the kind that they were asked of.
 */
public final class DateExtensions {
  private static final Map<String, Method<ObjectValue>> TABLE = fill();
  private static final Pattern FULL_ISO =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");

  private DateExtensions() {}

  /** The methods by name. */
  public static Map<String, Method<ObjectValue>> table() {
    return TABLE;
  }

  static <T extends ObjectValue> Map<String, Method<T>> table(Class<T> type) {
    Map<String, Method<T>> typed = new HashMap<>();
    fill().forEach((name, method) -> typed.put(name, (f, s, a) -> method.call(f, s, a)));
    return typed;
  }

  /** Whether a text is a date in the form that JSON has it, so that n8n takes it for one. */
  public static boolean isDate(String text) {
    return text.length() == 24 && FULL_ISO.matcher(text).matches();
  }

  /** The date that such a text is. */
  public static DateValue date(Frame frame, String text) {
    return DateValue.of(frame, DateFunctions.parse(frame, text));
  }

  private static Map<String, Method<ObjectValue>> fill() {
    Map<String, Method<ObjectValue>> t = new HashMap<>();
    t.put("beginningOf", DateExtensions::beginningOf);
    t.put("endOfMonth", DateExtensions::endOfMonth);
    t.put("extract", DateExtensions::extract);
    t.put("isBetween", DateExtensions::isBetween);
    t.put("isDst", (f, s, a) -> DateTimeKind.inSummerTime(of(f, s).time()));
    t.put("isInLast", DateExtensions::isInLast);
    t.put("isWeekend", (f, s, a) -> DateTimeKind.weekend(of(f, s)));
    t.put("plus", (f, s, a) -> shifted(f, s, a, 1));
    t.put("minus", (f, s, a) -> shifted(f, s, a, -1));
    t.put("format", DateExtensions::format);
    t.put("toDateTime", (f, s, a) -> of(f, s));
    t.put("diffTo", DateExtensions::diffTo);
    t.put("diffToNow", DateExtensions::diffToNow);
    t.put("toInt", (f, s, a) -> Numbers.of(of(f, s).millis()));
    t.put("toFloat", (f, s, a) -> Numbers.of(of(f, s).millis()));
    t.put("toNumber", (f, s, a) -> Numbers.of(of(f, s).millis()));
    t.put("toBoolean", (f, s, a) -> Undefined.VALUE);
    t.put("isEmpty", (f, s, a) -> false);
    t.put("isNotEmpty", (f, s, a) -> true);
    return Map.copyOf(t);
  }

  private static DateTimeValue of(Frame frame, ObjectValue self) {
    return switch (self) {
      case DateTimeValue date -> date;
      case DateValue date when date.valid() ->
          DateTimeValue.of(date.millis(), Zones.standard(frame), Locale.US);
      default -> DateTimeValue.invalid(new Invalid("invalid input", null), Locale.US);
    };
  }

  /** A date of the receiver's kind. */
  private static Object like(Frame frame, ObjectValue self, DateTimeValue date) {
    return self instanceof DateValue ? DateValue.of(frame, date.millis()) : date;
  }

  private static Failure failed(String message) {
    return Failure.raised(Kind.TYPE, message);
  }

  private static Object beginningOf(Frame frame, ObjectValue self, @Nullable Object[] a) {
    String unit = a.length > 0 ? Arguments.text(frame, a, 0) : "week";
    return like(frame, self, DateTimeMath.startOf(of(frame, self), Unit.of(unit), false));
  }

  private static Object endOfMonth(Frame frame, ObjectValue self, @Nullable Object[] a) {
    return like(frame, self, DateTimeMath.endOf(of(frame, self), Unit.MONTHS, false));
  }

  private static @Nullable Object extract(Frame frame, ObjectValue self, @Nullable Object[] a) {
    String part = a.length > 0 ? Arguments.text(frame, a, 0) : "week";
    DateTimeValue date = of(frame, self);
    String field =
        switch (part.toLowerCase(Locale.ROOT)) {
          case "week", "weeks" -> "weekNumber";
          case "yeardaynumber" -> "ordinal";
          case "weekdaynumber" -> "weekday";
          default -> {
            Unit unit = Unit.find(part);
            yield unit == null ? part : unit.singular();
          }
        };
    Object value = date.property(frame, field);
    if (value == Undefined.VALUE) {
      return null;
    }
    return value;
  }

  private static Object isBetween(Frame frame, ObjectValue self, @Nullable Object[] a) {
    if (a.length != 2) {
      throw failed("isBetween() needs exactly two dates");
    }
    DateTimeValue one = argument(frame, a[0]);
    DateTimeValue other = argument(frame, a[1]);
    if (one == null || other == null) {
      return Undefined.VALUE;
    }
    double first = Math.min(one.millis(), other.millis());
    double last = Math.max(one.millis(), other.millis());
    double here = of(frame, self).millis();
    return first < here && here < last;
  }

  /** A date out of what was given for one; null where it is none. */
  private static @Nullable DateTimeValue argument(Frame frame, @Nullable Object given) {
    return switch (given) {
      case DateTimeValue date -> date;
      case DateValue date -> of(frame, date);
      case String text -> DateTimeFunctions.guess(frame, text);
      case null, default -> null;
    };
  }

  private static Object isInLast(Frame frame, ObjectValue self, @Nullable Object[] a) {
    double count = a.length > 0 ? Conversions.number(frame, a[0]) : 0;
    Unit unit = a.length > 1 ? Unit.of(Arguments.text(frame, a, 1)) : Unit.MINUTES;
    DateTimeValue now = DateTimeValue.now(frame);
    DateTimeValue past = DateTimeMath.plus(now, DurationValue.of(Map.of(unit, count)), -1);
    double here = of(frame, self).millis();
    return past.millis() <= here && here <= now.millis();
  }

  private static Object shifted(Frame frame, ObjectValue self, @Nullable Object[] a, int sign) {
    Object amount = Arguments.at(a, 0);
    if (amount instanceof String text) {
      amount = Numbers.of(Conversions.number(frame, text));
    }
    DurationValue length;
    if (amount instanceof Number number) {
      String unit = Arguments.has(a, 1) ? Arguments.text(frame, a, 1) : "milliseconds";
      Unit found = Unit.find(unit);
      if (found == null) {
        throw failed("plus() and minus() know no unit of time '" + unit + "'");
      }
      length = DurationValue.of(Map.of(found, number.doubleValue()));
    } else {
      length = DurationValue.like(frame, amount);
    }
    return like(frame, self, DateTimeMath.plus(of(frame, self), length, sign));
  }

  private static Object format(Frame frame, ObjectValue self, @Nullable Object[] a) {
    String format = Arguments.has(a, 0) ? Arguments.text(frame, a, 0) : "yyyy-MM-dd";
    DateTimeValue date = of(frame, self);
    return TokenFormat.format(
        frame, date, format, Locales.of(Options.at(frame, a, 1), date.locale()));
  }

  private static Object diffTo(Frame frame, ObjectValue self, @Nullable Object[] a) {
    DateTimeValue other = argument(frame, Arguments.at(a, 0));
    if (other == null) {
      throw failed("diffTo() needs a date: a DateTime, a Date or a text such as 2026-01-31");
    }
    return difference(of(frame, self), other, units(frame, Arguments.at(a, 1)), a, 1);
  }

  private static Object diffToNow(Frame frame, ObjectValue self, @Nullable Object[] a) {
    DateTimeValue now = DateTimeValue.now(frame);
    return difference(now, of(frame, self), units(frame, Arguments.at(a, 0)), a, 0);
  }

  private static Object difference(
      DateTimeValue date,
      DateTimeValue other,
      List<Unit> units,
      @Nullable Object[] a,
      int position) {
    DurationValue found = DateTimeMath.diff(date, other, units);
    return Arguments.at(a, position) instanceof JsonArray
        ? found.record()
        : Numbers.of(found.valid() ? found.get(units.getFirst()) : Double.NaN);
  }

  private static List<Unit> units(Frame frame, @Nullable Object given) {
    List<@Nullable Object> names = new ArrayList<>();
    if (given instanceof JsonArray list) {
      names.addAll(list);
    } else {
      names.add(given == Undefined.VALUE ? "days" : given);
    }
    List<Unit> units = new ArrayList<>();
    for (Object name : names) {
      Unit unit = name instanceof JsonObject ? null : Unit.find(Conversions.text(frame, name));
      if (unit == null) {
        throw failed(
            "there is no unit of time '"
                + Conversions.text(frame, name)
                + "': use milliseconds, seconds, minutes, hours, days, weeks, months, quarters or"
                + " years");
      }
      units.add(unit);
    }
    return units;
  }
}
