package io.concertmaster.engine.local.fault;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.CallingNodes;
import io.concertmaster.engine.local.ClockTrigger;
import io.concertmaster.engine.local.FolderTrigger;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.TestNodes;
import io.concertmaster.model.Concurrency;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.RunData;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A store as a crash leaves it: runs that have ended, some with files; runs that wait; runs that
 * were cut short, one of which called another one; a workflow with a schedule, of which one moment
 * has its run and one waits, and which keeps something from run to run; a workflow that waits for
 * files. Part of it is still in the logs of the databases.
 */
final class StoreSample {
  /** When it was left. */
  static final InstantSource LEFT = InstantSource.fixed(Instant.parse("2026-03-01T02:00:00Z"));

  /** The id of the workflow with a schedule. */
  static final String CLOCKED = "clocked";

  /** The id of the workflow that waits for files. */
  static final String WATCHING = "watching";

  /** The trigger of either. */
  static final String TRIGGER = "in";

  /** The node that keeps something from run to run. */
  static final String KEEPER = "keep";

  private static final int FOLDED = 12;
  private static final int FRESH = 6;

  /** How many wait for a moment; as many were cut short, and two more by a call. */
  private static final int OPEN = 3;

  private static final int SEEN = 100;
  private static final int ITEMS = 3_000;
  private static final int FILE_BYTES = 20_000;

  private static final NodeType WAIT =
      TestNodes.node(
          "test.long",
          Effect.PURE,
          context -> {
            TestNodes.passOn(context);
            return NodeResult.waitUntil(context.startedAt().plus(Duration.ofDays(1_000)));
          });

  /** Makes items that no other run makes, the first with a file. */
  private static final NodeType ROWS =
      TestNodes.node(
          "test.rows",
          Effect.PURE,
          context -> {
            Object run = context.input().get(0).json().get("n");
            for (long n = 0; n < ITEMS; n++) {
              Item item = Item.of(JsonObject.of("n", n, "run", run));
              context.output().add(n > 0 ? item : withFile(context, item, (long) run));
            }
            return NodeResult.done();
          });

  private static final NodeType KEEP =
      TestNodes.node(
          "test.keep",
          Effect.PURE,
          context -> {
            JsonObject kept = JsonObject.of("kept", "of a run ".repeat(500));
            context.runData().staticData(RunData.Owner.NODE, kept);
            return TestNodes.passOn(context);
          });

  private final Path work;
  private final Path flows;
  private final Path watched;

  /** One below a folder: files of its workflows lie there as long as the sample is looked at. */
  private StoreSample(Path folder) {
    this.work = folder.resolve("made");
    this.flows = folder.resolve("flows");
    this.watched = folder.resolve("watched");
  }

  private static Item withFile(NodeContext context, Item item, long seed)
      throws NodeException, InterruptedException {
    byte[] bytes = new byte[FILE_BYTES];
    new Random(seed).nextBytes(bytes);
    BinaryData file = context.binaries().store("a.bin", "x/y", new ByteArrayInputStream(bytes));
    return item.withBinary(Map.of("file", file));
  }

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

  private static Workflow calling(Path called) {
    return workflow("Calling")
        .node("start", "test.start")
        .node("hold", "test.call")
        .parameter("hold", "file", called.toString())
        .node("after", "test.set")
        .connect("start -> hold", "hold -> after")
        .build();
  }

  private static Workflow called() {
    return workflow("Called")
        .node("start", "trigger.subworkflow")
        .node("hold", "test.hold")
        .connect("start -> hold")
        .build();
  }

  private static Workflow clocked() {
    return workflow("Clocked")
        .id(CLOCKED)
        .settings(Settings.DEFAULT.withConcurrency(new Concurrency(1, Concurrency.Overlap.WAIT)))
        .node(TRIGGER, "test.clock")
        .parameter(TRIGGER, "every", 3_600)
        .node(KEEPER, "test.keep")
        .node("hold", "test.long")
        .connect("in -> keep", "keep -> hold")
        .build();
  }

  private Workflow watching() {
    return workflow("Watching")
        .id(WATCHING)
        .node(TRIGGER, "test.folder")
        .parameter(TRIGGER, "folder", watched.toString())
        .parameter(TRIGGER, "kinds", "created changed deleted")
        .node("set", "test.set")
        .connect("in -> set")
        .build();
  }

  /** The types of its nodes; what was cut short ends at once when it is taken up. */
  static NodeType[] types() {
    return types(TestNodes.node("test.hold", Effect.PURE, TestNodes::passOn));
  }

