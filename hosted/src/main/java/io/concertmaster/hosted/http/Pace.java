package io.concertmaster.hosted.http;

import java.time.Duration;

/**
 * How fast a body must come, from the moment at which this was made: in a time that any body has,
 * and in more the longer it is.
 */
public final class Pace {
  private final long begin = System.nanoTime();
  private final long patience;
  private final long bytesPerSecond;

  /**
   * A pace.
   *
   * @param patience the time that any body has
   * @param bytesPerSecond what must come at least beyond that
   */
  public Pace(Duration patience, long bytesPerSecond) {
    this.patience = patience.toNanos();
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Whether a body of which so many bytes have come is too slow. */
  public boolean isMissed(long bytes) {
    return passed() > patience + bytes * 1_000_000_000L / bytesPerSecond;
  }

  /** Whether it has taken longer than a body of any length may. */
  boolean isOver(Duration longest) {
    return passed() > longest.toNanos();
  }

  private long passed() {
    return System.nanoTime() - begin;
  }
}
