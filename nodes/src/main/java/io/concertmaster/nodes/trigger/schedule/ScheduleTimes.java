package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Timetable;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The timetable of a schedule's settings.
 *
 * <p>Spans that divide an hour or a day evenly are times that the clock shows (every 15 minutes: at
 * 0, 15, 30 and 45); other spans are counted in real time from the midnight before the schedule
 * began. Days, weeks and months count from the first one that comes.
 *
 * @param times when it is due
 * @param words the same in plain words
 */
public record ScheduleTimes(Timetable times, String words) {
  private static final int MOST = 10_000;

  /**
   * Reads settings.
   *
   * @param settings the node's, with the defaults of what is left out
   * @param since when the schedule began to count
   * @throws NodeException at the property that is wrong
   */
  public static ScheduleTimes read(JsonObject settings, ZoneId zone, Instant since)
      throws NodeException {
    JsonArray entries = settings.get("times") instanceof JsonArray list ? list : JsonArray.empty();
    List<Timetable> all = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      JsonObject entry = entries.get(i) instanceof JsonObject one ? one : JsonObject.empty();
      ScheduleEntry read = new ScheduleEntry(entry, "times[" + i + "]");
      all.add(times(read, zone, since));
      words.add(ScheduleWords.of(read));
    }
    if (all.isEmpty()) {
      throw new NodeException("the schedule has no times: add one").atProperty("times");
    }
    return new ScheduleTimes(
        all.size() == 1 ? all.getFirst() : new Several(all),
        String.join("; ", words) + ", " + zone.getId());
  }

  private static Timetable times(ScheduleEntry entry, ZoneId zone, Instant since)
      throws NodeException {
    String unit = entry.unit();
    if (unit.equals("cron")) {
      try {
        return new ClockTimes(CronExpression.read(entry.text("cron")), zone);
      } catch (NodeException e) {
        throw entry.wrong("cron", e.getMessage());
      }
    }
    int every = entry.number("every", 1, MOST);
    return switch (unit) {
      case "seconds" ->
          60 % every == 0
              ? new ClockTimes(repeated(TimesOfDay.ALL_HOURS, steps(60, 1), steps(60, every)), zone)
              : new Spans(midnight(zone, since), every);
      case "minutes" ->
          60 % every == 0
              ? new ClockTimes(repeated(TimesOfDay.ALL_HOURS, steps(60, every), 1), zone)
              : new Spans(midnight(zone, since), every * 60L);
      case "hours" -> hours(entry, zone, since, every);
      case "days" -> Counted.from(at(entry, DayRule.ALL), zone, since, ChronoUnit.DAYS, every);
      case "weeks" -> {
        Set<Integer> days = entry.weekdays();
        DayRule rule = day -> days.contains(day.getDayOfWeek().getValue() % 7);
        yield Counted.from(at(entry, rule), zone, since, ChronoUnit.WEEKS, every);
      }
      case "months" -> {
        int wanted = entry.number("dayOfMonth", 1, 31);
        DayRule rule = day -> day.getDayOfMonth() == Math.min(wanted, day.lengthOfMonth());
        yield Counted.from(at(entry, rule), zone, since, ChronoUnit.MONTHS, every);
      }
      default ->
          throw entry.wrong(
              "unit", "a schedule cannot count in “" + unit + "”: choose one of the list");
    };
  }

  private static Timetable hours(ScheduleEntry entry, ZoneId zone, Instant since, int every)
      throws NodeException {
    int minute = entry.number("minute", 0, 59);
    if (24 % every != 0) {
      return new Spans(midnight(zone, since).plusSeconds(minute * 60L), every * 3_600L);
    }
    return new ClockTimes(
        new TimesOfDay(steps(24, every), 1L << minute, 1, every == 1, DayRule.ALL), zone);
  }

  private static TimesOfDay at(ScheduleEntry entry, DayRule days) throws NodeException {
    return TimesOfDay.at(entry.number("hour", 0, 23), entry.number("minute", 0, 59), days);
  }

  private static TimesOfDay repeated(long hours, long minutes, long seconds) {
    return new TimesOfDay(hours, minutes, seconds, true, DayRule.ALL);
  }

  private static long steps(int end, int step) {
    long bits = 0;
    for (int each = 0; each < end; each += step) {
      bits |= 1L << each;
    }
    return bits;
  }

  private static Instant midnight(ZoneId zone, Instant since) {
    return since.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }
}
