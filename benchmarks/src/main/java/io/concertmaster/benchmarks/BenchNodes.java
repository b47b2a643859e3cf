package io.concertmaster.benchmarks;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import io.concertmaster.nodes.BuiltInNodes;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes that only measurements need. */
final class BenchNodes {
  private static final String[] COUNTRIES =
      "AT BE CH CZ DE DK ES FI FR GB GR HU IE IT NL NO PL PT RO SE".split(" ", -1);
  private static final Shape ROW = Shape.of(List.of("id", "name", "amount", "country", "created"));

  /** What a node does with its context. */
  @FunctionalInterface
  interface Work {
    void run(NodeContext context) throws NodeException, InterruptedException;
  }

  /** The built-in nodes and these. */
  static NodeCatalog besideBuiltIn(NodeType... more) {
    return new NodeCatalog(
        Stream.concat(BuiltInNodes.catalog().all().stream(), Stream.of(more)).toList());
  }

  /** Makes as many items as its settings say, each with a text of some length beside the rest. */
  static final NodeType MAKE =
      node(
          NodeDescriptor.of("bench.make", "Make")
              .family(Family.TRIGGERS)
              .inputs()
              .property(
                  Property.of("items", "Items", PropertyKind.wholeNumber(0, Integer.MAX_VALUE)))
              .property(
                  Property.of("padding", "Padding", PropertyKind.wholeNumber(0, 1_000_000))
                      .defaultsTo(0)),
          BenchNodes::make);

  /** Reads and writes. */
  static final NodeType PASS = node(NodeDescriptor.of("bench.pass", "Pass"), BenchNodes::pass);

  /** Waits at {@link Gate}, then reads and writes. */
  static final NodeType GATE =
      node(
          NodeDescriptor.of("bench.gate", "Gate"),
          context -> {
            Gate.pass();
            pass(context);
          });

  /** Makes items of half a kilobyte of which there are no others. */
  static final NodeType FRESH =
      node(
          NodeDescriptor.of("bench.fresh", "Fresh")
              .family(Family.TRIGGERS)
              .inputs()
              .property(
                  Property.of("items", "Items", PropertyKind.wholeNumber(0, 1_000_000))
                      .defaultsTo(50)),
          context -> {
            SplittableRandom random = new SplittableRandom(ThreadLocalRandom.current().nextLong());
            long items = context.parameters().wholeNumber("items");
            for (long id = 0; id < items; id++) {
              context.output().add(Item.of(JsonObject.of("id", id, "text", text(random, 400))));
            }
          });

  /** Lets its items pass again and again, so often as its settings say, then as done. */
  static final NodeType AGAIN =
      node(
          NodeDescriptor.of("bench.again", "Again")
              .outputs(new Port("again", "again"), new Port("done", "done"))
              .property(Property.of("passes", "Passes", PropertyKind.wholeNumber(0, 1_000_000))),
          context -> {
            boolean again = context.runIndex() < context.parameters().wholeNumber("passes");
            long position = 0;
            for (Item item : context.input()) {
              context.output(again ? 0 : 1).add(item.pairedTo(position++, 0));
            }
          });

  private BenchNodes() {}

  /** Holds up the runs that come to it until it is opened. */
  static final class Gate {
    private static volatile CountDownLatch latch = new CountDownLatch(0);

    private Gate() {}

    static void close() {
      latch = new CountDownLatch(1);
    }

    static void open() {
      latch.countDown();
    }

    private static void pass() throws InterruptedException {
      latch.await();
    }
  }

  /** Reads and writes, and is said to do something to the world outside. */
  static NodeType step(Effect effect) {
    return node(NodeDescriptor.of("bench.step", "Step").effect(effect), BenchNodes::pass);
  }

  private static void pass(NodeContext context) throws NodeException, InterruptedException {
    long position = 0;
    for (Item item : context.input()) {
      context.output().add(item.pairedTo(position++, 0));
    }
  }

  static NodeType node(NodeDescriptor.Builder descriptor, Work work) {
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

  private static void make(NodeContext context) throws NodeException, InterruptedException {
    long items = context.parameters().wholeNumber("items");
    int padding = (int) context.parameters().wholeNumber("padding");
    SplittableRandom random = new SplittableRandom(7);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (long id = 0; id < items; id++) {
      @Nullable Object[] values = {
        id,
        "name" + (10_000_000 + random.nextInt(90_000_000)),
        random.nextInt(10_000) / 100.0,
        COUNTRIES[random.nextInt(COUNTRIES.length)],
        start.plusSeconds(random.nextInt(31_536_000)).toString()
      };
      JsonObject record = JsonObject.ofSlots(ROW, values);
      context
          .output()
          .add(Item.of(padding == 0 ? record : record.with("text", text(random, padding))));
    }
  }

  /** A text that does not compress away. */
  private static String text(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(Long.toString(random.nextLong(Long.MAX_VALUE), Character.MAX_RADIX));
    }
    return text.substring(0, length);
  }

  /** The setting of a sort by fields. */
  static JsonArray sortKeys(String... fields) {
    return JsonArray.of(Stream.of(fields).map(field -> JsonObject.of("field", field)).toArray());
  }

  /** The setting of a summary that adds up amounts. */
  static JsonArray sum() {
    return JsonArray.of(JsonObject.of("operation", "sum", "field", "amount").with("as", "total"));
  }
}
