package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeContext;
import java.time.Duration;

/** Pauses between requests, which end at once when the run is cancelled. */
final class Pace {
  private static final long STEP_MILLIS = 100;

  private Pace() {}

  static void pause(NodeContext context, double seconds) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMillis(Math.round(seconds * 1000)).toNanos();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      context.checkInterrupted();
      Thread.sleep(Duration.ofNanos(Math.min(left, STEP_MILLIS * 1_000_000)));
    }
  }
}
