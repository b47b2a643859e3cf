package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.RunId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The runs that the triggers of one workflow began and that go on, and the places for further ones.
 * Runs for calls begin outside of the lock, many at a time: a place is taken before, and a run that
 * ends before it is known here is remembered.
 */
final class Slots {
  /** So many callers may wait for a place. */
  static final int CALLERS = 1_000;

  /** How long a caller waits for a place. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final int places;
  private final Set<RunId> running = new LinkedHashSet<>();
  private final Set<RunId> endedEarly = new HashSet<>();
  private final Condition free;
  private int taken;
  private int callers;

  /**
   * The places of a workflow.
   *
   * @param lock guards them
   */
  Slots(ReentrantLock lock, int places, Collection<RunId> running) {
    this.free = lock.newCondition();
    this.places = places;
    this.running.addAll(running);
  }

  /** The runs that go on, oldest first; for those who hold the lock. */
  Set<RunId> running() {
    return running;
  }

  boolean isFull() {
    return running.size() + taken >= places;
  }

  /**
   * Takes a place for a run that is about to begin, waiting for one if need be; under the lock.
   *
   * @param patient whether to wait
   * @throws EngineException with the reason BUSY when there is none in time
   */
  void take(String workflow, boolean patient) throws EngineException, InterruptedException {
    long left = PATIENCE;
    if (isFull() && (!patient || callers >= CALLERS)) {
      throw busy(workflow);
    }
    callers++;
    try {
      while (isFull()) {
        if (left <= 0) {
          throw busy(workflow);
        }
        left = free.awaitNanos(left);
      }
    } finally {
      callers--;
    }
    taken++;
  }

  private EngineException busy(String workflow) {
    return new EngineException(
        Reason.BUSY,
        "“"
            + workflow
            + "” has "
            + (places == 1 ? "a run" : places + " runs")
            + " going already: try again a little later");
  }

  /** A place is not needed after all; under the lock. */
  void giveBack() {
    taken--;
    free.signal();
  }

  /** The run for which a place was taken goes on; under the lock. */
  void begun(RunId run) {
    taken--;
    if (endedEarly.remove(run)) {
      free.signal();
    } else {
      running.add(run);
    }
  }

  /** A run has ended, or rests until someone outside goes on with it; under the lock. */
  void ended(RunId run) {
    if (!running.remove(run) && taken > 0) {
      endedEarly.add(run);
    }
    if (taken == 0) {
      endedEarly.clear();
    }
    free.signal();
  }
}
