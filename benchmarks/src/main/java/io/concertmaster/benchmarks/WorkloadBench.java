package io.concertmaster.benchmarks;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeType;
import io.concertmaster.nodes.BuiltInNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a workload several times in one process. Prints rows {@code workload size metric value}. */
public final class WorkloadBench {
  /** So many runs are shown one by one. */
  private static final int SHOWN = 10;

  private final String workload;
  private final long size;
  private final LocalEngine engine;

  private WorkloadBench(String workload, long size, LocalEngine engine) {
    this.workload = workload;
    this.size = size;
    this.engine = engine;
  }

  /**
   * Measures.
   *
   * @param args workload, size, times, folder for the data
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[3])).toAbsolutePath();
    List<NodeType> types = new ArrayList<>(BuiltInNodes.catalog().all());
    types.add(new MadeItems());
    try (LocalEngine engine =
        LocalEngine.open(
            folder.resolve("home"), new NodeCatalog(types), LocalEngine.Options.DEFAULT)) {
      WorkloadBench bench = new WorkloadBench(args[0], Long.parseLong(args[1]), engine);
      Workflow workflow = Workloads.of(args[0], bench.size, folder);
      int times = Integer.parseInt(args[2]);
      for (int i = 1; i <= Math.min(times, SHOWN); i++) {
        bench.shown(workflow, folder, i);
      }
      if (times > SHOWN) {
        bench.average(workflow, folder, times - SHOWN);
      }
      bench.row("process_cpu_s", cpuSeconds());
      bench.row("peak_rss_mb", peak());
    }
  }

  private void shown(Workflow workflow, Path folder, int number) throws Exception {
    long start = System.nanoTime();
    double cpu = cpuSeconds();
    run(workflow, folder);
    row("run" + number + "_cpu_s", cpuSeconds() - cpu);
    row("run" + number + "_ms", (System.nanoTime() - start) / 1e6);
  }

  /** Many short runs, of which only the sum can be measured. */
  private void average(Workflow workflow, Path folder, int times) throws Exception {
    double cpu = cpuSeconds();
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      run(workflow, folder);
    }
    row("cpu_ms_per_run", (cpuSeconds() - cpu) * 1e3 / times);
    row("ms_per_run", (System.nanoTime() - start) / 1e6 / times);
    row("cpu_ms_per_node", (cpuSeconds() - cpu) * 1e3 / times / workflow.nodes().size());
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

  private void row(String metric, double value) {
    String name = Path.of(workload).getFileName().toString().replace(".json", "");
    System.out.printf(Locale.ROOT, "%s %d %s %.3f%n", name, size, metric, value);
  }

  /** The CPU time of this process and of the living ones that it started. */
  private static double cpuSeconds() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .mapToDouble(p -> p.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0))
        .sum();
  }

  /** The most memory that this process had resident, in MB; 0 where the system does not say. */
  private static double peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    return 0;
  }
}
