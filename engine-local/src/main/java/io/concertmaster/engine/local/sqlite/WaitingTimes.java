package io.concertmaster.engine.local.sqlite;

import java.time.Duration;

/**
 * How long writes took to become durable in the last minute. Times are counted in classes, of which
 * each is an eighth longer than the one before it.
 */
public final class WaitingTimes {
  private static final int IN_AN_OCTAVE = 8;

  private final LastMinute counts = new LastMinute(64 * IN_AN_OCTAVE);

  void add(long nanos) {
    counts.add(kind(Math.max(nanos, IN_AN_OCTAVE)), 1);
  }

  /**
   * The time that a part of the writes did not exceed.
   *
   * @param part from 0 to 1
   * @return zero where there was none
   */
  public Duration quantile(double part) {
    long[] sums = counts.sums();
    long all = 0;
    for (long each : sums) {
      all += each;
    }
    long wanted = (long) Math.ceil(all * part);
    long seen = 0;
    for (int kind = 0; kind < sums.length; kind++) {
      seen += sums[kind];
      if (sums[kind] > 0 && seen >= wanted) {
        return Duration.ofNanos(end(kind));
      }
    }
    return Duration.ZERO;
  }

  /** The octave, and the three bits behind its first. */
  private static int kind(long nanos) {
    int octave = 63 - Long.numberOfLeadingZeros(nanos);
    return octave * IN_AN_OCTAVE + (int) (nanos >> (octave - 3)) % IN_AN_OCTAVE;
  }

  /** The end of a class. */
  private static long end(int kind) {
    int octave = kind / IN_AN_OCTAVE;
    return (long) (IN_AN_OCTAVE + kind % IN_AN_OCTAVE + 1) << (octave - 3);
  }
}
