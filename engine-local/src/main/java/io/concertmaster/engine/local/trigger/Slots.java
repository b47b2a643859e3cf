package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.RunId;
import io.concertmaster.model.Concurrency;
import io.concertmaster.model.Concurrency.Overlap;
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
  private final Overlap overlap;
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
  Slots(ReentrantLock lock, Concurrency concurrency, Collection<RunId> running) {
    this.free = lock.newCondition();
    this.places = concurrency.atOnce();
    this.overlap = concurrency.overlap();
    this.running.addAll(running);
  }

  /** The runs that go on, oldest first; for those who hold the lock. */
  Set<RunId> running() {
    return running;
  }

  /** How many callers wait for a place. */
  int callers() {
    return callers;
  }

  boolean isFull() {
    return running.size() + taken >= places;
  }

  /** Makes room for a run, where there is none and the policy is to cancel. */
  @FunctionalInterface
  interface Room {
    void make() throws EngineException;
  }

  /**
   * Takes a place for a run that is about to begin, waiting for one if need be; under the lock.
   *
   * <p>Where runs are cancelled for others, only those can be that have begun: while all places are
   * taken by runs that are about to, a caller waits for one of them.
   *
   * @param room makes room by cancelling, where it can
   * @throws EngineException with the reason BUSY when there is none in time
   */
  void take(String workflow, Room room) throws EngineException, InterruptedException {
    long left = PATIENCE;
    if (isFull() && (overlap == Overlap.SKIP || callers >= CALLERS)) {
      throw busy(workflow);
    }
    callers++;
    try {
      makeRoom(room);
      while (isFull()) {
        if (left <= 0) {
          throw busy(workflow);
        }
        left = free.awaitNanos(left);
        makeRoom(room);
      }
    } finally {
      callers--;
    }
    taken++;
  }

  private void makeRoom(Room room) throws EngineException {
    if (overlap == Overlap.CANCEL && isFull()) {
      room.make();
    }
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
    boolean over = endedEarly.remove(run);
    if (!over) {
      running.add(run);
    }
    if (over || overlap == Overlap.CANCEL) {
      free.signal(); // there is a place, or a run that can be cancelled for one
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
