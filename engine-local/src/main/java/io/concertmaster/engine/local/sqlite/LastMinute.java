package io.concertmaster.engine.local.sqlite;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts of several kinds over the last minute, forgotten in steps of five seconds. */
public final class LastMinute {
  private static final long SLOT = TimeUnit.SECONDS.toNanos(5);

  /** Twelve that are over, and the one that goes on. */
  private static final int SLOTS = 13;

  private final LongSupplier nanos;
  private final long opened;
  private final long[][] counts;
  private long newest;

  /** Counts of so many kinds. */
  public LastMinute(int kinds) {
    this(kinds, System::nanoTime);
  }

  /** Counts by a clock of its own. */
  LastMinute(int kinds, LongSupplier nanos) {
    this.nanos = nanos;
    this.opened = nanos.getAsLong();
    this.counts = new long[SLOTS][kinds];
  }

  /** Counts some more of a kind. */
  public synchronized void add(int kind, long more) {
    forget();
    counts[(int) (newest % SLOTS)][kind] += more;
  }

  /** How many there were of each kind. */
  public synchronized long[] sums() {
    forget();
    long[] sums = new long[counts[0].length];
    for (long[] slot : counts) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += slot[i];
      }
    }
    return sums;
  }

  /** Over how many seconds the sums reach: about sixty, less in the first minute. */
  public synchronized double seconds() {
    forget();
    long first = Math.max(0, newest - SLOTS + 1) * SLOT;
    return Math.max(1, nanos.getAsLong() - opened - first) / 1e9;
  }

  private void forget() {
    long now = (nanos.getAsLong() - opened) / SLOT;
    long clear = Math.min(now - newest, SLOTS);
    for (long i = 1; i <= clear; i++) {
      Arrays.fill(counts[(int) ((now - clear + i) % SLOTS)], 0);
    }
    newest = now;
  }
}
