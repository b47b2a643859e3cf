package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Task;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * What a thread that is free does next: it performs what began before it begins more.
 *
 * <p>Design note. A crash leaves the steps that began and did not end, and of the unsafe ones
 * nobody knows whether they happened. So they begin shortly before a thread has time for them: not
 * while others wait to be performed, and only so many at once may be on their way to the disk.
 */
final class Turns {
  /** Unsafe steps whose beginning is on its way to the disk. */
  private static final int UNSAFE = 64;

  private record Beginning(LiveRun run, Task task) {}

  private final Executor threads;
  private final Queue<Runnable> performing = new ConcurrentLinkedQueue<>();
  private final Queue<Beginning> beginning = new ConcurrentLinkedQueue<>();
  private final Queue<Beginning> held = new ConcurrentLinkedQueue<>();
  private final Semaphore unsafe = new Semaphore(UNSAFE);
  private volatile boolean over;

  /** Turns on these threads. */
  Turns(Executor threads) {
    this.threads = threads;
  }

  void perform(Runnable work) {
    performing.add(work);
    threads.execute(this::next);
  }

  void begin(LiveRun run, Task task) {
    begin(new Beginning(run, task));
  }

  private void begin(Beginning next) {
    beginning.add(next);
    threads.execute(this::next);
  }

  /** Does one thing; it is called as often as something was added. */
  private void next() {
    Runnable work = performing.poll();
    if (work != null) {
      work.run();
      return;
    }
    Beginning next = beginning.poll();
    if (next == null || over) {
      return;
    }
    if (!next.run().definition().planner().began(next.task()).unsafe()) {
      next.run().begin(next.task(), () -> {});
    } else if (unsafe.tryAcquire()) {
      next.run().begin(next.task(), this::durable);
    } else {
      held.add(next);
      if (unsafe.availablePermits() > 0) {
        goOn(); // one became free in between
      }
    }
  }

  private void durable() {
    unsafe.release();
    goOn();
  }

  private void goOn() {
    Beginning next = held.poll();
    if (next != null) {
      begin(next);
    }
  }

  /** Nothing more begins. */
  void end() {
    over = true;
  }

  /** Whether nothing more begins. */
  boolean isOver() {
    return over;
  }
}
