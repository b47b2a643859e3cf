package io.concertmaster.engine.local.run;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.RunEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Tells those who watch what happens, in order, on one thread that sleeps in between. */
final class Watchers implements AutoCloseable {
  private final List<Consumer<RunEvent>> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService thread;

  /** Tells them on a pool of one thread. */
  Watchers(ExecutorService thread) {
    this.thread = thread;
  }

  Engine.Subscription add(Consumer<RunEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell(RunEvent event) {
    if (listeners.isEmpty()) {
      return;
    }
    try {
      thread.execute(() -> deliver(event));
    } catch (RejectedExecutionException closed) {
      // Nobody is left to hear it.
    }
  }

  private void deliver(RunEvent event) {
    for (Consumer<RunEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        System.getLogger(Watchers.class.getName())
            .log(System.Logger.Level.WARNING, "a listener failed at " + event, e);
      }
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
