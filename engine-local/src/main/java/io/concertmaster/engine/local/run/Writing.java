package io.concertmaster.engine.local.run;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/**
 * Whether an event of a run is on its way to the disk. Until it is there the run takes no other
 * one. Used under the run's lock, which is not held while somebody waits.
 */
final class Writing {
  private final Condition over;
  private boolean going;

  Writing(Lock lock) {
    this.over = lock.newCondition();
  }

  void begin() {
    going = true;
  }

  void end() {
    going = false;
    wake();
  }

  /** Lets those who wait look again. */
  void wake() {
    over.signalAll();
  }

  boolean isGoing() {
    return going;
  }

  /** Waits until nothing is on its way. */
  void await() {
    while (going) {
      over.awaitUninterruptibly();
    }
  }

  /** Waits until something holds, at most so many nanoseconds. */
  void await(BooleanSupplier holds, long nanos) {
    long left = nanos;
    try {
      while (!holds.getAsBoolean() && left > 0) {
        left = over.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
