package io.concertmaster.nodes.date;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.PropertyKind.Option;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/** Units of time, the largest first. */
enum Unit {
  YEARS("Years", 365 * 86_400_000L),
  QUARTERS("Quarters", 91 * 86_400_000L),
  MONTHS("Months", 30 * 86_400_000L),
  WEEKS("Weeks", 7 * 86_400_000L),
  DAYS("Days", 86_400_000L),
  HOURS("Hours", 3_600_000L),
  MINUTES("Minutes", 60_000L),
  SECONDS("Seconds", 1_000L),
  MILLISECONDS("Milliseconds", 1L);

  private final String label;
  private final long millis;

  Unit(String label, long millis) {
    this.label = label;
    this.millis = millis;
  }

  /** The units from the largest to one, as values of a choice. */
  static Option[] options(Unit smallest) {
    return Arrays.stream(values())
        .filter(unit -> unit.compareTo(smallest) <= 0)
        .map(unit -> Option.of(unit.plural(), unit.label))
        .toArray(Option[]::new);
  }

  /** The unit of a name, {@code day} or {@code days}. */
  static Unit of(String name, String property) throws NodeException {
    for (Unit unit : values()) {
      if (unit.plural().equals(name) || unit.plural().equals(name + "s")) {
        return unit;
      }
    }
    throw new NodeException("“" + name + "” is no unit of time").atProperty(property);
  }

  /** The name in files, such as {@code days}. */
  String plural() {
    return label.toLowerCase(Locale.ROOT);
  }

  /** How long it is, about, where the calendar decides. */
  long millis() {
    return millis;
  }

  /** Whether its length depends on the calendar. */
  boolean calendar() {
    return compareTo(DAYS) <= 0;
  }

  /** A date so many units later; the fraction of a unit counts by its usual length. */
  ZonedDateTime add(ZonedDateTime date, double count) {
    if (!calendar()) {
      return date.plus(Duration.ofMillis(Math.round(count * millis)));
    }
    long whole = (long) count;
    ZonedDateTime moved = add(date, whole);
    double rest = count - whole;
    return rest == 0 ? moved : moved.plus(Duration.ofMillis(Math.round(rest * millis)));
  }

  /** A date so many units later. */
  ZonedDateTime add(ZonedDateTime date, long count) {
    return switch (this) {
      case YEARS -> date.plusYears(count);
      case QUARTERS -> date.plusMonths(3 * count);
      case MONTHS -> date.plusMonths(count);
      case WEEKS -> date.plusWeeks(count);
      case DAYS -> date.plusDays(count);
      case HOURS, MINUTES, SECONDS, MILLISECONDS ->
          date.plus(Duration.ofMillis(Math.multiplyExact(count, millis)));
    };
  }

  /** How many steps of a calendar unit lead near a later date: as many, or one too many. */
  long steps(ZonedDateTime from, ZonedDateTime to) {
    return switch (this) {
      case YEARS -> (long) to.getYear() - from.getYear();
      case QUARTERS -> months(from, to) / 3 + 1;
      case MONTHS -> months(from, to);
      case WEEKS -> days(from, to) / 7;
      case DAYS -> days(from, to);
      case HOURS, MINUTES, SECONDS, MILLISECONDS -> Duration.between(from, to).toMillis() / millis;
    };
  }

  private static long months(ZonedDateTime from, ZonedDateTime to) {
    return 12L * (to.getYear() - from.getYear()) + to.getMonthValue() - from.getMonthValue();
  }

  private static long days(ZonedDateTime from, ZonedDateTime to) {
    return ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate());
  }

  /** The beginning of the unit in which a date lies; weeks begin on Monday. */
  ZonedDateTime start(ZonedDateTime date) {
    return switch (this) {
      case YEARS -> midnight(date.withDayOfYear(1));
      case QUARTERS -> midnight(date.with(IsoFields.DAY_OF_QUARTER, 1));
      case MONTHS -> midnight(date.withDayOfMonth(1));
      case WEEKS -> midnight(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case DAYS -> midnight(date);
      case HOURS -> date.truncatedTo(ChronoUnit.HOURS);
      case MINUTES -> date.truncatedTo(ChronoUnit.MINUTES);
      case SECONDS -> date.truncatedTo(ChronoUnit.SECONDS);
      case MILLISECONDS -> date.truncatedTo(ChronoUnit.MILLIS);
    };
  }

  private static ZonedDateTime midnight(ZonedDateTime date) {
    return date.toLocalDate().atStartOfDay(date.getZone());
  }
}
