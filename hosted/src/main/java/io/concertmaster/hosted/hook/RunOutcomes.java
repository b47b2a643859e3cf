package io.concertmaster.hosted.hook;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What became of runs, for callers who wait for it. Hears all events of an engine and remembers the
 * newest outcomes, so that a run that ends before its caller asks is not missed.
 */
public final class RunOutcomes implements AutoCloseable {
  /** So many outcomes are remembered. */
  private static final int NEWEST = 16_384;

  /**
   * What a caller may hear of.
   *
   * @param response what a node said as its answer to the caller, where one did
   * @param ended how the run ended; empty where the answer came before
   */
  public record Outcome(Optional<RunEvent.NodeTold> response, Optional<RunStatus> ended) {}

  private final Engine.Subscription subscription;
  private final Map<Long, Outcome> newest = new HashMap<>();
  private final Deque<Long> order = new ArrayDeque<>();
  private final Map<Long, Waiting> waiting = new HashMap<>();

  private record Waiting(boolean forEnd, CompletableFuture<Outcome> future) {}

  /** The outcomes of an engine's runs from now on. */
  public RunOutcomes(Engine engine) {
    subscription = engine.subscribe(this::hear);
  }

  private void hear(RunEvent event) {
    switch (event) {
      case RunEvent.NodeTold told when "response".equals(told.told().get("kind")) ->
          became(told.run(), new Outcome(Optional.of(told), Optional.empty()));
      case RunEvent.StatusChanged changed when isEnd(changed.status()) ->
          became(changed.run(), new Outcome(Optional.empty(), Optional.of(changed.status())));
      default -> {}
    }
  }

  private static boolean isEnd(RunStatus status) {
    return status.ended() || status == RunStatus.UNCERTAIN;
  }

  private void became(RunId run, Outcome outcome) {
    Waiting waits = null;
    Outcome whole;
    synchronized (this) {
      Outcome before = newest.get(run.number());
      whole =
          before == null
              ? outcome
              : new Outcome(
                  before.response().or(outcome::response), outcome.ended().or(before::ended));
      newest.put(run.number(), whole);
      if (before == null) {
        order.add(run.number());
        if (order.size() > NEWEST) {
          newest.remove(order.remove());
        }
      }
      Waiting known = waiting.get(run.number());
      if (known != null && (!known.forEnd() || whole.ended().isPresent())) {
        waiting.remove(run.number());
        waits = known;
      }
    }
    if (waits != null) {
      waits.future().complete(whole);
    }
  }

  /**
   * The outcome of a run that was begun a moment ago.
   *
   * @param end whether it has to have ended; else a node's answer is enough
   */
  CompletableFuture<Outcome> of(RunId run, boolean end) {
    synchronized (this) {
      Outcome known = newest.get(run.number());
      if (known != null && (!end || known.ended().isPresent())) {
        return CompletableFuture.completedFuture(known);
      }
      return waiting
          .computeIfAbsent(run.number(), number -> new Waiting(end, new CompletableFuture<>()))
          .future();
    }
  }

  /** Nobody waits for a run any more. */
  synchronized void forget(RunId run) {
    waiting.remove(run.number());
  }

  @Override
  public void close() {
    subscription.close();
  }
}
