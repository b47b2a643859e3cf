package io.concertmaster.nodes.date;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The time between two moments in units of choice: whole years, then whole months of the rest, and
 * so on; the smallest unit takes the fraction. Years to days are those of the calendar in the
 * moments' zone.
 *
 * @param parts how many of each unit
 */
record Difference(Map<Unit, Double> parts) {
  /** The time from one moment to another; all parts are negative where the other is earlier. */
  static Difference between(ZonedDateTime start, ZonedDateTime end, Set<Unit> units) {
    boolean backwards = end.isBefore(start);
    Map<Unit, Double> parts = backwards ? counted(end, start, units) : counted(start, end, units);
    if (backwards) {
      parts.replaceAll((unit, count) -> count == 0 ? count : -count);
    }
    return new Difference(parts);
  }

  private static Map<Unit, Double> counted(
      ZonedDateTime earlier, ZonedDateTime later, Set<Unit> units) {
    Map<Unit, Double> parts = new EnumMap<>(Unit.class);
    ZonedDateTime cursor = earlier;
    Unit lowest = null;
    for (Unit unit : Unit.values()) {
      if (unit.calendar() && units.contains(unit)) {
        lowest = unit;
        long count = unit.steps(cursor, later);
        while (count > 0 && unit.add(cursor, count).isAfter(later)) {
          count--;
        }
        parts.put(unit, (double) count);
        cursor = unit.add(cursor, count);
      }
    }
    double rest = Duration.between(cursor, later).toNanos() / 1e6;
    Unit last = null;
    for (Unit unit : Unit.values()) {
      if (!unit.calendar() && units.contains(unit)) {
        last = unit;
        double count = Math.floor(rest / unit.millis());
        parts.put(unit, count);
        rest -= count * unit.millis();
      }
    }
    if (last != null) {
      parts.merge(last, rest / last.millis(), Double::sum);
    } else if (lowest != null) {
      double length = Duration.between(cursor, lowest.add(cursor, 1)).toMillis();
      parts.merge(lowest, rest / length, Double::sum);
    }
    return parts;
  }

  /** As a record: {@code {"days": 2, "hours": 3.5}}. */
  JsonObject record() {
    JsonObject.Builder record = JsonObject.builder();
    parts.forEach((unit, count) -> record.put(unit.plural(), number(count)));
    return record.build();
  }

  private static Number number(double count) {
    return count == Math.rint(count) ? (Number) (long) count : (Number) count;
  }

  /** As ISO 8601 has it: {@code P2DT3H}. */
  String iso() {
    StringBuilder text = new StringBuilder("P");
    append(text, part(Unit.YEARS), "Y");
    append(text, part(Unit.MONTHS) + 3 * part(Unit.QUARTERS), "M");
    append(text, part(Unit.WEEKS), "W");
    append(text, part(Unit.DAYS), "D");
    StringBuilder time = new StringBuilder();
    append(time, part(Unit.HOURS), "H");
    append(time, part(Unit.MINUTES), "M");
    double seconds = part(Unit.SECONDS) + part(Unit.MILLISECONDS) / 1000;
    append(time, Math.round(seconds * 1000) / 1000.0, "S");
    if (!time.isEmpty()) {
      text.append('T').append(time);
    }
    return text.length() == 1 ? "PT0S" : text.toString();
  }

  private double part(Unit unit) {
    return parts.getOrDefault(unit, 0.0);
  }

  private static void append(StringBuilder text, double count, String letter) {
    if (count != 0) {
      text.append(NumberText.of(count)).append(letter);
    }
  }
}
