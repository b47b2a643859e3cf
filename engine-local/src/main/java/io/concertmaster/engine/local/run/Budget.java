package io.concertmaster.engine.local.run;

import io.concertmaster.node.Allowance;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The memory that all runs of an engine together may fill with what their nodes hold.
 *
 * <p>Design note. Each piece of work has a small part that is certain, so that none waits for
 * another and nothing can be stuck. What it holds beyond comes from the common part, of which each
 * of those that want some gets an equal share: one that holds more than its share is told so the
 * next time it grows, goes to disk and gives all of it back. So a huge sort takes everything as
 * long as it is alone, and half once there is another; small runs never notice. The lock is taken
 * once for each {@value #STEP} bytes.
 */
final class Budget {
  /** By how much a piece of work grows at least. */
  private static final long STEP = 256 * 1024;

  private static final long MOST_CERTAIN = 4L << 20;
  private static final long LEAST_CERTAIN = 64L << 10;

  /** How many pieces of work one activation has at the same time, about. */
  private static final int PIECES = 8;

  private final long common;
  private final long certain;
  private final ReentrantLock lock = new ReentrantLock();
  private long taken;
  private int takers;

  /**
   * A budget of so many bytes, apart from what is certain.
   *
   * @param threads how many activations work at the same time
   */
  Budget(long common, int threads) {
    this.common = common;
    this.certain = Math.clamp(common / ((long) PIECES * threads), LEAST_CERTAIN, MOST_CERTAIN);
  }

  /** Two fifths of this process's memory. */
  static Budget ofHeap(int threads) {
    return new Budget(Runtime.getRuntime().maxMemory() / 5 * 2, threads);
  }

  /** How many bytes are certain for each piece of work. */
  long certain() {
    return certain;
  }

  /** How many bytes of the common part are taken. */
  long taken() {
    lock.lock();
    try {
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** A share for one more piece of work, used by one thread. */
  Share share() {
    return new Share();
  }

  /** What one piece of work holds. */
  final class Share implements Allowance {
    private long held;
    private long granted = certain;

    @Override
    public boolean hold(long bytes) {
      held += bytes;
      return held <= granted || grow();
    }

    private boolean grow() {
      lock.lock();
      try {
        boolean isNew = granted == certain;
        int all = takers + (isNew ? 1 : 0);
        long mine = granted - certain;
        long most = Math.min(common / all, common - (taken - mine));
        long wanted = held - certain;
        if (wanted > most) {
          return false;
        }
        long grown = Math.min(most, wanted + STEP);
        taken += grown - mine;
        takers += isNew ? 1 : 0;
        granted = certain + grown;
        return true;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void free() {
      held = 0;
      if (granted > certain) {
        lock.lock();
        try {
          taken -= granted - certain;
          takers--;
          granted = certain;
        } finally {
          lock.unlock();
        }
      }
    }
  }
}
