package io.concertmaster.model.expression.library.time;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Arithmetic with dates. Larger units than hours count on the zone's calendar, smaller ones in time
 * that passes; a day that a month lacks becomes its last.
 */
final class DateTimeMath {
  private DateTimeMath() {}

  static DateTimeValue plus(DateTimeValue date, DurationValue duration, int sign) {
    if (!date.valid() || !duration.valid()) {
      return date;
    }
    LocalDateTime clock = date.time().toLocalDateTime();
    Map<Unit, Double> rest = new EnumMap<>(Unit.class);
    EnumMap<Unit, Double> whole = new EnumMap<>(Unit.class);
    for (Unit unit : Unit.values()) {
      double value = sign * duration.get(unit);
      boolean calendar = unit.compareTo(Unit.DAYS) <= 0;
      double kept = calendar ? Shifting.truncated(value) : 0;
      whole.put(unit, kept);
      rest.put(unit, value - kept);
    }
    double year = clock.getYear() + of(whole, Unit.YEARS);
    double month = clock.getMonthValue() + of(whole, Unit.MONTHS) + of(whole, Unit.QUARTERS) * 3;
    double day =
        Math.min(clock.getDayOfMonth(), Calendar.daysInMonth(year, month))
            + of(whole, Unit.DAYS)
            + of(whole, Unit.WEEKS) * 7;
    double local =
        Calendar.days(year, month, day) * 86_400_000
            + Math.floor(clock.toLocalTime().toNanoOfDay() / 1e6);
    if (!(Math.abs(local) < DateTimeValue.FARTHEST * 1.01)) {
      return date.at(Double.NaN);
    }
    double millis = Zones.instant(local, offset(date), date.zone());
    return date.at(millis + DurationValue.of(rest).millis());
  }

  private static double of(Map<Unit, Double> values, Unit unit) {
    return Objects.requireNonNullElse(values.get(unit), 0.0);
  }

  /** Milliseconds that a date's clocks are ahead. */
  static long offset(DateTimeValue date) {
    return date.time().getOffset().getTotalSeconds() * 1000L;
  }

  /** The date whose clocks show a time, in the zone of another. */
  static DateTimeValue atLocal(DateTimeValue date, double local) {
    return Math.abs(local) < DateTimeValue.FARTHEST * 1.01
        ? date.at(Zones.instant(local, offset(date), date.zone()))
        : date.at(Double.NaN);
  }

  static DateTimeValue startOf(DateTimeValue date, Unit unit, boolean localeWeeks) {
    if (!date.valid()) {
      return date;
    }
    LocalDateTime t = date.time().toLocalDateTime();
    LocalDateTime day = t.toLocalDate().atStartOfDay();
    LocalDateTime start =
        switch (unit) {
          case YEARS -> day.withDayOfYear(1);
          case QUARTERS -> day.withDayOfMonth(1).withMonth((t.getMonthValue() - 1) / 3 * 3 + 1);
          case MONTHS -> day.withDayOfMonth(1);
          case WEEKS ->
              day.with(
                  java.time.temporal.TemporalAdjusters.previousOrSame(
                      localeWeeks
                          ? java.time.temporal.WeekFields.of(date.locale()).getFirstDayOfWeek()
                          : java.time.DayOfWeek.MONDAY));
          case DAYS -> day;
          case HOURS -> t.truncatedTo(java.time.temporal.ChronoUnit.HOURS);
          case MINUTES -> t.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
          case SECONDS -> t.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
          case MILLISECONDS -> t;
        };
    return atLocal(date, local(start));
  }

  static DateTimeValue endOf(DateTimeValue date, Unit unit, boolean localeWeeks) {
    if (!date.valid()) {
      return date;
    }
    DateTimeValue next = plus(date, DurationValue.of(Map.of(unit, 1.0)), 1);
    DateTimeValue start = startOf(next, unit, localeWeeks);
    return start.at(start.millis() - 1);
  }

  static double local(LocalDateTime time) {
    return time.toLocalDate().toEpochDay() * 86_400_000.0
        + Math.floor(time.toLocalTime().toNanoOfDay() / 1e6);
  }

  /** How far one date is behind another, in units that a person chose. */
  static DurationValue diff(DateTimeValue date, DateTimeValue other, List<Unit> units) {
    if (!date.valid() || !other.valid()) {
      return DurationValue.invalid("created by diffing an invalid DateTime");
    }
    boolean otherIsLater = other.millis() > date.millis();
    DurationValue found = otherIsLater ? between(date, other, units) : between(other, date, units);
    DurationValue named = new DurationValue(found.values(), date.locale(), false, null);
    return otherIsLater ? named.negated() : named;
  }

  private static DurationValue between(
      DateTimeValue earlier, DateTimeValue later, List<Unit> units) {
    EnumMap<Unit, Double> results = new EnumMap<>(Unit.class);
    DateTimeValue cursor = earlier;
    DateTimeValue highWater = earlier;
    Unit lowest = null;
    for (Unit unit : List.of(Unit.YEARS, Unit.QUARTERS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS)) {
      if (!units.contains(unit)) {
        continue;
      }
      lowest = unit;
      results.put(unit, (double) count(unit, cursor, later));
      highWater = plus(earlier, DurationValue.of(results), 1);
      if (highWater.millis() > later.millis()) {
        results.merge(unit, -1.0, Double::sum);
        cursor = plus(earlier, DurationValue.of(results), 1);
        if (cursor.millis() > later.millis()) {
          highWater = cursor;
          results.merge(unit, -1.0, Double::sum);
          cursor = plus(earlier, DurationValue.of(results), 1);
        }
      } else {
        cursor = highWater;
      }
    }
    double remaining = later.millis() - cursor.millis();
    List<Unit> lower = new ArrayList<>();
    for (Unit unit : units) {
      if (unit.compareTo(Unit.HOURS) >= 0) {
        lower.add(unit);
      }
    }
    if (!lower.isEmpty()) {
      return Shifting.shift(DurationValue.ofMillis(remaining), lower)
          .plus(DurationValue.of(results), 1);
    }
    if (lowest != null) {
      if (highWater.millis() < later.millis()) {
        highWater = plus(cursor, DurationValue.of(Map.of(lowest, 1.0)), 1);
      }
      if (highWater.millis() != cursor.millis()) {
        results.merge(lowest, remaining / (highWater.millis() - cursor.millis()), Double::sum);
      }
    }
    return DurationValue.of(results);
  }

  private static long count(Unit unit, DateTimeValue from, DateTimeValue to) {
    ZonedDateTime a = from.time();
    ZonedDateTime b = to.time();
    long years = (long) b.getYear() - a.getYear();
    long days = b.toLocalDate().toEpochDay() - a.toLocalDate().toEpochDay();
    return switch (unit) {
      case YEARS -> years;
      case QUARTERS -> quarter(b) - quarter(a) + years * 4;
      case MONTHS -> b.getMonthValue() - a.getMonthValue() + years * 12;
      case WEEKS -> days / 7;
      default -> days;
    };
  }

  static long quarter(ZonedDateTime time) {
    return (time.getMonthValue() + 2L) / 3;
  }
}
