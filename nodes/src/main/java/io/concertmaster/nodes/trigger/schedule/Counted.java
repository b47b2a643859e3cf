package io.concertmaster.nodes.trigger.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Every second day, every third week and the like: days of a rule, of which each so-and-so-manieth
 * day, week or month counts, from the first one after a moment on. Weeks begin on Sunday.
 */
final class Counted {
  private Counted() {}

  /** The same times, of which not every day, week or month counts. */
  static ClockTimes from(
      TimesOfDay times, ZoneId zone, Instant since, ChronoUnit unit, long every) {
    ClockTimes all = new ClockTimes(times, zone);
    Optional<LocalDateTime> first = all.named(since);
    if (every == 1 || first.isEmpty()) {
      return all;
    }
    LocalDate begin = first.get().toLocalDate();
    long from = count(unit, begin);
    DayRule counted =
        day ->
            !day.isBefore(begin)
                && Math.floorMod(count(unit, day) - from, every) == 0
                && times.days().on(day);
    return new ClockTimes(times.on(counted), zone);
  }

  private static long count(ChronoUnit unit, LocalDate day) {
    return switch (unit) {
      case DAYS -> day.toEpochDay();
      case WEEKS -> Math.floorDiv(day.toEpochDay() + 4, 7); // 1 January 1970 was a Thursday
      default -> day.getYear() * 12L + day.getMonthValue();
    };
  }
}
