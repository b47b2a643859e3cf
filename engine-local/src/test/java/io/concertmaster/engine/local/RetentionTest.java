package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RetentionTest extends EngineFixture {
  private static final Instant DAY_ONE = Instant.parse("2026-03-01T12:00:00Z");
  private static final Retention KEEP_NONE = keep(0);

  private final AtomicReference<Instant> now = new AtomicReference<>(DAY_ONE);
  private final InstantSource clock = now::get;
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch holding = new CountDownLatch(1);
  private final NodeType hold =
      TestNodes.node(
          "test.hold",
          Effect.PURE,
          context -> {
            TestNodes.passOn(context);
            holding.countDown();
            held.await();
            return NodeResult.done();
          });
  private final NodeCatalog catalog =
      TestNodes.catalog(
          hold,
          CallingNodes.CALL,
          CallingNodes.CALLED,
          CallingNodes.ASK,
          TestNodes.node("test.unsafe", Effect.UNSAFE, hold::run));

  private static Retention keep(long runs) {
    return new Retention(Optional.empty(), OptionalLong.of(runs), OptionalLong.empty());
  }

  private static Workflow through(String type) {
    return workflow("Through")
        .node("start", "test.start")
        .node("it", type)
        .connect("start -> it")
        .build();
  }

  private LocalEngine open() throws Exception {
    return open(catalog, options().withClock(clock).takingUp(false, false));
  }

  private List<Long> runs() throws Exception {
    return engine.runs(1_000).reversed().stream().map(run -> run.id().number()).toList();
  }

  private RunView rows(int count) throws Exception {
    Workflow workflow =
        workflow("Rows " + count)
            .node("start", "test.start")
            .node("make", "test.make")
            .parameter("make", "count", count)
            .connect("start -> make")
            .build();
    return run(workflow);
  }

  @Test
  void runsThatEndedLongAgoGo() throws Exception {
    open();
    run(through("test.set"));
    now.set(DAY_ONE.plus(Duration.ofDays(20)));
    run(through("test.set"));
    now.set(DAY_ONE.plus(Duration.ofDays(31)));
    run(through("test.set"));
    Retention month =
        new Retention(Optional.of(Duration.ofDays(30)), OptionalLong.empty(), OptionalLong.empty());
    assertThat(engine.prune(month)).isEqualTo(1);
    assertThat(runs()).containsExactly(2L, 3L);
    assertThat(engine.run(new RunId(1))).isEmpty();
  }

  @Test
  void onlySoManyRunsStayAndTheirNumbersAreNotGivenAgain() throws Exception {
    open();
    for (int i = 0; i < 10; i++) {
      run(through("test.set"), Item.of("n", i));
    }
    assertThat(engine.prune(keep(3))).isEqualTo(7);
    assertThat(runs()).containsExactly(8L, 9L, 10L);
    assertThat(engine.prune(KEEP_NONE)).isEqualTo(2);
    open();
    assertThat(runs()).containsExactly(10L);
    assertThat(run(through("test.set")).id()).isEqualTo(new RunId(11));
  }

  @Test
  void whatIsUnderWayOrWaitsOrIsUncertainStays() throws Exception {
    open();
    engine.start(request(through("test.unsafe")));
    holding.await();
    engine.close();
    open();
    engine.await(engine.start(request(through("test.ask"))));
    RunId working = engine.start(request(through("test.hold"), Item.of("n", 5)));
    run(through("test.set"));
    run(through("test.set"));
    assertThat(engine.prune(KEEP_NONE)).isEqualTo(1);
    assertThat(engine.runs(10).reversed())
        .extracting(RunSummary::status)
        .containsExactly(
            RunStatus.UNCERTAIN, RunStatus.WAITING, RunStatus.RUNNING, RunStatus.SUCCEEDED);
    held.countDown();
    RunView view = engine.await(working);
    assertThat(sent(view, "it", "main")).containsExactly(JsonObject.of("n", 5L));
    RunView waiting = engine.run(new RunId(2)).orElseThrow();
    engine.resume(waiting.id(), waiting.answerToken().orElseThrow(), List.of());
    assertThat(engine.await(waiting.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aCalledRunStaysUntilItsCallerHasEnded() throws Exception {
    open();
    WorkflowFiles.save(
        workflow("Child")
            .node("begin", "trigger.subworkflow")
            .node("work", "test.set")
            .connect("begin -> work")
            .build(),
        home.resolve("child.json"));
    Workflow caller =
        workflow("Caller")
            .node("start", "test.start")
            .node("call", "test.call")
            .parameter("call", "file", home.resolve("child.json").toString())
            .node("it", "test.hold")
            .connect("start -> call", "call -> it")
            .build();
    RunId calling = engine.start(request(caller));
    holding.await();
    run(through("test.set"));
    assertThat(engine.prune(KEEP_NONE)).isZero();
    held.countDown();
    engine.await(calling);
    assertThat(engine.prune(KEEP_NONE)).isEqualTo(2);
    assertThat(runs()).containsExactly(3L);
  }

  @Test
  void itemsThatOtherRunsShareStayAndOthersGo() throws Exception {
    open();
    rows(30_000);
    rows(40_000);
    run(through("test.set"), Item.of("text", text(1)));
    rows(41_000);
    long before = size();
    assertThat(engine.prune(KEEP_NONE)).isEqualTo(3);
    assertThat(size()).isLessThan(before);
    RunView last = engine.run(new RunId(4)).orElseThrow();
    ItemListRef list = last.nodes().get("make").last().outputs().get("main");
    assertThat(engine.items(list, 0, 50_000).items()).hasSize(41_000);
  }

  /** Bytes of the databases, with nothing left in their logs; the store is opened anew. */
  private long size() throws Exception {
    engine.close();
    long size = Files.size(home.resolve("items.db")) + Files.size(home.resolve("journal.db"));
    open();
    return size;
  }

  @Test
  void theOldestGoUntilTheStoreIsSmallEnough() throws Exception {
    open();
    for (int i = 1; i <= 12; i++) {
      run(through("test.set"), Item.of("text", text(i)));
    }
    long limit = size() * 2 / 3;
    Retention small = new Retention(Optional.empty(), OptionalLong.empty(), OptionalLong.of(limit));
    long gone = engine.prune(small);
    assertThat(gone).isBetween(1L, 11L);
    assertThat(runs()).hasSize((int) (12 - gone)).last().isEqualTo(12L);
  }

  /** A long text that cannot be compressed, and is like no other. */
  private static String text(int seed) {
    byte[] bytes = new byte[60_000];
    new Random(seed).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void itemsOfAStepUnderWayAreNotTakenForLeftOver() throws Exception {
    open();
    run(through("test.set"), Item.of("n", 7));
    RunId working = engine.start(request(through("test.hold"), Item.of("n", 7)));
    holding.await();
    engine.prune(KEEP_NONE);
    held.countDown();
    assertThat(sent(engine.await(working), "it", "main")).containsExactly(JsonObject.of("n", 7L));
    engine.prune(KEEP_NONE);
    RunView view = engine.run(working).orElseThrow();
    assertThat(sent(view, "it", "main")).containsExactly(JsonObject.of("n", 7L));
  }

  @Test
  void agesAndSizesAreReadAsPeopleWriteThem() {
    assertThat(Retention.age("30d")).isEqualTo(Duration.ofDays(30));
    assertThat(Retention.age(" 12 H")).isEqualTo(Duration.ofHours(12));
    assertThat(Retention.size("2GB")).isEqualTo(2L << 30);
    assertThatThrownBy(() -> Retention.age("soon")).hasMessageContaining("30d");
    assertThatThrownBy(() -> Retention.size("2")).hasMessageContaining("2GB");
  }

  @Test
  void theHomeSaysWhatIsKept() throws Exception {
    Path file = home.resolve("retention.json");
    assertThat(RetentionSettings.of(home)).isEqualTo(Retention.ALL);
    Files.writeString(file, "{\"olderThan\": \"30d\", \"keep\": 1000, \"maxSize\": \"2GB\"}");
    assertThat(RetentionSettings.of(home))
        .isEqualTo(
            new Retention(
                Optional.of(Duration.ofDays(30)),
                OptionalLong.of(1_000),
                OptionalLong.of(2L << 30)));
    Files.writeString(file, "{\"keeep\": 0}");
    assertThat(RetentionSettings.of(home)).isEqualTo(Retention.ALL);
  }
}
