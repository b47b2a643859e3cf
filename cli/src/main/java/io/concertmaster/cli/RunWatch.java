package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunEvent.NodeDone;
import io.concertmaster.engine.RunEvent.NodeFailed;
import io.concertmaster.engine.RunEvent.NodeWaiting;
import io.concertmaster.engine.RunEvent.StatusChanged;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Follows a run to its end and, on a terminal, tells what each node did on standard error. */
final class RunWatch implements AutoCloseable {
  /** The engine, which tells more exactly why, may end a run that works too long first. */
  private static final Duration ENGINE_FIRST = Duration.ofMillis(250);

  private final Engine engine;
  private final Workflow workflow;
  private final PrintWriter err;
  private final boolean talks;
  private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
  private final Engine.Subscription subscription;

  RunWatch(Engine engine, Workflow workflow, PrintWriter err) {
    this.engine = engine;
    this.workflow = workflow;
    this.err = err;
    this.talks = isTerminal();
    this.subscription =
        engine.subscribe(event -> {
          if (!(event instanceof RunEvent.NodeProgress)) {
            events.add(event);
          }
        });
  }

  /** JDK 25 gives no console again where standard input or output is no terminal (JDK-8351435). */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Returns when the run has ended, or cannot go on without a person. */
  RunStatus untilEnd(RunId run) throws InterruptedException, EngineException {
    return untilEnd(run, Optional.empty());
  }

  /**
   * The same, and a run that takes longer is cancelled. The engine too ends a run that works longer
   * than it may; here the time that it waits counts as well.
   *
   * @param limit how long the run may take from now on
   */
  RunStatus untilEnd(RunId run, Optional<Duration> limit)
      throws InterruptedException, EngineException {
    Optional<Long> end =
        limit.map(each -> System.nanoTime() + each.toNanos() + ENGINE_FIRST.toNanos());
    while (true) {
      RunEvent event = next(end);
      if (event == null) {
        err.println(
            "concertmaster: run "
                + run
                + " is ended by --timeout: it has not ended after "
                + RunReport.duration(limit.orElseThrow()));
        err.flush();
        engine.cancel(run);
        end = Optional.empty();
        continue;
      }
      if (event instanceof StatusChanged changed
          && changed.status() == RunStatus.WAITING
          && waitsForSomeone(changed.run(), run)) {
        return RunStatus.WAITING;
      }
      if (!event.run().equals(run)) {
        continue;
      }
      if (talks) {
        tell(event);
      }
      if (event instanceof StatusChanged changed && isEnd(changed.status())) {
        return changed.status();
      }
    }
  }

  /** The next event; null when the time is over before there is one. */
  private @Nullable RunEvent next(Optional<Long> end) throws InterruptedException {
    return end.isEmpty()
        ? events.take()
        : events.poll(end.get() - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /** Whether a run, or one that waits for its end, rests until someone outside answers. */
  private boolean waitsForSomeone(RunId waiting, RunId watched) throws EngineException {
    RunView view = engine.run(waiting).orElseThrow();
    if (!view.waitsForSomeone()) {
      return false;
    }
    RunView above = view;
    while (!above.id().equals(watched)) {
      if (above.caller().isEmpty()) {
        return false;
      }
      above = engine.run(above.caller().get()).orElseThrow();
    }
    return true;
  }

  private static boolean isEnd(RunStatus status) {
    return status.ended() || status == RunStatus.UNCERTAIN || status == RunStatus.INTERRUPTED;
  }

  private void tell(RunEvent event) {
    switch (event) {
      case NodeDone done -> err.println("  ✓ " + name(done.node()) + "  " + counts(done.counts()));
      case NodeFailed failed ->
          err.println("  ✗ " + name(failed.node()) + "  " + failed.error().message());
      case NodeWaiting waiting ->
          err.println(
              "  … "
                  + name(waiting.node())
                  + waiting.until().map(at -> "  waits until " + at).orElse("  waits for a call"));
      default -> {
        return;
      }
    }
    err.flush();
  }

  private String name(String node) {
    return workflow.nameOf(node);
  }

  private static String counts(Map<String, Long> counts) {
    if (counts.size() == 1) {
      long only = counts.values().iterator().next();
      return only == 1 ? "1 item" : String.format("%,d items", only);
    }
    StringBuilder text = new StringBuilder();
    counts.forEach((port, count) ->
        text.append(text.isEmpty() ? "" : ", ").append(port).append(' ').append(count));
    return text.toString();
  }

  @Override
  public void close() {
    subscription.close();
  }
}
