package io.concertmaster.hosted.hook;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

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
  public record Outcome(Optional<RunEvent.NodeTold> response, Optional<RunStatus> ended) {
    static final Outcome NOTHING_YET = new Outcome(Optional.empty(), Optional.empty());

    /** Whether it tells what a caller waits for: the end, or the answer of a node. */
    boolean answers(boolean end) {
      return end ? ended.isPresent() : response.isPresent();
    }
  }

  private final Engine engine;
  private final Engine.Subscription subscription;
  private final Map<Long, Outcome> newest = new HashMap<>();
  private final Deque<Long> order = new ArrayDeque<>();
  private final Map<Long, Waiting> waiting = new HashMap<>();
  private boolean left;

  /** Who waits for a run; a call that is sent again waits for the run of the first one too. */
  private static final class Waiting {
    private final boolean forEnd;
    private final CompletableFuture<Outcome> future = new CompletableFuture<>();
    private int callers;

    Waiting(boolean forEnd) {
      this.forEnd = forEnd;
    }
  }

  /** The outcomes of an engine's runs from now on. */
  public RunOutcomes(Engine engine) {
    this.engine = engine;
    subscription = engine.subscribe(this::hear);
  }

  private void hear(RunEvent event) {
    switch (event) {
      case RunEvent.NodeTold told when isResponse(told.told()) ->
          became(told.run(), new Outcome(Optional.of(told), Optional.empty()));
      case RunEvent.StatusChanged changed when isEnd(changed.status()) ->
          became(changed.run(), new Outcome(Optional.empty(), Optional.of(changed.status())));
      default -> {}
    }
  }

  private static boolean isResponse(JsonObject told) {
    return "response".equals(told.get("kind"));
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
      if (known != null && (!known.forEnd || whole.ended().isPresent())) {
        waiting.remove(run.number());
        waits = known;
      }
    }
    if (waits != null) {
      waits.future.complete(whole);
    }
  }

  /**
   * The outcome of a run that was begun a moment ago; one of which nothing is known yet where the
   * program stops.
   *
   * @param end whether it has to have ended; else a node's answer is enough
   */
  CompletableFuture<Outcome> of(RunId run, boolean end) {
    synchronized (this) {
      Outcome known = newest.get(run.number());
      if (known != null && (!end || known.ended().isPresent())) {
        return CompletableFuture.completedFuture(known);
      }
      if (left) {
        return CompletableFuture.completedFuture(Outcome.NOTHING_YET);
      }
      Waiting waits = waiting.computeIfAbsent(run.number(), number -> new Waiting(end));
      waits.callers++;
      return waits.future;
    }
  }

  /**
   * The outcome of a run as the store has it: of one that may have ended before anybody listened
   * here, or longer ago than is remembered.
   *
   * @return nothing of both where the run goes on; empty where the run is not kept any more
   */
  Optional<Outcome> recorded(RunId run) throws EngineException {
    Optional<RunView> view = engine.run(run);
    if (view.isEmpty()) {
      return Optional.empty();
    }
    Optional<RunStatus> ended = Optional.of(view.get().status()).filter(RunOutcomes::isEnd);
    boolean responded = view.get().told().values().stream().anyMatch(RunOutcomes::isResponse);
    Optional<RunEvent.NodeTold> response =
        responded
            ? engine.events(run, 0).stream()
                .flatMap(each ->
                    each.event() instanceof RunEvent.NodeTold told && isResponse(told.told())
                        ? Stream.of(told)
                        : Stream.empty())
                .findFirst()
            : Optional.empty();
    return Optional.of(new Outcome(response, ended));
  }

  /** The program stops: whoever waits is told so while there is a line to them. */
  public void leave() {
    List<Waiting> all;
    synchronized (this) {
      left = true;
      all = List.copyOf(waiting.values());
      waiting.clear();
    }
    all.forEach(each -> each.future.complete(Outcome.NOTHING_YET));
  }

  /** One caller waits for a run no more. */
  @SuppressWarnings("ReferenceEquality") // of futures the very one is meant
  synchronized void forget(RunId run, CompletableFuture<Outcome> future) {
    Waiting waits = waiting.get(run.number());
    if (waits != null && waits.future == future && --waits.callers == 0) {
      waiting.remove(run.number());
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
