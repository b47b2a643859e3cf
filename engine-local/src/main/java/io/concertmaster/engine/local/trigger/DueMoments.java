package io.concertmaster.engine.local.trigger;

import io.concertmaster.node.Listening.Missed;
import io.concertmaster.node.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is due of a timetable. Pure.
 *
 * <p>A moment that passed up to {@link #GRACE} ago is on time: its run begins, whatever the policy.
 * One that passed before that was missed: nobody listened, or the clock leapt over it.
 *
 * @param runs the moments whose runs begin, oldest first
 * @param settled up to here nothing is due any more
 */
record DueMoments(List<Instant> runs, Instant settled) {
  static final Duration GRACE = Duration.ofMinutes(1);

  /** Of moments that were missed, at most so many have a run of their own: the newest. */
  static final int MOST = 1_000;

  private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
  private static final int WIDER = 8;

  DueMoments {
    runs = List.copyOf(runs);
  }

  /**
   * Looks.
   *
   * @param settled up to here nothing is due any more
   */
  static DueMoments of(Timetable times, Instant settled, Instant now, Missed missed) {
    Instant limit = now.minus(GRACE);
    List<Instant> runs = new ArrayList<>();
    Instant done = settled;
    if (settled.isBefore(limit)) {
      List<Instant> late = newest(times, settled, limit, missed == Missed.ALL ? MOST : 1);
      if (!late.isEmpty()) {
        done = late.getLast();
      }
      if (missed != Missed.SKIP) {
        runs.addAll(late);
      }
    }
    Instant from = settled.isBefore(limit) ? limit.minusNanos(1) : settled;
    Optional<Instant> next = times.after(from);
    while (next.isPresent() && !next.get().isAfter(now)) {
      done = next.get();
      runs.add(done);
      next = times.after(done);
    }
    return new DueMoments(runs, done);
  }

  /**
   * The newest moments after one and before another. Looks into ever longer times before the end,
   * so that a schedule of every second that was off for a year costs no more than another.
   */
  private static List<Instant> newest(Timetable times, Instant from, Instant end, int count) {
    Duration back = FIRST_LOOK;
    while (true) {
      Instant begin = end.minus(back);
      boolean whole = !begin.isAfter(from);
      ArrayDeque<Instant> found = new ArrayDeque<>();
      Optional<Instant> next = times.after(whole ? from : begin);
      while (next.isPresent() && next.get().isBefore(end)) {
        found.add(next.get());
        if (found.size() > count) {
          found.remove();
        }
        next = times.after(next.get());
      }
      if (whole || found.size() == count) {
        return List.copyOf(found);
      }
      back = back.multipliedBy(WIDER);
    }
  }
}
