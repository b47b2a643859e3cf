package io.concertmaster.simulation.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which a process lived and its clock went on by itself.
 *
 * @param from what the clock showed at its beginning
 * @param to what it showed at its end
 */
record Spell(Instant from, Instant to) {
  /** Within this time of a leap or a death, a moment may be on time or missed. */
  static final Duration UNCLEAR = Duration.ofSeconds(45);

  /** So long after a leap it may still not be clear. */
  static final Duration LATE = Duration.ofSeconds(5);

  /** Whether it was long enough that the schedules have surely seen it. */
  boolean isSeen() {
    return from.plus(UNCLEAR).isBefore(to);
  }
}
