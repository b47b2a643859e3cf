package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import java.util.concurrent.TimeUnit;

/** Tells those who watch how far a node is, at most ten times a second. Used by one thread. */
final class Progress {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  private final Services services;
  private final RunId run;
  private final Execution execution;
  private long told = System.nanoTime();

  Progress(Services services, RunId run, Execution execution) {
    this.services = services;
    this.run = run;
    this.execution = execution;
  }

  void tell() {
    long now = System.nanoTime();
    if (now - told >= PAUSE) {
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
