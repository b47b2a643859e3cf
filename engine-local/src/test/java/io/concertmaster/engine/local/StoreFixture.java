package io.concertmaster.engine.local;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.EachItem;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a store as a crash leaves it, for the resources of {@link OlderStoresTest}: to be run once
 * before the schema of the store changes, so that a store of each version is kept. Run 1 has ended,
 * run 2 waits until the year 2100, run 3 was cut short in a safe step, run 4 in an unsafe one. From
 * version 3 on run 5 waits for an answer and was moved to a newer definition, and run 6 was cut
 * short in its last item and keeps the others. From version 4 on a workflow with a schedule is
 * active.
 */
final class StoreFixture {
  private StoreFixture() {}

  static final NodeType WAIT =
      TestNodes.node(
          "test.wait",
          Effect.PURE,
          context -> {
            TestNodes.passOn(context);
            return NodeResult.waitUntil(Instant.parse("2100-01-01T00:00:00Z"));
          });

  /** The same with a node more. */
  static Workflow longer(String type) {
    return through(WorkflowBuilder.workflow("Through " + type), type)
        .node("more", "test.set")
        .parameter("more", "field", "more")
        .parameter("more", "value", "too")
        .connect("after -> more")
        .build();
  }

  /** The workflow whose step in the middle has some type. */
  static Workflow through(String type) {
    return through(WorkflowBuilder.workflow("Through " + type), type).build();
  }

  /** A workflow that begins every hour. */
  static Workflow hourly() {
    return WorkflowBuilder.workflow("Hourly")
        .node("clock", "test.clock")
        .parameter("clock", "every", 3_600)
        .parameter("clock", "missed", "skip")
        .node("work", "test.set")
        .connect("clock -> work")
        .build();
  }

  private static WorkflowBuilder through(WorkflowBuilder workflow, String type) {
    return workflow
        .node("start", "test.start")
        .node("set", "test.set")
        .parameter("set", "value", "={{ $json.n * 2 }}")
        .node("middle", type)
        .node("after", "test.set")
        .parameter("after", "field", "after")
        .parameter("after", "value", "done")
        .connect("start -> set", "set -> middle", "middle -> after");
  }

  /** Arguments: a folder to work in, and the archive to write. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    CountDownLatch held = new CountDownLatch(3);
    NodeType slow = TestNodes.node("test.slow", Effect.PURE, context -> slowly(context, held));
    NodeType safe = TestNodes.held("test.safe", Effect.PURE, held);
    NodeType unsafe = TestNodes.held("test.unsafe", Effect.UNSAFE, held);
    LocalEngine.Options options = LocalEngine.Options.DEFAULT.withReserve(0).withThreads(4);
    try (LocalEngine engine =
        LocalEngine.open(
            home,
            TestNodes.catalog(WAIT, CallingNodes.ASK, safe, unsafe, slow, new ClockTrigger()),
            options)) {
      engine.activate(hourly(), Path.of("/"));
      engine.await(start(engine, "test.set", 21L));
      engine.await(start(engine, "test.wait", 21L));
      start(engine, "test.safe", 21L);
      start(engine, "test.unsafe", 21L);
      engine.upgrade(engine.await(start(engine, "test.ask", 21L)).id(), longer("test.ask"));
      start(engine, "test.slow", 21L, 22L, 23L);
      held.await();
      pack(home, Path.of(arguments[1]));
    }
    System.exit(0);
  }

  /** The second item takes long enough for it to be kept how far it has come; the third no end. */
  private static NodeResult slowly(NodeContext context, CountDownLatch held)
      throws NodeException, InterruptedException {
    EachItem.stepByStep(
        context,
        (item, position) -> {
          if (position == 1) {
            Thread.sleep(1_100);
          }
          if (position == 2) {
            held.countDown();
            new CountDownLatch(1).await();
          }
          context.output().add(item);
        });
    return NodeResult.done();
  }

  private static RunId start(LocalEngine engine, String type, Long... numbers) throws Exception {
    return engine.start(
        new RunRequest(
            through(type),
            Path.of("/"),
            Stream.of(numbers).map(n -> Item.of("n", n)).toList(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static void pack(Path home, Path archive) throws Exception {
    Files.createDirectories(archive.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("journal.db", "journal.db-wal", "items.db", "items.db-wal")) {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(home.resolve(name), zip);
      }
    }
  }
}
