package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.Timetable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The moments of a timetable, as the clock of a zone shows them. */
final class Dues {
  private Dues() {}

  /** Those of a cron expression that follow a local time with its offset. */
  static List<String> cron(String text, String zone, String after, int count) throws Exception {
    return of(
        new ClockTimes(CronExpression.read(text), ZoneId.of(zone)), zone, instant(after), count);
  }

  static List<String> of(Timetable times, String zone, Instant after, int count) {
    List<String> shown = new ArrayList<>();
    Instant at = after;
    while (shown.size() < count) {
      Optional<Instant> next = times.after(at);
      if (next.isEmpty()) {
        return shown;
      }
      at = next.get();
      shown.add(at.atZone(ZoneId.of(zone)).toOffsetDateTime().toString());
    }
    return shown;
  }

  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
