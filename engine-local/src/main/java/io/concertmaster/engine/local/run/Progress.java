package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;

/**
 * Tells those who watch how far a node is, at most ten times a second by the engine's clock: a
 * clock that is set back or forth tells once more. Used by one thread.
 */
final class Progress {
  private static final long PAUSE_MILLIS = 100;

  private final Services services;
  private final RunId run;
  private final Execution execution;
  private long told;

  Progress(Services services, RunId run, Execution execution) {
    this.services = services;
    this.run = run;
    this.execution = execution;
    this.told = services.clock().millis();
  }

  void tell() {
    long now = services.clock().millis();
    if (Math.abs(now - told) >= PAUSE_MILLIS) {
      told = now;
      services
          .watchers()
          .tell(
              new RunEvent.NodeProgress(
                  run,
                  services.now(),
                  execution.task().node(),
                  execution.task().runIndex(),
                  execution.counts()));
    }
  }
}
