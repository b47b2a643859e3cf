package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Failure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The units of a duration, the largest first, and how they are counted in one another. */
public enum Unit {
  /** 365 days when converted casually. */
  YEARS(31_536_000_000.0, 146_097.0 / 400 * 86_400_000),
  /** A quarter of a year. */
  QUARTERS(91 * 86_400_000.0, 146_097.0 / 400 / 4 * 86_400_000),
  /** 30 days when converted casually. */
  MONTHS(30 * 86_400_000.0, 146_097.0 / 4800 * 86_400_000),
  /** Seven days. */
  WEEKS(7 * 86_400_000.0, 7 * 86_400_000.0),
  /** 24 hours. */
  DAYS(86_400_000.0, 86_400_000.0),
  /** Hours. */
  HOURS(3_600_000.0, 3_600_000.0),
  /** Minutes. */
  MINUTES(60_000.0, 60_000.0),
  /** Seconds. */
  SECONDS(1_000.0, 1_000.0),
  /** Milliseconds. */
  MILLISECONDS(1.0, 1.0);

  private final double casual;
  private final double longterm;

  Unit(double casual, double longterm) {
    this.casual = casual;
    this.longterm = longterm;
  }

  /** Its name: {@code days}. */
  public String plural() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for one: {@code day}. */
  public String singular() {
    return plural().substring(0, name().length() - 1);
  }

  /**
   * How many of a smaller unit one of this is. Casually a year has 365 days, 52 weeks, 12 months
   * and 4 quarters, a quarter 13 weeks and 91 days, and a month 4 weeks and 30 days.
   */
  double in(Unit smaller, boolean exact) {
    if (!exact) {
      if (smaller == WEEKS) {
        return this == YEARS ? 52 : this == QUARTERS ? 13 : this == MONTHS ? 4 : 1;
      }
      if (smaller == MONTHS || smaller == QUARTERS) {
        return this == YEARS ? (smaller == MONTHS ? 12 : 4) : this == QUARTERS ? 3 : 1;
      }
      return casual / smaller.casual;
    }
    if (smaller == MONTHS || smaller == QUARTERS) {
      return this == YEARS ? (smaller == MONTHS ? 12 : 4) : this == QUARTERS ? 3 : 1;
    }
    return longterm / smaller.longterm;
  }

  /** The unit of a name in any case, singular or plural; null where it names none. */
  public static @Nullable Unit find(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (Unit unit : values()) {
      if (wanted.equals(unit.plural()) || wanted.equals(unit.singular())) {
        return unit;
      }
    }
    return null;
  }

  /** The unit of a name; another name is an error of the program in Luxon, so undefined here. */
  public static Unit of(String name) {
    Unit found = find(name);
    if (found == null) {
      throw Failure.type("there is no unit of time named '" + name + "'");
    }
    return found;
  }
}
