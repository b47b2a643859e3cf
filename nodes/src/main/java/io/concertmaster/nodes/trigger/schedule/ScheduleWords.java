package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.NodeException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in plain words when an entry of a schedule is due. */
final class ScheduleWords {
  private static final List<String> WEEKDAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  private ScheduleWords() {}

  static String of(ScheduleEntry entry) throws NodeException {
    String unit = entry.unit();
    if (unit.equals("cron")) {
      return cron(entry.text("cron"));
    }
    int every = entry.number("every", 1, 10_000);
    String often = every(every, unit.substring(0, unit.length() - 1));
    return switch (unit) {
      case "hours" -> often + pastTheHour(entry.number("minute", 0, 59));
      case "days" -> often + at(entry);
      case "weeks" -> {
        String days =
            entry.weekdays().stream().map(WEEKDAYS::get).collect(Collectors.joining(", "));
        yield (every == 1 ? "every " + days : often + " on " + days) + at(entry);
      }
      case "months" -> often + " on day " + entry.number("dayOfMonth", 1, 31) + at(entry);
      default -> often;
    };
  }

  private static String every(int count, String unit) {
    return count == 1 ? "every " + unit : "every " + count + " " + unit + "s";
  }

  private static String pastTheHour(int minute) {
    return minute == 0
        ? ""
        : " at " + minute + (minute == 1 ? " minute" : " minutes") + " past the hour";
  }

  private static String at(ScheduleEntry entry) throws NodeException {
    return " at " + time(entry.number("hour", 0, 23), entry.number("minute", 0, 59), 0);
  }

  private static String time(int hour, int minute, int second) {
    String time = String.format(Locale.ROOT, "%02d:%02d", hour, minute);
    return second == 0 ? time : time + String.format(Locale.ROOT, ":%02d", second);
  }

  /** Common forms in words; others by the expression itself. */
  private static String cron(String text) throws NodeException {
    List<String> fields = CronExpression.fields(text);
    String second = fields.get(0);
    String minute = fields.get(1);
    String hour = fields.get(2);
    String days = days(fields.get(3), fields.get(4), fields.get(5));
    String otherwise = "at the times of the cron expression “" + text.strip() + "”";
    if (days.isEmpty() || !isNumber(second)) {
      return otherwise;
    }
    boolean daily = days.equals("every day");
    if (isNumber(minute) && isNumber(hour)) {
      return days + " at " + time(whole(hour), whole(minute), whole(second));
    }
    if (hour.equals("*") && isNumber(minute) && second.equals("0")) {
      return "every hour" + pastTheHour(whole(minute)) + (daily ? "" : ", " + days);
    }
    if (hour.equals("*") && minute.matches("\\*(/\\d+)?") && second.equals("0")) {
      int step = minute.equals("*") ? 1 : whole(minute.substring(2));
      return 60 % step == 0 ? every(step, "minute") + (daily ? "" : ", " + days) : otherwise;
    }
    return otherwise;
  }

  private static String days(String ofMonth, String month, String ofWeek) throws NodeException {
    boolean everyDay = CronField.isAll(ofMonth);
    boolean everyWeekday = CronField.isAll(ofWeek);
    if (!CronField.isAll(month) || (!everyDay && !everyWeekday)) {
      return "";
    }
    if (everyWeekday) {
      return everyDay ? "every day" : isNumber(ofMonth) ? "every month on day " + ofMonth : "";
    }
    if (ofWeek.indexOf('#') >= 0 || ofWeek.toUpperCase(Locale.ROOT).endsWith("L")) {
      return "";
    }
    long bits = CronField.WEEKDAYS.read(ofWeek);
    if (bits == 0b0111110) {
      return "Monday to Friday";
    }
    StringBuilder names = new StringBuilder();
    for (int day = 1; day <= 7; day++) {
      if ((bits >>> day % 7 & 1) == 1) {
        names.append(names.isEmpty() ? "every " : ", ").append(WEEKDAYS.get(day % 7));
      }
    }
    return names.toString();
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,2}");
  }

  private static int whole(String digits) {
    return Integer.parseInt(digits);
  }
}
