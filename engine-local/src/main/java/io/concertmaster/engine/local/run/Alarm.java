package io.concertmaster.engine.local.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread that calls back at moments; it sleeps until the next one.
 *
 * <p>Design note. Moments are by the wall clock, and a machine that slept, or whose clock was set,
 * reaches them otherwise than a count of nanoseconds says. While anything waits, the thread
 * therefore looks at the clock again at least every 30 seconds; while nothing waits it never wakes.
 * Spans of time (the limit of a step, the pause before a new try) are counted apart from the clock:
 * they are as long as they are, whatever the clock says meanwhile.
 */
final class Alarm implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(30);

  /** Takes a call back. */
  interface Handle {
    void cancel();
  }

  private final InstantSource clock;
  private final Duration look;
  private final ScheduledExecutorService thread;

  Alarm(InstantSource clock, ScheduledExecutorService thread) {
    this(clock, LOOK, thread);
  }

  /** An alarm that looks at the clock so often. */
  Alarm(InstantSource clock, Duration look, ScheduledExecutorService thread) {
    this.clock = clock;
    this.look = look;
    this.thread = thread;
  }

  /** Calls once, at the moment or as soon as it can after it. */
  Handle at(Instant moment, Runnable call) {
    Call due = new Call(moment, call);
    due.schedule();
    return due;
  }

  /** Calls once, when so much time has passed, whatever the clock says then. */
  Handle after(Duration span, Runnable call) {
    try {
      ScheduledFuture<?> due =
          thread.schedule(() -> run(call), Math.max(0, span.toNanos()), TimeUnit.NANOSECONDS);
      return () -> due.cancel(false);
    } catch (RejectedExecutionException closing) {
      return () -> {}; // the engine closes: nothing is due any more
    }
  }

  private static void run(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      System.getLogger(Alarm.class.getName())
          .log(System.Logger.Level.ERROR, "what was due failed", e);
    }
  }

  private final class Call implements Handle, Runnable {
    private final Instant moment;
    private final Runnable call;
    private @Nullable ScheduledFuture<?> next;
    private boolean cancelled;

    Call(Instant moment, Runnable call) {
      this.moment = moment;
      this.call = call;
    }

    synchronized void schedule() {
      if (cancelled || thread.isShutdown()) {
        return;
      }
      Duration left = Duration.between(clock.instant(), moment);
      long nanos = (left.compareTo(look) > 0 ? look : left).toNanos();
      try {
        next = thread.schedule(this, nanos, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException closing) {
        cancelled = true; // what was due is taken up when the store is opened again
      }
    }

    @Override
    public synchronized void cancel() {
      cancelled = true;
      if (next != null) {
        next.cancel(false);
      }
    }

    @Override
    public void run() {
      if (clock.instant().isBefore(moment)) {
        schedule();
        return;
      }
      synchronized (this) {
        if (cancelled) {
          return;
        }
      }
      Alarm.run(call);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
