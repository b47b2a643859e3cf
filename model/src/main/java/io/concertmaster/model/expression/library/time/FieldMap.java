package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.node.data.JsonObject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a date that a person names: by month and day, by week, or by the day of the year.
 * Luxon takes names in any case, singular or plural.
 */
final class FieldMap {
  static final List<String> GREGORIAN =
      List.of("year", "month", "day", "hour", "minute", "second", "millisecond");
  private static final List<String> WEEK =
      List.of("weekYear", "weekNumber", "weekday", "hour", "minute", "second", "millisecond");
  private static final List<String> ORDINAL =
      List.of("year", "ordinal", "hour", "minute", "second", "millisecond");
  private static final Map<String, String> NAMES = names();

  private final Map<String, Double> given = new LinkedHashMap<>();
  private WeekFields weeks = Calendar.ISO;

  private FieldMap() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> all =
        List.of(
            "year",
            "quarter",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "millisecond",
            "weekday",
            "weekNumber",
            "weekYear",
            "ordinal",
            "localWeekday",
            "localWeekNumber",
            "localWeekYear");
    for (String name : all) {
      names.put(name.toLowerCase(Locale.ROOT), name);
      if (!name.equals("ordinal")) {
        names.put(name.toLowerCase(Locale.ROOT) + "s", name);
      }
    }
    names.put("weeksnumber", "weekNumber");
    return Map.copyOf(names);
  }

  /** The field of a name in any case, singular or plural. */
  static String name(String name) {
    String found = NAMES.get(name.toLowerCase(Locale.ROOT));
    if (found == null) {
      throw Failure.type("a date has no field '" + name + "'");
    }
    return found;
  }

  static FieldMap of(Frame frame, JsonObject fields, Locale locale) {
    FieldMap map = new FieldMap();
    for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
      if (!Conversions.nullish(field.getValue())) {
        map.given.put(
            name(field.getKey()), DurationValue.finite(frame, field.getValue(), field.getKey()));
      }
    }
    map.useLocalWeeks(locale);
    map.check();
    return map;
  }

  static FieldMap of(Map<String, Double> fields) {
    FieldMap map = new FieldMap();
    map.given.putAll(fields);
    map.check();
    return map;
  }

  private void useLocalWeeks(Locale locale) {
    boolean local = false;
    for (String[] pair :
        new String[][] {
          {"localWeekday", "weekday"},
          {"localWeekNumber", "weekNumber"},
          {"localWeekYear", "weekYear"}
        }) {
      Double value = given.remove(pair[0]);
      if (value != null) {
        local = true;
        if (given.put(pair[1], value) != null) {
          throw Failure.type("weeks of a language and ISO's weeks cannot be mixed");
        }
      }
    }
    if (local) {
      weeks = WeekFields.of(locale);
    }
  }

  private boolean has(String name) {
    return given.containsKey(name);
  }

  private double get(String name) {
    return Objects.requireNonNullElse(given.get(name), 0.0);
  }

  private void check() {
    boolean monthOrDay = has("month") || has("day");
    if ((has("year") || monthOrDay || has("ordinal")) && byWeek()) {
      throw Failure.type("weeks cannot be mixed with a year, month, day or ordinal");
    }
    if (monthOrDay && has("ordinal")) {
      throw Failure.type("an ordinal cannot be mixed with a month or day");
    }
  }

  private boolean byWeek() {
    return get("weekYear") != 0 || get("weekNumber") != 0;
  }

  private boolean gregorian() {
    return has("year") || has("month") || has("day");
  }

  /**
   * The date that the fields make: what is larger than the largest given is now's, what is smaller
   * is as small as can be.
   */
  DateTimeValue date(DateTimeValue now, @Nullable Long specificOffset) {
    boolean weekly = byWeek() || (get("weekday") != 0 && !gregorian());
    List<String> order = weekly ? WEEK : has("ordinal") ? ORDINAL : GREGORIAN;
    Map<String, Double> present = fields(now.time().toLocalDateTime(), weekly);
    boolean found = false;
    Map<String, Double> all = new LinkedHashMap<>(given);
    for (String name : order) {
      if (has(name)) {
        found = true;
      } else {
        double least = order.indexOf(name) >= order.indexOf("hour") ? 0 : 1;
        all.put(name, found ? least : Objects.requireNonNull(present.get(name)));
      }
    }
    FieldMap full = new FieldMap();
    full.given.putAll(all);
    full.weeks = weeks;
    Invalid invalid = full.outOfRange(weekly);
    if (invalid != null) {
      return DateTimeValue.invalid(invalid, now.locale());
    }
    double local = full.local(weekly);
    long guess = specificOffset == null ? DateTimeMath.offset(now) : specificOffset;
    DateTimeValue date =
        Math.abs(local) < DateTimeValue.FARTHEST * 1.01
            ? now.at(Zones.instant(local, guess, now.zone()))
            : now.at(Double.NaN);
    if (get("weekday") != 0
        && gregorian()
        && date.valid()
        && get("weekday") != date.time().getDayOfWeek().getValue()) {
      return DateTimeValue.invalid(
          new Invalid(
              "mismatched weekday",
              "you can't specify both a weekday of "
                  + Numbers.text((Number) Numbers.of(get("weekday")))
                  + " and a date of "
                  + date.iso()),
          now.locale());
    }
    return date;
  }

  /** A date with these fields changed; a day that the month lacks becomes its last. */
  DateTimeValue changed(DateTimeValue date) {
    boolean weekly = has("weekYear") || has("weekNumber") || has("weekday");
    LocalDateTime time = date.time().toLocalDateTime();
    FieldMap mixed = new FieldMap();
    mixed.weeks = weeks;
    mixed.given.putAll(fields(time, weekly));
    if (!weekly && !has("ordinal")) {
      mixed.given.remove("ordinal");
    }
    mixed.given.putAll(given);
    if (!weekly && !has("ordinal") && !has("day")) {
      int last = Calendar.daysInMonth(mixed.get("year"), mixed.get("month"));
      mixed.given.merge("day", (double) last, Math::min);
    }
    return DateTimeMath.atLocal(date, mixed.local(weekly));
  }

  private Map<String, Double> fields(LocalDateTime time, boolean weekly) {
    Map<String, Double> fields = new LinkedHashMap<>();
    LocalDate day = time.toLocalDate();
    if (weekly) {
      fields.put("weekYear", (double) day.get(weeks.weekBasedYear()));
      fields.put("weekNumber", (double) day.get(weeks.weekOfWeekBasedYear()));
      fields.put("weekday", (double) day.get(weeks.dayOfWeek()));
    } else {
      fields.put("year", (double) day.getYear());
      fields.put("month", (double) day.getMonthValue());
      fields.put("day", (double) day.getDayOfMonth());
      fields.put("ordinal", (double) day.getDayOfYear());
    }
    fields.put("hour", (double) time.getHour());
    fields.put("minute", (double) time.getMinute());
    fields.put("second", (double) time.getSecond());
    fields.put("millisecond", Math.floor(time.getNano() / 1e6));
    return fields;
  }

  private double local(boolean weekly) {
    double days =
        weekly
            ? Calendar.daysOfWeek(get("weekYear"), get("weekNumber"), get("weekday"), weeks)
            : has("ordinal")
                ? Calendar.days(get("year"), 1, get("ordinal"))
                : Calendar.days(get("year"), get("month"), get("day"));
    return days * 86_400_000
        + Calendar.millis(
            1970, 1, 1, get("hour"), get("minute"), get("second"), get("millisecond"));
  }

  private @Nullable Invalid outOfRange(boolean weekly) {
    Invalid day =
        weekly
            ? first(
                range("weekYear", "weekYear", -300_000, 300_000),
                range("weekNumber", "week", 1, Calendar.weeksInYear(get("weekYear"), weeks)),
                range("weekday", "weekday", 1, 7))
            : has("ordinal")
                ? first(
                    range("year", "year", -300_000, 300_000),
                    range("ordinal", "ordinal", 1, Calendar.daysInYear(get("year"))),
                    null)
                : first(
                    range("year", "year", -300_000, 300_000),
                    range("month", "month", 1, 12),
                    range("day", "day", 1, Calendar.daysInMonth(get("year"), get("month"))));
    if (day != null) {
      return day;
    }
    boolean midnight =
        get("hour") == 24 && get("minute") == 0 && get("second") == 0 && get("millisecond") == 0;
    Invalid hour = midnight ? null : range("hour", "hour", 0, 23);
    return first(
        hour,
        range("minute", "minute", 0, 59),
        first(range("second", "second", 0, 59), range("millisecond", "millisecond", 0, 999), null));
  }

  private static @Nullable Invalid first(
      @Nullable Invalid a, @Nullable Invalid b, @Nullable Invalid c) {
    return a != null ? a : b != null ? b : c;
  }

  private @Nullable Invalid range(String field, String shown, double least, double most) {
    double value = get(field);
    return value >= least && value <= most && value == Math.rint(value)
        ? null
        : Invalid.range(shown, Numbers.of(value));
  }
}
