package io.concertmaster.benchmarks;

import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import io.concertmaster.nodes.BuiltInNodes;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of nodes that hold many items: each thread's own, an item, with reading the input and
 * writing the output, but without the writer of the store. {@code pass} only reads and writes: what
 * a node takes beyond it is its own. Arguments: items, rounds.
 */
public final class HoldingBench {
  private static final String[] COUNTRIES =
      "AT BE CH CZ DE DK ES FI FR GB GR HU IE IT NL NO PL PT RO SE".split(" ");
  private static final Shape ROW =
      Shape.of(List.of("id", "name", "amount", "country", "created"));

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

  /** A node that does something with its context. */
  private interface Work {
    void run(NodeContext context) throws NodeException, InterruptedException;
  }

  private static NodeType node(NodeDescriptor.Builder descriptor, Work work) {
    NodeDescriptor built = descriptor.build();
    return new NodeType() {
      @Override
      public NodeDescriptor descriptor() {
        return built;
      }

      @Override
      public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
        work.run(context);
        return NodeResult.done();
      }
    };
  }

  private static void make(NodeContext context, int items)
      throws NodeException, InterruptedException {
    SplittableRandom random = new SplittableRandom(7);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (int id = 0; id < items; id++) {
      @Nullable Object[] values = {
        (long) id,
        "name" + (10_000_000 + random.nextInt(90_000_000)),
        random.nextInt(10_000) / 100.0,
        COUNTRIES[random.nextInt(COUNTRIES.length)],
        start.plusSeconds(random.nextInt(31_536_000)).toString()
      };
      context.output().add(Item.of(JsonObject.ofSlots(ROW, values)));
    }
  }

  private static Workflow workflow() {
    JsonObject sum =
        JsonObject.of("operation", "sum", "field", "amount").with("as", "total");
    JsonArray byCountry = JsonArray.of("country");
    return WorkflowBuilder.workflow("Holding")
        .node("make", "bench.make")
        .node("pass", "bench.pass")
        .node("sort-number", "data.sort")
        .parameter("sort-number", "keys", keys("amount"))
        .node("sort-text", "data.sort")
        .parameter("sort-text", "keys", keys("name"))
        .node("sort-two", "data.sort")
        .parameter("sort-two", "keys", keys("country", "amount"))
        .node("sum", "data.summarize")
        .parameter("sum", "groupBy", byCountry)
        .parameter("sum", "calculate", JsonArray.of(sum))
        .node("sum-names", "data.summarize")
        .parameter("sum-names", "groupBy", JsonArray.of("name"))
        .parameter("sum-names", "calculate", JsonArray.of(sum))
        .node("distinct", "data.removeDuplicates")
        .connect(
            "make -> pass",
            "make -> sort-number",
            "make -> sort-text",
            "make -> sort-two",
            "make -> sum",
            "make -> sum-names",
            "make -> distinct")
        .build();
  }

  private static JsonArray keys(String... fields) {
    return JsonArray.of(
        Stream.of(fields).map(field -> JsonObject.of("field", field)).toArray());
  }

  /** Prints {@code node ns-per-item}, a row for each round and node. */
  public static void main(String[] arguments) throws Exception {
    int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    Map<String, Long> nanos = new ConcurrentHashMap<>();
    List<NodeType> types = new ArrayList<>();
    types.add(
        node(
            NodeDescriptor.of("bench.make", "Make").family(Family.TRIGGERS).inputs(),
            context -> make(context, items)));
    types.add(
        node(
            NodeDescriptor.of("bench.pass", "Pass"),
            context -> {
              long position = 0;
              for (Item item : context.input()) {
                context.output().add(item.pairedTo(position++, 0));
              }
            }));
    for (String type : List.of("data.sort", "data.summarize", "data.removeDuplicates")) {
      types.add(BuiltInNodes.catalog().newest(type).orElseThrow());
    }
    NodeCatalog catalog =
        new NodeCatalog(types.stream().<NodeType>map(type -> new Timed(type, nanos)).toList());
    for (int round = 1; round <= rounds; round++) {
      Path home = Files.createTempDirectory("holding-bench");
      try (LocalEngine engine =
          LocalEngine.open(home, catalog, LocalEngine.Options.DEFAULT.withReserve(0))) {
        RunView view = engine.await(engine.start(RunRequest.of(workflow(), home)));
        for (String node : workflow().nodes().keySet()) {
          System.out.printf(
              Locale.ROOT,
              "%d %-12s %5d ns an item  %s%n",
              round,
              node,
              nanos.getOrDefault(node, 0L) / items,
              view.status());
        }
      } finally {
        try (Stream<Path> files = Files.walk(home)) {
          for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(each);
          }
        }
      }
    }
  }
}
