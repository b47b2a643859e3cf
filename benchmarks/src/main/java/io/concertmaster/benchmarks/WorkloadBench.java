package io.concertmaster.benchmarks;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a workload several times in one process. Prints rows {@code workload size metric value}:
 * each of the first runs, then the median of the last three of them as {@code run_ms} and {@code
 * cpu_s}, the names under which other programs' figures stand beside them.
 */
public final class WorkloadBench {
  /** So many runs are shown one by one. */
  private static final int SHOWN = 10;

  private static final int OF_THREE = 3;

  private final List<Double> took = new ArrayList<>();
  private final List<Double> cost = new ArrayList<>();
  private final Rows rows;
  private final LocalEngine engine;

  private WorkloadBench(Rows rows, LocalEngine engine) {
    this.rows = rows;
    this.engine = engine;
  }

  /**
   * Measures.
   *
   * @param args workload, size, times, folder for the data
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[3])).toAbsolutePath();
    String name = Path.of(args[0]).getFileName().toString().replace(".json", "");
    long size = Long.parseLong(args[1]);
    try (LocalEngine engine =
        LocalEngine.open(
            folder.resolve("home"),
            BenchNodes.besideBuiltIn(new MadeItems()),
            LocalEngine.Options.DEFAULT)) {
      WorkloadBench bench = new WorkloadBench(new Rows(name, size), engine);
      Workflow workflow = Workloads.of(args[0], size, folder);
      int times = Integer.parseInt(args[2]);
      for (int i = 1; i <= Math.min(times, SHOWN); i++) {
        bench.shown(workflow, folder, i);
      }
      bench.medians();
      if (times > SHOWN) {
        bench.average(workflow, folder, times - SHOWN);
      }
      bench.rows.row("process_cpu_s", ProcessFigures.cpuSeconds());
      bench.rows.row("peak_rss_mb", ProcessFigures.peakResident());
    }
  }

  private void shown(Workflow workflow, Path folder, int number) throws Exception {
    long start = System.nanoTime();
    double cpu = ProcessFigures.cpuSeconds();
    run(workflow, folder);
    cost.add(ProcessFigures.cpuSeconds() - cpu);
    took.add((System.nanoTime() - start) / 1e6);
    rows.row("run" + number + "_cpu_s", cost.getLast());
    rows.row("run" + number + "_ms", took.getLast());
  }

  private void medians() {
    if (took.size() >= OF_THREE) {
      rows.row("run_ms", median(took));
      rows.row("cpu_s", median(cost));
    }
  }

  /** The middle one of the last three. */
  private static double median(List<Double> all) {
    return all.subList(all.size() - OF_THREE, all.size()).stream().sorted().toList().get(1);
  }

  /** Many short runs, of which only the sum can be measured. */
  private void average(Workflow workflow, Path folder, int times) throws Exception {
    double cpu = ProcessFigures.cpuSeconds();
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      run(workflow, folder);
    }
    rows.row("cpu_ms_per_exec", (ProcessFigures.cpuSeconds() - cpu) * 1e3 / times);
    rows.row("ms_per_exec", (System.nanoTime() - start) / 1e6 / times);
    rows.row("ms_per_node", (System.nanoTime() - start) / 1e6 / times / workflow.nodes().size());
    rows.row(
        "cpu_ms_per_node",
        (ProcessFigures.cpuSeconds() - cpu) * 1e3 / times / workflow.nodes().size());
  }

  private void run(Workflow workflow, Path folder) throws Exception {
    RunId id =
        engine.start(
            new RunRequest(
                workflow,
                folder,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RunMode.CLI));
    RunView view = engine.await(id);
    if (view.status() != RunStatus.SUCCEEDED) {
      throw new IllegalStateException("the run " + view.status() + ": " + view.summary().error());
    }
  }
}
