package io.concertmaster.engine.local.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The writes of all runs on which nobody waits.
 *
 * <p>Design note. They stand in one queue with those on which somebody waits, so their number is
 * what others wait longer. A bound for each run is none for all of them: with a hundred runs that
 * compute a thousand writes lay before everyone's.
 */
final class AheadOfDisk {
  /** So many may be on their way; a disk that is behind holds the runs back. */
  private static final int MOST = 128;

  private final AtomicInteger onTheWay = new AtomicInteger();

  /** Whether there is room for one more. */
  boolean hasRoom() {
    return onTheWay.get() < MOST;
  }

  /** Notes a write on which nobody waits. */
  void note(CompletableFuture<Void> write) {
    onTheWay.incrementAndGet();
    var _ = write.whenComplete((nothing, failure) -> onTheWay.decrementAndGet());
  }
}
