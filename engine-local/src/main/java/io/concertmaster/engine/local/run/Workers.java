package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which activations work.
 *
 * <p>Design note. No thread waits for the journal: an activation's beginning and its end are queued
 * for the disk, the thread turns to another run, and when the disk has it, one more thread does
 * what follows. So thousands of runs share one sync of the disk, whatever the number of threads.
 * {@link Turns} says what a thread does next. The end of one activation and the beginning of the
 * next are one write, unless others queue: then the run goes to the end of the queue.
 */
final class Workers {
  /** How long steps under way may take to end when the engine closes. */
  static final Duration GRACE = Duration.ofSeconds(2);

  private final ThreadPoolExecutor threads;
  private final ExecutorService following;
  private final Turns turns;
  private final Room room;

  /**
   * Works on these threads.
   *
   * @param following one thread, for what follows a write
   */
  Workers(ThreadPoolExecutor threads, ExecutorService following, Room room) {
    this.threads = threads;
    this.following = following;
    this.room = room;
    turns = new Turns(this::execute);
  }

  /** Begins an activation. */
  void begin(LiveRun run, Task task) {
    turns.begin(run, task);
  }

  /** Performs an activation that began. */
  void perform(LiveRun run, Task task) {
    turns.perform(() -> work(run, task));
  }

  private void work(LiveRun run, Task first) {
    try {
      Optional<Task> next = Optional.of(first);
      while (next.isPresent()) {
        next = run.perform(next.get(), mayGoOn());
      }
    } catch (RuntimeException | Error e) {
      run.abandon(e); // nobody may wait for a run that no thread works on
    }
  }

  private boolean mayGoOn() {
    return threads.getQueue().isEmpty() && !turns.isOver() && !room.isShort();
  }

  /** Does something for a run that is no activation. */
  void execute(LiveRun run, Runnable work) {
    execute(() -> {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        run.abandon(e);
      }
    });
  }

  /** Does something for no run in particular. */
  void execute(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException closing) {
      // The engine closes: it is done another day.
    }
  }

  /** Does what follows a write, also while the engine closes: others may wait for it. */
  void follow(Runnable work) {
    try {
      following.execute(work);
    } catch (RejectedExecutionException closed) {
      work.run();
    }
  }

  /** Begins nothing more; what began is still performed. */
  void beginNothing() {
    turns.end();
  }

  /** Begins nothing at all any more. */
  void close() {
    threads.shutdown();
    threads.getQueue().clear();
  }

  /** Waits for what is under way. */
  void awaitEnd(Duration atMost) {
    try {
      var _ = threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    following.shutdown();
  }
}
