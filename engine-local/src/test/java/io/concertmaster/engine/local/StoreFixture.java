package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a store as a crash leaves it, for the resources of {@link OlderStoresTest}: to be run once
 * before the schema of the store changes, so that a store of each version is kept. Run 1 has ended,
 * run 2 waits until the year 2100, run 3 was cut short in a safe step, run 4 in an unsafe one.
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

  /** The workflow whose step in the middle has some type. */
  static Workflow through(String type) {
    return workflow("Through " + type)
        .node("start", "test.start")
        .node("set", "test.set")
        .parameter("set", "value", "={{ $json.n * 2 }}")
        .node("middle", type)
        .node("after", "test.set")
        .parameter("after", "field", "after")
        .parameter("after", "value", "done")
        .connect("start -> set", "set -> middle", "middle -> after")
        .build();
  }

  /** Arguments: a folder to work in, and the archive to write. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    CountDownLatch held = new CountDownLatch(2);
    NodeType safe = hold("test.safe", Effect.PURE, held);
    NodeType unsafe = hold("test.unsafe", Effect.UNSAFE, held);
    LocalEngine.Options options = LocalEngine.Options.DEFAULT.withReserve(0).withThreads(4);
    try (LocalEngine engine =
        LocalEngine.open(home, TestNodes.catalog(WAIT, safe, unsafe), options)) {
      engine.await(start(engine, "test.set"));
      engine.await(start(engine, "test.wait"));
      start(engine, "test.safe");
      start(engine, "test.unsafe");
      held.await();
      pack(home, Path.of(arguments[1]));
    }
    System.exit(0);
  }

  private static NodeType hold(String type, Effect effect, CountDownLatch held) {
    return TestNodes.node(
        type,
        effect,
        context -> {
          held.countDown();
          new CountDownLatch(1).await();
          return NodeResult.done();
        });
  }

  private static RunId start(LocalEngine engine, String type) throws Exception {
    return engine.start(
        new RunRequest(
            through(type),
            Path.of("/"),
            List.of(Item.of(JsonObject.of("n", 21))),
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
