package io.concertmaster.simulation.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** When a schedule is meant to be due. */
sealed interface Rule {
  /**
   * When the clock shows such a time.
   *
   * @param repeats whether it goes on with real time
   * @param namesHours whether it names some hours
   */
  record Shown(
      IntPredicate hour,
      IntPredicate minute,
      IntPredicate second,
      Predicate<LocalDate> day,
      boolean repeats,
      boolean namesHours)
      implements Rule {
    boolean is(long shown) {
      if (!second.test((int) Math.floorMod(shown, 60L))) {
        return false;
      }
      LocalDateTime time = Labels.time(shown);
      return minute.test(time.getMinute())
          && hour.test(time.getHour())
          && day.test(time.toLocalDate());
    }
  }

  /** Each so-and-so-manieth day, week or month of times of the day. */
  record Counted(Shown times, ChronoUnit unit, int every) implements Rule {}

  /**
   * At the same distance of real time.
   *
   * @param late after the midnight before the schedule began, in seconds
   */
  record Spans(long seconds, long late) implements Rule {}
}
