package io.concertmaster.simulation;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Says which seed is being tried: now and then how far it has come, and again and again where one
 * takes long, since a step of a world that never gives way cannot be stopped from inside.
 */
final class Progress {
  private final PrintStream out;
  private final long every;
  private final Duration patience;
  private volatile long seed;
  private volatile long begun;

  /**
   * Begins with a seed.
   *
   * @param seed the first one
   * @param every after how many seeds it says how far it has come
   * @param patience how long a seed may take before it is named, and then again each time so long
   */
  Progress(PrintStream out, long seed, long every, Duration patience) {
    this.out = out;
    this.every = every;
    this.patience = patience;
    next(seed);
    Thread.ofPlatform().daemon().name("progress").start(this::watch);
  }

  private void next(long other) {
    seed = other;
    begun = System.nanoTime();
  }

  /**
   * A seed is done, and the next one begins.
   *
   * @param count how many are done
   */
  void done(long which, long count) {
    if (count % every == 0) {
      out.println("seed " + which + " is done");
    }
    next(which + 1);
  }

  private void watch() {
    try {
      long named = 0;
      while (true) {
        Thread.sleep(patience.toMillis() / 4 + 1);
        long now = System.nanoTime();
        long since = Math.max(begun, named);
        if (now - since >= patience.toNanos()) {
          out.printf("seed %d has been under way for %d s%n", seed, (now - begun) / 1_000_000_000);
          named = now;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
