package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.NodeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a cron expression. Where it limits both the days of the month and those of the week,
 * either is enough, as everywhere.
 *
 * @param months a bit for each, from 1
 */
record CronDays(long months, Predicate<LocalDate> days) implements DayRule {
  private static final Pattern LAST = Pattern.compile("L(?:-(\\d{1,2}))?");
  private static final Pattern WORKDAY = Pattern.compile("(\\d{1,2})W");
  private static final Pattern LAST_OF = Pattern.compile("(\\w+?)L");
  private static final Pattern NUMBERED = Pattern.compile("(\\w+)#(\\w+)");

  @Override
  public boolean on(LocalDate day) {
    return in(day.getMonthValue()) && days.test(day);
  }

  @Override
  public boolean in(int month) {
    return (months >>> month & 1) == 1;
  }

  static CronDays read(String ofMonth, String month, String ofWeek) throws NodeException {
    long months = CronField.MONTHS.read(month);
    Predicate<LocalDate> one = CronField.isAll(ofMonth) ? day -> true : ofMonth(ofMonth);
    Predicate<LocalDate> other = CronField.isAll(ofWeek) ? day -> true : ofWeek(ofWeek);
    boolean either = !CronField.isAll(ofMonth) && !CronField.isAll(ofWeek);
    return new CronDays(months, either ? one.or(other) : one.and(other));
  }

  private static Predicate<LocalDate> ofMonth(String text) throws NodeException {
    List<Predicate<LocalDate>> rules = new ArrayList<>();
    long numbers = 0;
    for (String part : text.toUpperCase(Locale.ROOT).split(",", -1)) {
      Matcher last = LAST.matcher(part);
      Matcher workday = WORKDAY.matcher(part);
      if (last.matches()) {
        int back = last.group(1) == null ? 0 : Integer.parseInt(last.group(1));
        rules.add(day -> day.getDayOfMonth() == day.lengthOfMonth() - back);
      } else if (part.equals("LW")) {
        rules.add(day -> day.equals(workdayNear(day, day.lengthOfMonth())));
      } else if (workday.matches()) {
        int near = CronField.DAYS.number(workday.group(1));
        rules.add(day -> near <= day.lengthOfMonth() && day.equals(workdayNear(day, near)));
      } else {
        numbers |= CronField.DAYS.read(part);
      }
    }
    long plain = numbers;
    rules.add(day -> (plain >>> day.getDayOfMonth() & 1) == 1);
    return day -> rules.stream().anyMatch(rule -> rule.test(day));
  }

  /** Monday to Friday, in the same month. */
  private static LocalDate workdayNear(LocalDate month, int near) {
    LocalDate day = month.withDayOfMonth(near);
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> near == 1 ? day.plusDays(2) : day.minusDays(1);
      case SUNDAY -> near == month.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
      default -> day;
    };
  }

  private static Predicate<LocalDate> ofWeek(String text) throws NodeException {
    List<Predicate<LocalDate>> rules = new ArrayList<>();
    long numbers = 0;
    for (String part : text.toUpperCase(Locale.ROOT).split(",", -1)) {
      Matcher last = LAST_OF.matcher(part);
      Matcher numbered = NUMBERED.matcher(part);
      if (last.matches()) {
        DayOfWeek wanted = weekday(last.group(1));
        rules.add(
            day -> day.getDayOfWeek() == wanted && day.getDayOfMonth() + 7 > day.lengthOfMonth());
      } else if (numbered.matches()) {
        DayOfWeek wanted = weekday(numbered.group(1));
        if (!numbered.group(2).matches("[1-5]")) {
          throw CronField.WEEKDAYS.wrong(part, "are counted in a month from #1 to #5");
        }
        int which = Integer.parseInt(numbered.group(2));
        rules.add(day -> day.getDayOfWeek() == wanted && (day.getDayOfMonth() + 6) / 7 == which);
      } else {
        numbers |= CronField.WEEKDAYS.read(part);
      }
    }
    long plain = numbers;
    rules.add(day -> (plain >>> day.getDayOfWeek().getValue() % 7 & 1) == 1);
    return day -> rules.stream().anyMatch(rule -> rule.test(day));
  }

  private static DayOfWeek weekday(String text) throws NodeException {
    int number = CronField.WEEKDAYS.number(text);
    return DayOfWeek.of(number == 0 ? 7 : number);
  }
}
