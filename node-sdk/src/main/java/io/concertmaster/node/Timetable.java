package io.concertmaster.node;

import java.time.Instant;
import java.util.Optional;

/**
 * Moments, in whole seconds. The same question always has the same answer: it depends on nothing
 * but the moment that is given, not on a clock.
 */
@FunctionalInterface
public interface Timetable {
  /** The first moment that is later than another; empty where none is left. */
  Optional<Instant> after(Instant moment);
}
