package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Prunes a store by the retention of its home, a while after it was opened and then every hour. No
 * thread runs where everything is kept.
 */
final class Housekeeping implements AutoCloseable {
  private static final Duration AFTER_OPENING = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Path home;
  private final Pruner pruner;
  private final InstantSource clock;
  private final Optional<Thread> thread;

  Housekeeping(Path home, Pruner pruner, InstantSource clock) {
    this.home = home;
    this.pruner = pruner;
    this.clock = clock;
    this.thread =
        RetentionSettings.of(home).keepsAll()
            ? Optional.empty()
            : Optional.of(Machine.THIS.threads().start("engine housekeeping", this::work));
  }

  private void work() {
    try {
      Thread.sleep(AFTER_OPENING);
      while (true) {
        prune();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException closing) {
      // What is left to do is done another day.
    }
  }

  private void prune() throws InterruptedException {
    try {
      long gone = pruner.prune(RetentionSettings.of(home), clock.instant());
      System.getLogger(Housekeeping.class.getName())
          .log(System.Logger.Level.DEBUG, "{0} runs were taken away", gone);
    } catch (EngineException | StoreException e) {
      System.getLogger(Housekeeping.class.getName())
          .log(System.Logger.Level.INFO, "no runs are taken away now: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    if (thread.isEmpty()) {
      return;
    }
    thread.get().interrupt();
    try {
      thread.get().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
