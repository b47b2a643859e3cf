package io.concertmaster.model.expression.library.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;

/** Counting of days, in which a month or day may be beyond its range, as JavaScript's UTC does. */
final class Calendar {
  private static final double FARTHEST_YEAR = 300_000;

  private Calendar() {}

  /** Days since 1970 of a month (from 1) and day that may be any whole numbers; NaN if too far. */
  static double days(double year, double month, double day) {
    double ahead = Math.floor((month - 1) / 12);
    double y = year + ahead;
    if (!(Math.abs(y) <= FARTHEST_YEAR)) {
      return Double.NaN;
    }
    int m = (int) (month - 1 - ahead * 12) + 1;
    return LocalDate.of((int) y, m, 1).toEpochDay() + day - 1;
  }

  /** Milliseconds since 1970 of a time on no particular zone's clocks. */
  static double millis(
      double year,
      double month,
      double day,
      double hour,
      double minute,
      double second,
      double millisecond) {
    return days(year, month, day) * 86_400_000
        + hour * 3_600_000
        + minute * 60_000
        + second * 1_000
        + millisecond;
  }

  static int daysInMonth(double year, double month) {
    double ahead = Math.floor((month - 1) / 12);
    int y = (int) Math.clamp(year + ahead, -FARTHEST_YEAR, FARTHEST_YEAR);
    int m = (int) (month - 1 - ahead * 12) + 1;
    return LocalDate.of(y, m, 1).lengthOfMonth();
  }

  static int daysInYear(double year) {
    return Year.isLeap((long) year) ? 366 : 365;
  }

  static int weeksInYear(double year) {
    int y = (int) Math.clamp(year, -FARTHEST_YEAR, FARTHEST_YEAR);
    return (int)
        IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(LocalDate.of(y, 6, 1)).getMaximum();
  }

  static int weeksInYear(double year, WeekFields weeks) {
    int y = (int) Math.clamp(year, -FARTHEST_YEAR, FARTHEST_YEAR);
    return (int) weeks.weekOfWeekBasedYear().rangeRefinedBy(LocalDate.of(y, 6, 1)).getMaximum();
  }

  /** Days since 1970 of a weekday in a week of a year; all may be beyond their range. */
  static double daysOfWeek(double year, double week, double weekday, WeekFields weeks) {
    if (!(Math.abs(year) <= FARTHEST_YEAR)) {
      return Double.NaN;
    }
    LocalDate first =
        LocalDate.of((int) year, 1, weeks.getMinimalDaysInFirstWeek())
            .with(java.time.temporal.TemporalAdjusters.previousOrSame(weeks.getFirstDayOfWeek()));
    return first.toEpochDay() + (week - 1) * 7 + weekday - 1;
  }

  /** ISO's weeks. */
  static final WeekFields ISO = WeekFields.of(DayOfWeek.MONDAY, 4);
}
