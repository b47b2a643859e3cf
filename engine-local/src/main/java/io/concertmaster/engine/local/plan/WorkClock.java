package io.concertmaster.engine.local.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a run has worked: time in which it waited, and in which it lay cut short, does not
 * count.
 *
 * @param limit how long it may work; no limit where empty
 * @param worked until the newest event
 * @param ticking whether time counts from the newest event on
 * @param newest when the newest event happened
 */
public record WorkClock(
    Optional<Duration> limit, Duration worked, boolean ticking, Instant newest) {
  /** The clock after an event. */
  WorkClock then(Instant at, boolean ticks) {
    return new WorkClock(limit, workedUntil(at), ticks, at);
  }

  /** The clock after an event that follows a gap which does not count. */
  WorkClock afterGap(Instant at, boolean ticks) {
    return new WorkClock(limit, worked, ticks, at);
  }

  /** What is left of the limit at a moment: the longest that the run may work from then on. */
  public Optional<Duration> left(Instant now) {
    return limit.map(all -> all.minus(workedUntil(now)));
  }

  private Duration workedUntil(Instant at) {
    return ticking && at.isAfter(newest) ? worked.plus(Duration.between(newest, at)) : worked;
  }
}
