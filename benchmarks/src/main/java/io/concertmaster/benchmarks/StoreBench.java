package io.concertmaster.benchmarks;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineMetrics;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.node.Effect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How long a large store takes to open, and how long until many runs that were cut short go on.
 * Prints rows {@code workload size metric value}; the size is that of the store in MB.
 */
public final class StoreBench {
  private static final int UNFINISHED = 1_000;

  /** With the node that makes items, and the beginning of the run, these are 41 events. */
  private static final int STEPS = 19;

  private static final int STARTERS = 64;

  private StoreBench() {}

  /**
   * Measures.
   *
   * @param args {@code make} or {@code open}, size of the store in MB, and its folder: a process of
   *     its own opens it, with nothing compiled or read yet
   */
  public static void main(String[] args) throws Exception {
    long megabytes = Long.parseLong(args[1]);
    Path home = Path.of(args[2]).toAbsolutePath();
    if (args[0].equals("make")) {
      make(home, megabytes);
    } else {
      measure(home, megabytes);
    }
  }

  private static void measure(Path home, long megabytes) throws Exception {
    Rows rows = new Rows("store", megabytes);
    long begin = System.nanoTime();
    try (LocalEngine engine = open(home, LocalEngine.Options.DEFAULT)) {
      RunId first = engine.start(request(line(0, 0)));
      rows.row("open_until_accepted_s", since(begin));
      RunView view = engine.await(first);
      if (view.status() != RunStatus.SUCCEEDED) {
        throw new IllegalStateException("the first run " + view.status());
      }
      rows.row("open_until_first_run_done_s", since(begin));
      long resuming = System.nanoTime();
      List<RunSummary> cut = engine.interrupted();
      rows.row("interrupted", cut.size());
      CountDownLatch ended = new CountDownLatch(cut.size());
      try (var _ = engine.subscribe(event -> FlightBench.count(event, ended))) {
        for (RunSummary each : cut) {
          engine.resume(each.id());
        }
        rows.row("resumed_s", since(resuming));
        ended.await();
        rows.row("resumed_and_ended_s", since(resuming));
      }
      rows.row("journal_mb", engine.metrics().journalBytes() / 1048576.0);
      rows.row("items_mb", engine.metrics().itemBytes() / 1048576.0);
    }
  }

  /** Makes the store: runs that ended until it is large enough, then those that are cut short. */
  private static void make(Path home, long megabytes) throws Exception {
    BenchNodes.Gate.close();
    // Those that are to be cut short hold a thread each.
    LocalEngine.Options options = LocalEngine.Options.DEFAULT.withThreads(UNFINISHED);
    try (LocalEngine engine = open(home, options)) {
      RunRequest past = request(line(STEPS, 0));
      long enough = megabytes * 1_048_576;
      inParallel(() -> {
        while (size(engine.metrics()) < enough) {
          engine.await(engine.start(past));
        }
      });
      RunRequest unfinished = request(line(STEPS, 1));
      AtomicInteger left = new AtomicInteger(UNFINISHED);
      long before = engine.metrics().events();
      inParallel(() -> {
        while (left.getAndDecrement() > 0) {
          engine.start(unfinished);
        }
      });
      while (engine.metrics().events() - before < UNFINISHED * (3L + 2 * STEPS)) {
        Thread.sleep(20);
      }
    }
  }

  private static long size(EngineMetrics metrics) {
    return metrics.journalBytes() + metrics.itemBytes();
  }

  /** Work that may fail. */
  private interface Work {
    void run() throws EngineException, InterruptedException;
  }

  private static void inParallel(Work work) throws InterruptedException {
    AtomicReference<Exception> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < STARTERS; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  work.run();
                } catch (EngineException | InterruptedException e) {
                  failure.set(e);
                }
              }));
    }
    for (Thread each : threads) {
      each.join();
    }
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get());
    }
  }

  private static LocalEngine open(Path home, LocalEngine.Options options) throws EngineException {
    return LocalEngine.open(
        home,
        BenchNodes.besideBuiltIn(
            BenchNodes.FRESH, BenchNodes.GATE, BenchNodes.step(Effect.IDEMPOTENT)),
        options);
  }

  private static RunRequest request(Workflow workflow) {
    return RunRequest.of(workflow, Path.of("/"));
  }

  private static Workflow line(int steps, int gates) throws WorkflowFileException {
    StepLine line = new StepLine("bench.fresh");
    for (int i = 0; i < steps; i++) {
      line.add("bench.step");
    }
    for (int i = 0; i < gates; i++) {
      line.add("bench.gate");
    }
    return line.workflow();
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
