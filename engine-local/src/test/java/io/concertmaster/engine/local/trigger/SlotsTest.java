package io.concertmaster.engine.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.model.Concurrency;
import io.concertmaster.model.Concurrency.Overlap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SlotsTest {
  private static final RunId FIRST = new RunId(1);

  private final ReentrantLock lock = new ReentrantLock();

  private Slots one(Overlap overlap) {
    return new Slots(lock, new Concurrency(1, overlap), List.of());
  }

  private CompletableFuture<Void> take(Slots slots, Slots.Room room) {
    return CompletableFuture.runAsync(() -> {
      lock.lock();
      try {
        slots.take("Newest wins", room);
      } catch (EngineException | InterruptedException e) {
        throw new IllegalStateException(e.getMessage(), e);
      } finally {
        lock.unlock();
      }
    });
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  private void awaitWaiting(Slots slots) throws InterruptedException {
    boolean waiting = false;
    while (!waiting) {
      Thread.sleep(1);
      lock.lock();
      try {
        waiting = slots.callers() > 0;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Nothing can be cancelled before it has begun. */
  @Test
  void whoCancelsTheOldestWaitsWhileThatIsAboutToBegin() throws Exception {
    Slots slots = one(Overlap.CANCEL);
    take(slots, () -> {}).join();

    CompletableFuture<Void> second =
        take(slots, () -> List.copyOf(slots.running()).forEach(slots::ended));
    awaitWaiting(slots);
    locked(() -> slots.begun(FIRST));

    second.join();
    assertThat(slots.running()).isEmpty();
  }

  @Test
  void whoWaitsBeginsWhenTheRunHasEnded() throws Exception {
    Slots slots = one(Overlap.WAIT);
    take(slots, () -> {}).join();
    locked(() -> slots.begun(FIRST));

    CompletableFuture<Void> second =
        take(
            slots,
            () -> {
              throw new IllegalStateException("nothing is cancelled for it");
            });
    awaitWaiting(slots);
    locked(() -> slots.ended(FIRST));

    second.join();
  }

  @Test
  void whoIsLeftOutHearsItAtOnce() {
    Slots slots = one(Overlap.SKIP);
    take(slots, () -> {}).join();

    assertThatThrownBy(() -> take(slots, () -> {}).join())
        .hasMessageContaining("“Newest wins” has a run going already");
  }
}
