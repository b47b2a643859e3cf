package io.concertmaster.benchmarks;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineMetrics;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.node.Effect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many runs in one engine at the same time, each a line of short steps with their beginning and
 * their end in the journal. Prints rows {@code workload size metric value}: {@code
 * flight-idempotent} and {@code flight-unsafe}, whose steps wait for the disk, and {@code
 * flight-pure}, whose steps may be ahead of it. What is measured is warm: flights before it, in an
 * engine of their own, have made the code compiled.
 */
public final class FlightBench {
  /** So many start runs at the same time, so that the starts share the disk too. */
  private static final int STARTERS = 64;

  /** So many flights before the one that is measured. */
  private static final int WARM_UPS = 3;

  private final Rows rows;
  private final LocalEngine engine;

  private FlightBench(Rows rows, LocalEngine engine) {
    this.rows = rows;
    this.engine = engine;
  }

  /**
   * Measures.
   *
   * @param args how many runs are in flight at once
   */
  public static void main(String[] args) throws Exception {
    int runs = Integer.parseInt(args[0]);
    for (Effect effect : List.of(Effect.IDEMPOTENT, Effect.UNSAFE, Effect.PURE)) {
      String workload = "flight-" + effect.name().toLowerCase(Locale.ROOT);
      for (boolean warm : new boolean[] {false, true}) {
        try (TemporaryFolder folder = TemporaryFolder.make();
            LocalEngine engine =
                LocalEngine.open(
                    folder.path(),
                    BenchNodes.besideBuiltIn(BenchNodes.step(effect), BenchNodes.GATE),
                    LocalEngine.Options.DEFAULT)) {
          FlightBench bench = new FlightBench(new Rows(workload, runs), engine);
          if (warm) {
            bench.measure(runs);
          } else {
            bench.warmUp(runs);
          }
        }
      }
    }
  }

  /**
   * Flies in an engine of its own, so that what is measured is compiled code, and that its times
   * are of nothing else.
   */
  private void warmUp(int runs) throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      flight(Math.min(runs, 200));
    }
  }

  private void measure(int runs) throws Exception {
    HeapWatch heap = HeapWatch.start();
    EngineMetrics before = engine.metrics();
    Flight flight = flight(runs);
    EngineMetrics after = engine.metrics();
    long events = after.events() - before.events();
    rows.row("warm_up_flights", WARM_UPS);
    rows.row("events_per_s", events / flight.seconds());
    rows.row("steps_per_s", (after.steps() - before.steps()) / flight.seconds());
    rows.row("acknowledged_p50_ms", after.commitMedian().toNanos() / 1e6);
    rows.row("acknowledged_p99_ms", after.commitP99().toNanos() / 1e6);
    rows.row("started_p50_ms", flight.startQuantile(0.5) / 1e6);
    rows.row("started_p99_ms", flight.startQuantile(0.99) / 1e6);
    rows.row("heap_after_gc_mb", heap.mostAfterCollection() / 1048576.0);
    rows.row("cpu_us_per_event", flight.cpuSeconds() * 1e6 / events);
    for (RunSummary each : engine.runs(runs)) {
      if (each.status() != RunStatus.SUCCEEDED) {
        throw new IllegalStateException("run " + each.id() + " " + each.status());
      }
    }
  }

  /**
   * What was measured.
   *
   * @param starts nanoseconds until a start was durable, in order
   */
  private record Flight(double seconds, double cpuSeconds, List<Long> starts) {
    long startQuantile(double part) {
      return starts.get((int) (starts.size() * part));
    }
  }

  /** The first steps hold all threads until all runs have started. */
  private Flight flight(int number) throws Exception {
    Workflow workflow = line(Math.clamp(400_000 / number / 2, 20, 200));
    BenchNodes.Gate.close();
    long[] starts = new long[number];
    AtomicInteger next = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(number);
    try (var _ = engine.subscribe(event -> count(event, ended))) {
      List<Thread> starters = new ArrayList<>();
      for (int i = 0; i < STARTERS; i++) {
        starters.add(Thread.ofPlatform().start(() -> start(workflow, next, starts)));
      }
      for (Thread each : starters) {
        each.join();
      }
      if (engine.metrics().runs() != number) {
        throw new IllegalStateException("only " + engine.metrics().runs() + " are in flight");
      }
      double cpu = ProcessFigures.cpuSeconds();
      long begin = System.nanoTime();
      BenchNodes.Gate.open();
      ended.await();
      double seconds = (System.nanoTime() - begin) / 1e9;
      List<Long> sorted = Arrays.stream(starts).sorted().boxed().toList();
      return new Flight(seconds, ProcessFigures.cpuSeconds() - cpu, sorted);
    }
  }

  static void count(RunEvent event, CountDownLatch ended) {
    if (event instanceof RunEvent.StatusChanged change && change.status().ended()) {
      ended.countDown();
    }
  }

  private void start(Workflow workflow, AtomicInteger next, long[] starts) {
    RunRequest request = RunRequest.of(workflow, Path.of("/"));
    for (int i = next.getAndIncrement(); i < starts.length; i = next.getAndIncrement()) {
      long begin = System.nanoTime();
      try {
        engine.start(request);
      } catch (EngineException e) {
        throw new IllegalStateException(e);
      }
      starts[i] = System.nanoTime() - begin;
    }
  }

  private static Workflow line(int steps) throws WorkflowFileException {
    StepLine line = new StepLine("trigger.manual");
    line.add("bench.gate");
    for (int i = 0; i < steps; i++) {
      line.add("bench.step");
    }
    return line.workflow();
  }
}
