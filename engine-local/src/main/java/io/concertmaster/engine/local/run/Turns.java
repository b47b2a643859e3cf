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
 * while others wait to be performed, and only so many at once may be on their way to the disk. More
 * beginnings on their way would not make the disk faster, only each of them wait longer.
 */
final class Turns {
  private record Beginning(LiveRun run, Task task) {}

  private final Executor threads;
  private final Queue<Runnable> performing = new ConcurrentLinkedQueue<>();
  private final Queue<Beginning> beginning = new ConcurrentLinkedQueue<>();
  private final Lane unsafe = new Lane(64);
  private final Lane safe = new Lane(512);
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
    if (next != null && !over) {
      boolean isUnsafe = next.run().definition().planner().began(next.task()).unsafe();
      (isUnsafe ? unsafe : safe).begin(next);
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

  /** Beginnings of which only so many are on their way to the disk. */
  private final class Lane {
    private final Semaphore free;
    private final Queue<Beginning> held = new ConcurrentLinkedQueue<>();

    private Lane(int most) {
      free = new Semaphore(most);
    }

    private void begin(Beginning next) {
      if (free.tryAcquire()) {
        next.run().begin(next.task(), this::durable);
        return;
      }
      held.add(next);
      if (free.availablePermits() > 0) {
        goOn(); // one became free in between
      }
    }

    private void durable() {
      free.release();
      goOn();
    }

    private void goOn() {
      Beginning next = held.poll();
      if (next != null) {
        Turns.this.begin(next);
      }
    }
  }
}
