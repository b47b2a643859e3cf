package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Prunes a store by the retention of its home, a while after it was opened and then every hour.
 * Each turn reads {@code retention.json} anew, so what is written there while the home is open
 * counts from the next turn on. A turn that fails is told once, until a turn succeeds or fails by
 * something else, and the next turn tries again.
 */
final class Housekeeping implements AutoCloseable {
  private static final Duration AFTER_OPENING = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofHours(1);

  /** Takes away the runs that are not kept. */
  @FunctionalInterface
  interface Work {
    /**
     * Does so.
     *
     * @return how many runs went
     */
    long prune(Retention retention, Instant now) throws EngineException, InterruptedException;
  }

  private final Path home;
  private final Work work;
  private final InstantSource clock;
  private final Duration afterOpening;
  private final Duration pause;
  private final Thread thread;
  private String told = "";

  Housekeeping(Path home, Work work, InstantSource clock) {
    this(home, work, clock, AFTER_OPENING, PAUSE);
  }

  Housekeeping(Path home, Work work, InstantSource clock, Duration afterOpening, Duration pause) {
    this.home = home;
    this.work = work;
    this.clock = clock;
    this.afterOpening = afterOpening;
    this.pause = pause;
    this.thread = Machine.THIS.threads().start("engine housekeeping", this::takeTurns);
  }

  private void takeTurns() {
    try {
      Thread.sleep(afterOpening);
      while (true) {
        takeTurn();
        Thread.sleep(pause);
      }
    } catch (InterruptedException closing) {
      // What is left to do is done another day.
    }
  }

  /** Whatever goes wrong here must not end the turns: a disk that is full now has room later. */
  private void takeTurn() throws InterruptedException {
    try {
      Retention retention = RetentionSettings.read(home);
      if (!retention.keepsAll()) {
        long gone = work.prune(retention, clock.instant());
        System.getLogger(Housekeeping.class.getName())
            .log(System.Logger.Level.DEBUG, "{0} runs were taken away", gone);
      }
      told = "";
    } catch (IllegalArgumentException e) {
      tell(
          System.Logger.Level.WARNING,
          "all runs are kept until it is mended: " + e.getMessage(),
          e);
    } catch (EngineException | StoreException e) {
      tell(System.Logger.Level.INFO, "no runs are taken away now: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      tell(System.Logger.Level.WARNING, "no runs are taken away now: " + e, e);
    }
  }

  private void tell(System.Logger.Level level, String problem, Exception cause) {
    if (!problem.equals(told)) {
      told = problem;
      System.Logger log = System.getLogger(Housekeeping.class.getName());
      log.log(level, problem);
      log.log(System.Logger.Level.DEBUG, "no runs are taken away", cause);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
