package io.concertmaster.server.api;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.NumberedEvent;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.server.http.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client what happens in a run, from where it stopped listening.
 *
 * <p>Design note. What is told comes from the journal, by number: a client that comes back, or
 * comes late, or after a restart of the server, hears the same. What the engine calls out only says
 * that there is news, and how far a node has come, which the journal does not keep.
 */
final class RunFollower {
  /** Connections on which nothing moves are closed by those on the way. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

  /** So often it looks whether the server stops. */
  private static final Duration LOOK = Duration.ofMillis(250);

  /** News that come so shortly after one another are looked up together. */
  private static final Duration TOGETHER = Duration.ofMillis(20);

  /** More progress than this is not kept for a slow client. */
  private static final int QUEUED = 1_000;

  private final Engine engine;
  private final RunId run;
  private final BooleanSupplier serving;
  private final BlockingQueue<RunEvent> news = new LinkedBlockingQueue<>(QUEUED);
  private long told;

  /**
   * Follows a run.
   *
   * @param after the number of the last event that the client knows
   * @param serving whether the server has not been told to stop
   */
  RunFollower(Engine engine, RunId run, long after, BooleanSupplier serving) {
    this.engine = engine;
    this.serving = serving;
    this.run = run;
    this.told = after;
  }

  /** What happened after a number; for those who do not stay. */
  List<NumberedEvent> missed() throws EngineException {
    return engine.events(run, told);
  }

  /** Tells all until the run has ended, the client is gone or the server stops. */
  void follow(EventStream stream) throws IOException, InterruptedException {
    try (var _ = engine.subscribe(this::hear)) {
      boolean ending = false;
      boolean looked = false;
      while (!tellMissed(stream) && !(ending && looked)) {
        looked = ending;
        RunEvent next = next(ending);
        if (!serving.getAsBoolean()) {
          return; // the client comes back when the server does
        }
        if (next == null && !ending) {
          stream.keepAlive();
        }
        while (next != null) {
          ending |= next instanceof RunEvent.StatusChanged change && change.status().ended();
          if (next instanceof RunEvent.NodeProgress) {
            stream.sendPassing(RunJson.name(next), RunJson.of(next));
          }
          next = news.poll();
        }
      }
    } catch (EngineException e) {
      throw new IOException("run " + run + " cannot be followed", e);
    }
  }

  private void hear(RunEvent event) {
    if (event.run().equals(run) && !news.offer(event)) {
      news.clear(); // what matters is in the journal
      news.offer(event);
    }
  }

  private @Nullable RunEvent next(boolean ending) throws InterruptedException {
    if (ending) {
      return news.poll(TOGETHER.toMillis(), TimeUnit.MILLISECONDS);
    }
    long end = System.nanoTime() + KEEP_ALIVE.toNanos();
    RunEvent next = null;
    while (next == null && serving.getAsBoolean() && System.nanoTime() < end) {
      next = news.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (next != null) {
      Thread.sleep(TOGETHER);
    }
    return next;
  }

  /** Tells what the journal has; whether the end of the run is among it. */
  private boolean tellMissed(EventStream stream) throws EngineException, IOException {
    boolean ended = false;
    for (NumberedEvent each : engine.events(run, told)) {
      RunEvent event = each.event();
      stream.send(Long.toString(each.number()), RunJson.name(event), RunJson.of(event));
      told = each.number();
      ended |= event instanceof RunEvent.StatusChanged change && change.status().ended();
    }
    return ended;
  }
}
