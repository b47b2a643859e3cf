package io.concertmaster.engine.local.run;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Those who wait for a run to come to rest, under the lock of the run. */
final class Resting {
  private final ReentrantLock lock;
  private final Condition changed;

  Resting(ReentrantLock lock) {
    this.lock = lock;
    this.changed = lock.newCondition();
  }

  /** The run stands otherwise than before; the lock is held. */
  void changed() {
    changed.signalAll();
  }

  /**
   * Waits until something holds of how the run stands.
   *
   * @param holds asked under the lock, at first and whenever the run stands otherwise
   */
  void await(BooleanSupplier holds) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!holds.getAsBoolean()) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
