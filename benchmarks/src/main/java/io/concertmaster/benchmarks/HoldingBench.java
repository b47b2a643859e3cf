package io.concertmaster.benchmarks;

import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.nodes.BuiltInNodes;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CPU time of nodes that hold many items: each thread's own, an item, with reading the input and
 * writing the output, but without the writer of the store. {@code pass} only reads and writes: what
 * a node takes beyond it is its own.
 */
public final class HoldingBench {
  private HoldingBench() {}

  /** A node whose thread's time is taken. */
  private record Timed(NodeType type, Map<String, Long> nanos) implements NodeType {
    @Override
    public NodeDescriptor descriptor() {
      return type.descriptor();
    }

    @Override
    public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
      long before = now();
      NodeResult result = type.run(context);
      nanos.put(context.nodeName(), now() - before);
      return result;
    }

    private static long now() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }

  private static Workflow workflow(int items) {
    return WorkflowBuilder.workflow("Holding")
        .node("make", "bench.make")
        .parameter("make", "items", items)
        .node("pass", "bench.pass")
        .node("sort-number", "data.sort")
        .parameter("sort-number", "keys", BenchNodes.sortKeys("amount"))
        .node("sort-text", "data.sort")
        .parameter("sort-text", "keys", BenchNodes.sortKeys("name"))
        .node("sort-two", "data.sort")
        .parameter("sort-two", "keys", BenchNodes.sortKeys("country", "amount"))
        .node("sum-few", "data.summarize")
        .parameter("sum-few", "groupBy", JsonArray.of("country"))
        .parameter("sum-few", "calculate", BenchNodes.sum())
        .node("sum-many", "data.summarize")
        .parameter("sum-many", "groupBy", JsonArray.of("name"))
        .parameter("sum-many", "calculate", BenchNodes.sum())
        .node("distinct", "data.removeDuplicates")
        .connect(
            "make -> pass",
            "make -> sort-number",
            "make -> sort-text",
            "make -> sort-two",
            "make -> sum-few",
            "make -> sum-many",
            "make -> distinct")
        .build();
  }

  /**
   * Prints {@code round node nanoseconds} in rows.
   *
   * @param arguments items (1,000,000), rounds (4)
   */
  public static void main(String[] arguments) throws Exception {
    int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    Map<String, Long> nanos = new ConcurrentHashMap<>();
    List<NodeType> types = new ArrayList<>(List.of(BenchNodes.MAKE, BenchNodes.PASS));
    for (String type : List.of("data.sort", "data.summarize", "data.removeDuplicates")) {
      types.add(BuiltInNodes.catalog().newest(type).orElseThrow());
    }
    NodeCatalog catalog =
        new NodeCatalog(types.stream().<NodeType>map(type -> new Timed(type, nanos)).toList());
    Workflow workflow = workflow(items);
    for (int round = 1; round <= rounds; round++) {
      try (TemporaryFolder home = TemporaryFolder.make();
          LocalEngine engine =
              LocalEngine.open(home.path(), catalog, LocalEngine.Options.DEFAULT.withReserve(0))) {
        RunView view = engine.await(engine.start(RunRequest.of(workflow, Path.of("/"))));
        for (String node : workflow.nodes().keySet()) {
          System.out.printf(
              Locale.ROOT,
              "%d %-12s %5d %s%n",
              round,
              node,
              nanos.getOrDefault(node, 0L) / items,
              view.status());
        }
      }
    }
  }
}