  private static NodeType[] types(NodeType hold) {
    return new NodeType[] {
      WAIT,
      ROWS,
      KEEP,
      hold,
      CallingNodes.CALL,
      CallingNodes.CALLED,
      new ClockTrigger(),
      new FolderTrigger()
    };
  }

  /**
   * Makes such a store.
   *
   * @param folder empty; stays as long as the store is used
   * @param store where it is laid
   */
  static void make(Path folder, Path store) throws Exception {
    new StoreSample(folder).make(store);
  }

  private void make(Path store) throws Exception {
    Files.createDirectories(flows);
    Files.createDirectories(watched);
    Path file = flows.resolve("called.workflow.json");
    WorkflowFiles.save(called(), file);
    for (int i = 0; i < SEEN; i++) {
      Files.writeString(watched.resolve("file number " + i + ".csv"), "n");
    }
    CountDownLatch held = new CountDownLatch(OPEN + 1);
    NodeType hold = TestNodes.held("test.hold", Effect.PURE, held);
    try (LocalEngine engine = open(hold, 2)) {
      engine.activate(clocked(), flows);
      engine.activate(watching(), flows);
      run(engine, 0, FOLDED);
    }
    try (LocalEngine engine = open(hold, 1)) {
      await(() -> lastIs(engine, CLOCKED, RunStatus.WAITING));
    }
    try (LocalEngine engine = open(hold, 0)) {
      await(() -> active(engine, CLOCKED).waiting() == 1);
      Files.writeString(watched.resolve("new.csv"), "n");
      await(() -> lastIs(engine, WATCHING, RunStatus.SUCCEEDED));
      run(engine, FOLDED, FRESH);
      for (int i = 0; i < OPEN; i++) {
        engine.await(engine.start(request(through("test.long"), i)));
        engine.start(request(through("test.hold"), i));
      }
      engine.start(request(calling(file), 0));
      held.await();
      copy(work, store);
    }
  }

  /** So many hours before it is left. */
  private LocalEngine open(NodeType hold, int hours) throws EngineException {
    InstantSource clock = InstantSource.fixed(LEFT.instant().minus(Duration.ofHours(hours)));
    LocalEngine.Options options =
        LocalEngine.Options.DEFAULT.withReserve(0).withThreads(8).withTriggers().withClock(clock);
    return LocalEngine.open(work, TestNodes.catalog(types(hold)), options);
  }

  private static ActiveWorkflow active(LocalEngine engine, String id) throws EngineException {
    return engine.active().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static boolean lastIs(LocalEngine engine, String id, RunStatus status)
      throws EngineException {
    return active(engine, id)
        .triggers()
        .getFirst()
        .lastRun()
        .filter(run -> run.status() == status)
        .isPresent();
  }

  /** Something that comes true in a while. */
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws EngineException;
  }

  private static void await(Condition condition) throws Exception {
    long begin = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(30)) {
        throw new IllegalStateException("the sample does not come as far as it should");
      }
      TimeUnit.MILLISECONDS.sleep(5);
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

  /**
   * The pages of {@code journal.db} that hold what is not of runs, from 1, as the file has them.
   */
  static List<Integer> pagesBeside(Path store, Path work) throws IOException, SQLException {
    Files.createDirectories(work);
    Path alone = Files.copy(store.resolve("journal.db"), work.resolve("journal.db"));
    List<Integer> pages = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + alone);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT pageno FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema"
                    + " WHERE tbl_name NOT IN ('run', 'event', 'definition', 'store'))")) {
      while (row.next()) {
        pages.add(row.getInt(1));
      }
    }
    return pages;
  }

  /** All that a store tells of a run: each activation with all its items and their files. */
  static String told(Engine engine, RunView view) throws EngineException, IOException {
    StringBuilder text = new StringBuilder(view.summary().toString());
    for (NodeView node : view.nodes().values()) {
      for (Activation each : node.activations()) {
        text.append('\n').append(node.node()).append(each);
        for (ItemListRef list : each.outputs().values()) {
          for (Item item : engine.items(list, 0, ITEMS).items()) {
            text.append(item);
            for (BinaryData file : item.binary().values()) {
              try (InputStream bytes = engine.open(file)) {
                text.append(Arrays.hashCode(bytes.readAllBytes()));
              }
            }
          }
        }
      }
    }
    return text.toString();
  }
}
