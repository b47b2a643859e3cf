package io.concertmaster.engine.local.fault;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.TestNodes;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A store as a crash leaves it: runs that have ended, runs that wait, and runs that were cut short;
 * part of it still in the logs of the databases.
 */
final class StoreSample {
  /** How many runs have ended before the logs were last folded in. */
  static final int FOLDED = 12;

  /** How many ended after that. */
  static final int FRESH = 6;

  /** How many wait for a moment, and how many were cut short. */
  static final int OPEN = 3;

  private static final int ITEMS = 3_000;

  private static final NodeType WAIT =
      TestNodes.node(
          "test.long",
          Effect.PURE,
          context -> {
            TestNodes.passOn(context);
            return NodeResult.waitUntil(context.startedAt().plus(Duration.ofDays(1_000)));
          });

  /** Makes items that no other run makes. */
  private static final NodeType ROWS =
      TestNodes.node(
          "test.rows",
          Effect.PURE,
          context -> {
            Object run = context.input().get(0).json().get("n");
            for (long n = 0; n < ITEMS; n++) {
              context.output().add(Item.of(JsonObject.of("n", n, "run", run)));
            }
            return NodeResult.done();
          });

  private StoreSample() {}

  /** Runs that end. */
  static Workflow ending() {
    return workflow("Ending")
        .node("start", "test.start")
        .node("make", "test.rows")
        .node("even", "test.even")
        .node("set", "test.set")
        .parameter("set", "value", "={{ $json.n + 1 }}")
        .connect("start -> make", "make -> even", "even:true -> set")
        .build();
  }

  private static Workflow through(String type) {
    return workflow("Open")
        .node("start", "test.start")
        .node("set", "test.set")
        .parameter("set", "value", "before")
        .node("hold", type)
        .node("after", "test.set")
        .connect("start -> set", "set -> hold", "hold -> after")
        .build();
  }

  /** The types of its nodes; what was cut short ends at once when it is taken up. */
  static NodeType[] types() {
    return new NodeType[] {WAIT, ROWS, TestNodes.node("test.hold", Effect.PURE, TestNodes::passOn)};
  }

  /** Makes such a store in a folder. */
  static void make(Path work, Path folder) throws Exception {
    LocalEngine.Options options = LocalEngine.Options.DEFAULT.withReserve(0).withThreads(8);
    CountDownLatch held = new CountDownLatch(OPEN);
    NodeType hold = TestNodes.held("test.hold", Effect.PURE, held);
    try (LocalEngine engine =
        LocalEngine.open(work, TestNodes.catalog(WAIT, ROWS, hold), options)) {
      run(engine, 0, FOLDED);
    }
    try (LocalEngine engine =
        LocalEngine.open(work, TestNodes.catalog(WAIT, ROWS, hold), options)) {
      run(engine, FOLDED, FRESH);
      for (int i = 0; i < OPEN; i++) {
        RunId waiting = engine.start(request(through("test.long"), i));
        engine.await(waiting);
        engine.start(request(through("test.hold"), i));
      }
      held.await();
      copy(work, folder);
    }
  }

  private static void run(LocalEngine engine, int first, int count) throws Exception {
    List<RunId> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(engine.start(request(ending(), first + i)));
    }
    for (RunId each : runs) {
      if (engine.await(each).status() != RunStatus.SUCCEEDED) {
        throw new IllegalStateException("run " + each + " of the sample failed");
      }
    }
  }

  /** A run of some workflow. */
  static RunRequest request(Workflow workflow, long number) {
    return new RunRequest(
        workflow,
        Path.of("/"),
        List.of(Item.of(JsonObject.of("n", number))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Copies the databases of a store, with their logs. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(from, "{journal,items}.db{,-wal,.first}")) {
      for (Path each : files) {
        Files.copy(each, to.resolve(each.getFileName()));
      }
    }
  }

  /** All that a store tells of a run: each activation with all its items. */
  static String told(Engine engine, long run) throws EngineException {
    RunView view = engine.run(new RunId(run)).orElseThrow(() -> new IllegalStateException("gone"));
    StringBuilder text = new StringBuilder(view.summary().toString());
    for (NodeView node : view.nodes().values()) {
      for (Activation each : node.activations()) {
        text.append('\n').append(node.node()).append(each);
        for (ItemListRef list : each.outputs().values()) {
          engine.items(list, 0, ITEMS).items().forEach(item -> text.append(item));
        }
      }
    }
    return text.toString();
  }
}
