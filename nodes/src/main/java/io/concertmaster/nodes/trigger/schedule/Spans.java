package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.Timetable;
import java.time.Instant;
import java.util.Optional;

/**
 * Moments that follow one another at the same distance of real time, whatever the clock of a zone
 * says.
 *
 * @param first the first of them
 * @param seconds from one to the next, from 1
 */
record Spans(Instant first, long seconds) implements Timetable {
  Spans {
    if (seconds < 1) {
      throw new IllegalArgumentException("a span is a second or more");
    }
  }

  @Override
  public Optional<Instant> after(Instant moment) {
    if (moment.isBefore(first)) {
      return Optional.of(first);
    }
    long gone = Math.floorDiv(moment.getEpochSecond() - first.getEpochSecond(), seconds);
    return Optional.of(first.plusSeconds((gone + 1) * seconds));
  }
}
