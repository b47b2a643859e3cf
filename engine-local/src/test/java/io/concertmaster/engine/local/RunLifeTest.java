package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunLifeTest extends EngineFixture {
  private final CountDownLatch working = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final AtomicInteger times = new AtomicInteger();

  /** Works until it is interrupted, the first time; passes on what it gets, later. */
  private NodeType stuckOnce(Effect effect) {
    return TestNodes.node(
        "test.stuck",
        effect,
        context -> {
          if (times.getAndIncrement() > 0) {
            return TestNodes.passOn(context);
          }
          working.countDown();
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          return NodeResult.done();
        });
  }

  private static NodeType waitFor(Duration time) {
    return TestNodes.node(
        "test.wait",
        Effect.PURE,
        context -> {
          TestNodes.passOn(context);
          return NodeResult.waitUntil(context.startedAt().plus(time));
        });
  }

  private static Workflow through(String type) {
    return workflow("W")
        .node("start", "test.start")
        .node("it", type)
        .node("after", "test.set")
        .connect("start -> it", "it -> after")
        .build();
  }

  @Test
  void aRunThatWorksIsCancelledAndStaysSo() throws Exception {
    NodeType stuck = stuckOnce(Effect.PURE);
    open(TestNodes.catalog(stuck));
    RunId id = engine.start(request(through("test.stuck")));
    assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
    engine.cancel(id);
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    RunView view = engine.await(id);
    assertThat(view.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(view.nodes().get("it").state()).isEqualTo(NodeState.CANCELLED);
    open(TestNodes.catalog(stuck), options().takingUp(true, true));
    engine.resume(id);
    assertThat(engine.await(id).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(times).hasValue(1);
  }

  @Test
  void aRunThatWaitsIsCancelled() throws Exception {
    open(TestNodes.catalog(waitFor(Duration.ofDays(1))));
    RunView view = run(through("test.wait"));
    assertThat(view.status()).isEqualTo(RunStatus.WAITING);
    assertThat(view.waitingUntil()).isPresent();
    engine.cancel(view.id());
    assertThat(engine.await(view.id()).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(engine.await(view.id()).nodes()).doesNotContainKey("after");
  }

  @Test
  void aWaitOutlivesTheEngine() throws Exception {
    NodeType wait = waitFor(Duration.ofMillis(600));
    open(TestNodes.catalog(wait));
    RunView resting = run(through("test.wait"), Item.of("n", 1));
    assertThat(resting.status()).isEqualTo(RunStatus.WAITING);
    open(TestNodes.catalog(wait));
    RunView view = engine.run(resting.id()).orElseThrow();
    Instant giveUp = Instant.now().plusSeconds(60);
    while (!view.status().ended() && Instant.now().isBefore(giveUp)) {
      TimeUnit.MILLISECONDS.sleep(20);
      view = engine.run(resting.id()).orElseThrow();
    }
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "after", "main")).hasSize(1);
  }

  @Test
  void whatHasNotEndedIsFoundBehindWhatHas() throws Exception {
    NodeType wait = waitFor(Duration.ofHours(1));
    open(TestNodes.catalog(wait));
    RunView first = run(through("test.wait"), Item.of("n", 1));
    RunView second = run(through("test.wait"), Item.of("n", 2));
    RunView third = run(through("test.wait"), Item.of("n", 3));
    engine.cancel(second.id());
    engine.await(second.id());
    assertThat(engine.unfinished().stream().map(RunSummary::id).toList())
        .containsExactly(first.id(), third.id());
    open(TestNodes.catalog(wait));
    assertThat(engine.unfinished().stream().map(RunSummary::id).toList())
        .containsExactly(first.id(), third.id());
  }

  @Test
  void aRunThatTheEngineLeftInTheMiddleIsListedAndResumed() throws Exception {
    NodeType stuck = stuckOnce(Effect.READS);
    open(TestNodes.catalog(stuck));
    RunId id = engine.start(request(through("test.stuck"), Item.of("n", 1)));
    assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
    open(TestNodes.catalog(stuck));
    assertThat(engine.interrupted())
        .singleElement()
        .satisfies(run -> assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED));
    engine.resume(id);
    RunView view = engine.await(id);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(view.summary().resumed()).isTrue();
    assertThat(view.nodes().get("start").activations()).hasSize(1);
    assertThat(engine.interrupted()).isEmpty();
  }

  @Test
  void anUnsafeStepThatWasCutShortWaitsForAPerson() throws Exception {
    NodeType stuck = stuckOnce(Effect.UNSAFE);
    open(TestNodes.catalog(stuck));
    RunId id = engine.start(request(through("test.stuck"), Item.of("n", 1)));
    assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
    open(TestNodes.catalog(stuck), options().takingUp(true, true));
    assertThat(engine.run(id).orElseThrow().status()).isEqualTo(RunStatus.UNCERTAIN);
    assertThat(engine.run(id).orElseThrow().nodes().get("it").state())
        .isEqualTo(NodeState.UNCERTAIN);
    assertThat(engine.interrupted())
        .singleElement()
        .satisfies(run -> assertThat(run.status()).isEqualTo(RunStatus.UNCERTAIN));
    assertThatThrownBy(() -> engine.resume(id))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.UNCERTAIN));
    engine.resume(id, UncertainDecision.SKIP);
    RunView view = engine.await(id);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "after", "main")).hasSize(1);
    assertThat(times).hasValue(1);
  }

  @Test
  void anUnsafeStepWhoseNodeSaysSoIsDoneAgain() throws Exception {
    NodeType stuck = stuckOnce(Effect.UNSAFE);
    open(TestNodes.catalog(stuck));
    RunId id = engine.start(request(decidedInAdvance(OnUncertain.RETRY), Item.of("n", 1)));
    assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
    open(TestNodes.catalog(stuck));
    assertThat(engine.run(id).orElseThrow().status()).isEqualTo(RunStatus.INTERRUPTED);
    engine.resume(id);
    assertThat(engine.await(id).status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(times).hasValue(2);
  }

  @Test
  void anUnsafeStepWhoseNodeSaysSoCountsAsFailed() throws Exception {
    NodeType stuck = stuckOnce(Effect.UNSAFE);
    open(TestNodes.catalog(stuck));
    RunId id = engine.start(request(decidedInAdvance(OnUncertain.FAIL), Item.of("n", 1)));
    assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
    open(TestNodes.catalog(stuck));
    engine.resume(id);
    RunView view = engine.await(id);
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.summary().error().orElseThrow().message()).contains("cut short");
    assertThat(times).hasValue(1);
  }

  private static Workflow decidedInAdvance(OnUncertain policy) {
    return workflow("W")
        .node("start", "test.start")
        .node("it", "test.stuck")
        .set("it", node -> node.withOnUncertain(policy))
        .connect("start -> it")
        .build();
  }

  @Test
  void aRunThatTakesTooLongTimesOut() throws Exception {
    open(TestNodes.catalog(stuckOnce(Effect.PURE)));
    Workflow workflow = through("test.stuck");
    RunId id =
        engine.start(
            new RunRequest(
                workflow,
                Path.of("/"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofMillis(300))));
    RunView view = engine.await(id);
    assertThat(view.status()).isEqualTo(RunStatus.TIMED_OUT);
    assertThat(view.summary().error().orElseThrow().message()).contains("PT0.3S");
  }

  @Test
  void theStoreIsHeldByOneAndReadByMany() throws Exception {
    NodeType stuck = stuckOnce(Effect.PURE);
    open(TestNodes.catalog(stuck));
    RunId done = engine.await(run(through("test.set"), Item.of("n", 1)).id()).id();
    RunId id = engine.start(request(through("test.stuck")));
    assertThat(working.await(30, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> LocalEngine.open(home, TestNodes.catalog(), options()))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.STORE_LOCKED))
        .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    try (Engine reader = LocalEngine.openReadOnly(home)) {
      assertThat(reader.runs(10)).hasSize(2);
      assertThat(reader.run(id).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
      RunView view = reader.run(done).orElseThrow();
      assertThat(sent(reader, view, "after", "main")).hasSize(1);
      assertThatThrownBy(() -> reader.cancel(id))
          .isInstanceOfSatisfying(
              EngineException.class,
              e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.STORE_LOCKED));
    }
    close();
    try (Engine reader = LocalEngine.openReadOnly(home)) {
      assertThat(reader.run(id).orElseThrow().status()).isEqualTo(RunStatus.INTERRUPTED);
    }
  }

  @Test
  void thereIsNothingToReadWhereNothingRan() {
    assertThatThrownBy(() -> LocalEngine.openReadOnly(home.resolve("elsewhere")))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("nothing ran there");
  }

  @Test
  void thoseWhoWatchHearWhatHappensInOrder() throws Exception {
    open(TestNodes.catalog());
    List<RunEvent> heard = new CopyOnWriteArrayList<>();
    CountDownLatch ended = new CountDownLatch(1);
    try (Engine.Subscription _ =
        engine.subscribe(event -> {
          heard.add(event);
          if (event instanceof RunEvent.StatusChanged change && change.status().ended()) {
            ended.countDown();
          }
        })) {
      run(through("test.set"), Item.of("n", 1));
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }
    List<String> names = new ArrayList<>();
    heard.forEach(event -> names.add(event.getClass().getSimpleName()));
    assertThat(names)
        .containsExactly(
            "RunStarted",
            "NodeStarted",
            "NodeDone",
            "NodeStarted",
            "NodeDone",
            "NodeStarted",
            "NodeDone",
            "StatusChanged");
  }

  @Test
  void manyRunsGoOnAtOnceAndKeepTheirLinesApart() throws Exception {
    NodeType talk =
        TestNodes.node(
            "test.talk",
            Effect.PURE,
            context -> {
              context.log("hello " + context.input().get(0).json().get("n"));
              return TestNodes.passOn(context);
            });
    open(TestNodes.catalog(talk));
    List<RunId> ids = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ids.add(engine.start(request(through("test.talk"), Item.of("n", i))));
    }
    for (int i = 0; i < 50; i++) {
      RunView view = engine.await(ids.get(i));
      assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(view.log()).extracting(RunView.LogLine::text).containsExactly("hello " + i);
    }
    assertThat(engine.runs(50))
        .extracting(run -> run.id().number())
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }
}
