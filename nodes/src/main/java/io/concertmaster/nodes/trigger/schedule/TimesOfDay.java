package io.concertmaster.nodes.trigger.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Times that a clock shows, on the days of a rule.
 *
 * @param hours a bit for each hour from 0
 * @param minutes a bit for each minute from 0
 * @param seconds a bit for each second from 0
 * @param repeats whether it is meant as something that goes on (every five minutes, every hour) and
 *     not as times of the day
 */
record TimesOfDay(long hours, long minutes, long seconds, boolean repeats, DayRule days) {
  static final long ALL_HOURS = (1L << 24) - 1;

  /** After 400 years the calendar begins anew: what did not come till then never comes. */
  private static final int YEARS = 400;

  /** One time of the day. */
  static TimesOfDay at(int hour, int minute, DayRule days) {
    return new TimesOfDay(1L << hour, 1L << minute, 1, false, days);
  }

  /** Whether some hours are left out. */
  boolean namesHours() {
    return hours != ALL_HOURS;
  }

  /** The same times on other days. */
  TimesOfDay on(DayRule other) {
    return new TimesOfDay(hours, minutes, seconds, repeats, other);
  }

  /** The first time that is not before another, a whole second; empty where none ever comes. */
  Optional<LocalDateTime> from(LocalDateTime start) {
    LocalDate day = start.toLocalDate();
    if (days.on(day)) {
      int second = from(start.toLocalTime());
      if (second >= 0) {
        return Optional.of(day.atTime(LocalTime.ofSecondOfDay(second)));
      }
    }
    return next(day).map(found -> found.atTime(LocalTime.ofSecondOfDay(from(LocalTime.MIN))));
  }

  /** Whether there is a time from one on, and before another. */
  boolean between(LocalDateTime from, LocalDateTime to) {
    return from.isBefore(to) && from(from).filter(to::isAfter).isPresent();
  }

  private Optional<LocalDate> next(LocalDate day) {
    LocalDate next = day.plusDays(1);
    int last = day.getYear() + YEARS;
    while (next.getYear() <= last) {
      if (!days.in(next.getMonthValue())) {
        next = next.withDayOfMonth(1).plusMonths(1);
      } else if (days.on(next)) {
        return Optional.of(next);
      } else {
        next = next.plusDays(1);
      }
    }
    return Optional.empty();
  }

  /** The first second of a day that is not before a time; −1 where none is left. */
  private int from(LocalTime time) {
    int hour = time.getHour();
    int minute = time.getMinute();
    int second = next(seconds, time.getSecond());
    if (!has(hours, hour)) {
      hour = next(hours, hour);
      minute = first(minutes);
      second = first(seconds);
    } else {
      if (second < 0 || !has(minutes, minute)) {
        minute = next(minutes, minute + 1);
        second = first(seconds);
      }
      if (minute < 0) {
        hour = next(hours, hour + 1);
        minute = first(minutes);
      }
    }
    return hour < 0 ? -1 : hour * 3_600 + minute * 60 + second;
  }

  private static boolean has(long bits, int place) {
    return (bits >>> place & 1) == 1;
  }

  private static int first(long bits) {
    return Long.numberOfTrailingZeros(bits);
  }

  private static int next(long bits, int place) {
    long left = place > 63 ? 0 : bits >>> place << place;
    return left == 0 ? -1 : Long.numberOfTrailingZeros(left);
  }
}
