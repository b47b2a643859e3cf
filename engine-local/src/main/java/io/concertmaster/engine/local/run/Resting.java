package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether a run rests, and those who wait for that, under the lock of the run. */
final class Resting {
  private final ReentrantLock lock;
  private final Condition changed;
  private final Writing writing;
  private final Supplier<Optional<RunState>> held;

  /** What those wait for who wait now; few, mostly none or one. */
  private final List<BooleanSupplier> awaited = new ArrayList<>();

  /**
   * Of a run.
   *
   * @param held how the plan stands; empty where the run has ended or was let go
   */
  Resting(ReentrantLock lock, Writing writing, Supplier<Optional<RunState>> held) {
    this.lock = lock;
    this.changed = lock.newCondition();
    this.writing = writing;
    this.held = held;
  }

  /**
   * The run stands otherwise than before; the lock is held. Only news for somebody wakes anybody: a
   * thread that is woken at each event of a run costs more than the event.
   */
  void changed() {
    for (BooleanSupplier each : awaited) {
      if (each.getAsBoolean()) {
        changed.signalAll();
        return;
      }
    }
  }

  /** Whether nothing happens in it by itself, or only in runs that it called. */
  boolean isQuiet() {
    lock.lock();
    try {
      return held.get().map(state -> !writing.isGoing() && state.isQuiet()).orElse(true);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing happens in it by itself, or only in runs that it called. */
  void awaitQuiet() throws InterruptedException {
    await(this::isQuiet);
  }

  /** Waits until it stands otherwise than so, or was let go. */
  void awaitOther(RunState seen) throws InterruptedException {
    await(() -> held.get().map(state -> !state.equals(seen)).orElse(true));
  }

  /** Waits until it has ended, waits for a moment or a person, or was let go. */
  void awaitRest() throws InterruptedException {
    await(() -> held.get().map(state -> !writing.isGoing() && state.waits()).orElse(true));
  }

  /** Waits until something holds; asked under the lock, at first and after each change. */
  private void await(BooleanSupplier holds) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      awaited.add(holds);
      while (!holds.getAsBoolean()) {
        changed.await();
      }
    } finally {
      awaited.remove(holds);
      lock.unlock();
    }
  }
}
