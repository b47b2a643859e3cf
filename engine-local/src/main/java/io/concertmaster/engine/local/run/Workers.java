package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which activations work. A run keeps its thread from one activation to the next, so
 * that the end of one and the beginning of the next are one write; unless others queue: then it
 * goes to the end of the queue.
 */
final class Workers {
  /** How long steps under way may take to end when the engine closes. */
  static final Duration GRACE = Duration.ofSeconds(2);

  private final ThreadPoolExecutor threads;
  private final Room room;

  Workers(ThreadPoolExecutor threads, Room room) {
    this.threads = threads;
    this.room = room;
  }

  void execute(LiveRun run, Task task) {
    try {
      threads.execute(() -> work(run, task));
    } catch (RejectedExecutionException closing) {
      // The engine closes: the run goes on another day.
    }
  }

  /** Does something for a run that is no activation. */
  void execute(LiveRun run, Runnable work) {
    try {
      threads.execute(() -> {
        try {
          work.run();
        } catch (RuntimeException | Error e) {
          run.abandon(e);
        }
      });
    } catch (RejectedExecutionException closing) {
      // The engine closes: the run goes on another day.
    }
  }

  private void work(LiveRun run, Task first) {
    try {
      Optional<Task> next = run.begin(first);
      while (next.isPresent()) {
        next = run.perform(next.get(), mayGoOn());
      }
    } catch (RuntimeException | Error e) {
      run.abandon(e); // nobody may wait for a run that no thread works on
    }
  }

  private boolean mayGoOn() {
    return threads.getQueue().isEmpty() && !threads.isShutdown() && !room.isShort();
  }

  /** Does something for no run in particular. */
  void execute(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException closing) {
      // The engine closes, and nothing more is to be done.
    }
  }

  /** Begins nothing more. */
  void close() {
    threads.shutdown();
    threads.getQueue().clear();
  }

  /** Waits for what is under way. */
  boolean awaitEnd(Duration atMost) {
    try {
      return threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
