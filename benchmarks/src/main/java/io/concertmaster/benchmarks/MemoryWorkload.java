package io.concertmaster.benchmarks;

import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work on more items than the heap holds; start it with a small one. Prints {@code what value} in
 * rows.
 *
 * <ul>
 *   <li>{@code hold ITEMS}: sorts, groups by many values, removes duplicates, joins the list with
 *       itself, compares it with itself.
 *   <li>{@code fair ITEMS}: a hundred small runs alone; then, again and again, beside a sort of so
 *       many items of 300 bytes and more: the slowest of these counts.
 *   <li>{@code slow ITEMS}: writes items to a store whose file is blocked most of the time.
 * </ul>
 *
 * {@code heap_mb} is the most that was in use right after a collection of the old generation.
 */
public final class MemoryWorkload {
  private static final int SMALL_RUNS = 100;
  private static final int SMALL = 1_000;

  private MemoryWorkload() {}

  /** Starts one of them. */
  public static void main(String[] arguments) throws Exception {
    int items = Integer.parseInt(arguments[1]);
    HeapWatch heap = HeapWatch.start();
    NodeCatalog catalog = BenchNodes.besideBuiltIn(BenchNodes.MAKE, BenchNodes.PASS);
    try (TemporaryFolder home = TemporaryFolder.make();
        LocalEngine engine =
            LocalEngine.open(home.path(), catalog, LocalEngine.Options.DEFAULT.withReserve(0))) {
      switch (arguments[0]) {
        case "hold" -> hold(engine, items);
        case "fair" -> fair(engine, items);
        case "slow" -> slow(engine, items, home.path().resolve("items.db"));
        default -> throw new IllegalArgumentException("hold, fair or slow");
      }
    }
    print("heap_mb", heap.mostAfterCollection() >> 20);
  }

  private static RunId start(LocalEngine engine, Workflow workflow) throws Exception {
    return engine.start(RunRequest.of(workflow, Path.of("/")));
  }

  private static long sent(RunView view, String node, String output) {
    NodeView last = view.nodes().get(node);
    return last == null ? 0 : last.itemsOut(output);
  }

  private static void print(String what, Object value) {
    System.out.println(what + " " + value);
  }

  private static WorkflowBuilder made(int items, int padding) {
    return WorkflowBuilder.workflow("Memory")
        .node("make", "bench.make")
        .parameter("make", "items", items)
        .parameter("make", "padding", padding);
  }

  private static void hold(LocalEngine engine, int items) throws Exception {
    Workflow workflow =
        made(items, 0)
            .node("sort", "data.sort")
            .parameter("sort", "keys", BenchNodes.sortKeys("name"))
            .node("group", "data.summarize")
            .parameter("group", "groupBy", JsonArray.of("name"))
            .parameter("group", "calculate", BenchNodes.sum())
            .node("distinct", "data.removeDuplicates")
            .node("join", "flow.merge")
            .parameter("join", "mode", "combineByFields")
            .parameter("join", "fields", JsonArray.of(JsonObject.of("first", "id")))
            .node("compare", "data.compareDatasets")
            .parameter("compare", "fields", JsonArray.of(JsonObject.of("first", "id")))
            .connect(
                "make -> sort",
                "make -> group",
                "make -> distinct",
                "make -> join:input1",
                "sort -> join:input2",
                "make -> compare:a",
                "sort -> compare:b")
            .build();
    RunView view = engine.await(start(engine, workflow));
    print("status", view.status());
    view.summary().error().ifPresent(error -> print("error", error.message()));
    for (String node : List.of("sort", "group", "distinct", "join")) {
      print(node, sent(view, node, "main"));
    }
    print("compare", sent(view, "compare", "same"));
  }

  private static double small(LocalEngine engine) throws Exception {
    long start = System.nanoTime();
    Workflow workflow =
        made(SMALL, 0)
            .node("sort", "data.sort")
            .parameter("sort", "keys", BenchNodes.sortKeys("name"))
            .node("group", "data.summarize")
            .parameter("group", "groupBy", JsonArray.of("country"))
            .parameter("group", "calculate", BenchNodes.sum())
            .connect("make -> sort", "sort -> group")
            .build();
    List<RunId> runs = new ArrayList<>();
    for (int i = 0; i < SMALL_RUNS; i++) {
      runs.add(start(engine, workflow));
    }
    long groups = 0;
    for (RunId run : runs) {
      groups += sent(engine.await(run), "group", "main");
    }
    if (groups != 20L * SMALL_RUNS) {
      throw new IllegalStateException(groups + " groups");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void fair(LocalEngine engine, int items) throws Exception {
    small(engine);
    double alone = small(engine);
    print("alone_s", String.format(Locale.ROOT, "%.2f", alone));
    Workflow huge =
        made(items, 250)
            .node("sort", "data.sort")
            .parameter("sort", "keys", BenchNodes.sortKeys("name"))
            .connect("make -> sort")
            .build();
    RunId run = start(engine, huge);
    while (engine.run(run).orElseThrow().nodes().get("sort") == null) {
      Thread.sleep(20);
    }
    double beside = 0;
    while (!engine.run(run).orElseThrow().status().ended()) {
      beside = Math.max(beside, small(engine));
    }
    print("beside_s", String.format(Locale.ROOT, "%.2f", beside));
    print("times", String.format(Locale.ROOT, "%.1f", beside / alone));
    RunView view = engine.await(run);
    print("status", view.status());
    print("sorted", sent(view, "sort", "main"));
  }

  private static void slow(LocalEngine engine, int items, Path store) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread brake =
        Thread.ofPlatform()
            .start(() -> {
              try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                  Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 60000");
                while (!over.get()) {
                  statement.execute("BEGIN IMMEDIATE");
                  Thread.sleep(100);
                  statement.execute("ROLLBACK");
                  Thread.sleep(5);
                }
              } catch (Exception e) {
                print("brake", e);
              }
            });
    RunView view =
        engine.await(
            start(
                engine,
                made(items, 100).node("pass", "bench.pass").connect("make -> pass").build()));
    over.set(true);
    brake.join();
    print("status", view.status());
    print("passed", sent(view, "pass", "main"));
  }
}
