package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The work of one try of an activation on its thread, and the way to cut it short. An interrupt
 * reaches the thread only while it does this work.
 */
final class Execution {
  /** Why work is cut short. */
  enum Stop {
    /** The run ended: by a person, or for its time. */
    RUN_ENDED,
    /** The node's time for one try is over. */
    TIME_OVER,
    /** The engine closes; the run goes on another day. */
    ENGINE_CLOSES
  }

  /** Thrown where a reader or writer of items finds that the work was cut short. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("the work was cut short", null, false, false);
    }
  }

  private final Task task;
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
  private @Nullable Thread thread;
  private boolean finished;
  private volatile @Nullable Stop stop;

  Execution(Task task) {
    this.task = task;
  }

  Task task() {
    return task;
  }

  synchronized void begin() {
    thread = Thread.currentThread();
    if (stop != null) {
      thread.interrupt();
    }
  }

  /** Ends the work: the thread is its own again. */
  @SuppressWarnings("Interruption") // clears an interrupt that came for work that is over
  synchronized void end() {
    finished = true;
    thread = null;
    Thread.interrupted();
  }

  /** Cuts the work short; the first reason counts. */
  synchronized void stop(Stop why) {
    if (stop == null) {
      stop = why;
    }
    if (thread != null && !finished) {
      thread.interrupt();
    }
  }

  Optional<Stop> stopped() {
    return Optional.ofNullable(stop);
  }

  /** Goes on only where the work was not cut short. */
  void check() {
    if (stop != null) {
      throw new Stopped();
    }
  }

  /**
   * Adds an item to what a node holds.
   *
   * @throws NodeException when it is too large to be held
   */
  void hold(Item item, Consumer<Item> held) throws NodeException {
    check();
    try {
      held.accept(item);
    } catch (IllegalArgumentException tooLarge) {
      throw new NodeException(String.valueOf(tooLarge.getMessage()), tooLarge);
    }
  }

  /** What counts the items of an output, for those who watch. */
  AtomicLong counter(String output) {
    return counts.computeIfAbsent(output, each -> new AtomicLong());
  }

  /** Items written so far, by output id; outputs without any are left out. */
  Map<String, Long> counts() {
    return counts.entrySet().stream()
        .filter(count -> count.getValue().get() > 0)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, count -> count.getValue().get()));
  }

  /** Items written so far. */
  long written() {
    return counts.values().stream().mapToLong(AtomicLong::get).sum();
  }
}
