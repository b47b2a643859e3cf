package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.NodeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads cron expressions of five fields (minute, hour, day of the month, month, day of the week) or
 * six (seconds in front), and the names such as {@code @daily}. Beside what every cron knows,
 * {@code L}, {@code W} and {@code #} count days of a month.
 *
 * <p>One of all hours, or of minutes that are a range or have a step, is something that repeats;
 * others name times of the day.
 */
final class CronExpression {
  private static final Map<String, String> NAMED =
      Map.of(
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *",
          "@monthly", "0 0 1 * *",
          "@weekly", "0 0 * * 0",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@hourly", "0 * * * *",
          "@minutely", "* * * * *");

  private static final LocalDateTime SOME_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

  private CronExpression() {}

  /** The fields of an expression, seconds first. */
  static List<String> fields(String text) throws NodeException {
    String given = text.strip().toLowerCase(Locale.ROOT);
    if (given.startsWith("@") && !NAMED.containsKey(given)) {
      throw wrong(text, "the names are @hourly, @daily, @weekly, @monthly and @yearly");
    }
    List<String> fields = List.of(NAMED.getOrDefault(given, text.strip()).split("\\s+"));
    return switch (fields.size()) {
      case 5 ->
          List.of("0", fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
      case 6 -> fields;
      default ->
          throw wrong(
              text,
              "it has "
                  + (given.isEmpty() ? 0 : fields.size())
                  + " parts: write five (minute, hour, day, month, day of the week), or six with"
                  + " seconds in front");
    };
  }

  /**
   * Reads an expression.
   *
   * @throws NodeException that says which part is wrong and what to write
   */
  static TimesOfDay read(String text) throws NodeException {
    List<String> fields = fields(text);
    TimesOfDay times;
    try {
      long hours = CronField.HOURS.read(fields.get(2));
      boolean repeats = hours == TimesOfDay.ALL_HOURS || CronField.goesOn(fields.get(1));
      times =
          new TimesOfDay(
              hours,
              CronField.MINUTES.read(fields.get(1)),
              CronField.SECONDS.read(fields.get(0)),
              repeats,
              CronDays.read(fields.get(3), fields.get(4), fields.get(5)));
    } catch (NodeException e) {
      throw wrong(text, e.getMessage());
    }
    if (times.from(SOME_DAY).isEmpty()) {
      throw wrong(text, "it names a day that never comes: change the day or the month");
    }
    return times;
  }

  private static NodeException wrong(String text, String why) {
    return new NodeException("the cron expression “" + text + "” cannot be used: " + why);
  }
}
