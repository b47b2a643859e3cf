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

/** Runs a workload several times in one process. Prints rows {@code workload size metric value}. */
public final class WorkloadBench {
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
      for (int i = 1; i <= Integer.parseInt(args[2]); i++) {
        bench.run(workflow, folder, i);
      }
      bench.row("peak_rss_mb", peak());
    }
  }

  private void run(Workflow workflow, Path folder, int number) throws Exception {
    long start = System.nanoTime();
    double cpu = cpuSeconds();
    RunId id =
        engine.start(
            new RunRequest(
                workflow,
                folder,
                List.of(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                RunMode.CLI));
    RunView view = engine.await(id);
    if (view.status() != RunStatus.SUCCEEDED) {
      throw new IllegalStateException("the run " + view.status() + ": " + view.summary().error());
    }
    row("run" + number + "_cpu_s", cpuSeconds() - cpu);
    row("run" + number + "_ms", (System.nanoTime() - start) / 1e6);
  }

  private void row(String metric, double value) {
    System.out.printf(Locale.ROOT, "%s %d %s %.3f%n", workload, size, metric, value);
  }

  /** The CPU time of this process and of the living ones that it started. */
  private static double cpuSeconds() {
    ProcessHandle self = ProcessHandle.current();
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(self), self.descendants())
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
