package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NumberedEvent;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs whose branches work at the same time. */
class BranchesTest extends EngineFixture {
  /** A workflow with two branches of one step each, and what gathers both. */
  private static Workflow diamond(int branches, String upper, String lower) {
    return workflow("Diamond")
        .settings(Settings.DEFAULT.withParallelBranches(branches))
        .node("start", "test.start")
        .node("upper", upper)
        .node("lower", lower)
        .node("both", "test.merge")
        .node("after", "test.set")
        .connect("start -> upper", "start -> lower")
        .connect("upper -> both:input1", "lower -> both:input2", "both -> after")
        .at("upper", 200, 0)
        .at("lower", 200, 200)
        .build();
  }

  private static Workflow diamond(String type) {
    return diamond(4, type, type);
  }

  private static final NodeType HELD = TestNodes.held("test.held", Effect.UNSAFE);

  /** Comes back only when another branch has come as far. */
  private static NodeType meeting() {
    CyclicBarrier barrier = new CyclicBarrier(2);
    return TestNodes.node(
        "test.meeting",
        Effect.PURE,
        context -> {
          try {
            barrier.await(20, TimeUnit.SECONDS);
          } catch (BrokenBarrierException | TimeoutException e) {
            throw new NodeException("nobody came", e);
          }
          return TestNodes.passOn(context);
        });
  }

  private RunView until(RunId run, NodeState state) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      RunView view = engine.run(run).orElseThrow();
      long such =
          List.of("upper", "lower").stream()
              .filter(node -> view.nodes().containsKey(node))
              .filter(node -> view.nodes().get(node).last().state() == state)
              .count();
      if (such == 2) {
        return view;
      }
      assertThat(System.nanoTime()).as("both branches are %s", state).isLessThan(end);
      Thread.sleep(5);
    }
  }

  private void untilSomebodyIsAsked(RunId run) throws Exception {
    while (engine.run(run).orElseThrow().answerTokens().isEmpty()) {
      Thread.sleep(5);
    }
  }

  @Test
  void twoBranchesWorkAtTheSameTimeAndAMergeGetsBoth() throws Exception {
    open(TestNodes.catalog(meeting()));
    RunView view = run(diamond("test.meeting"), Item.of("n", 1L));
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "after", "main")).hasSize(2);
    assertThat(view.lastNode()).contains("after");
  }

  @Test
  void withoutTheSettingOneBranchWorksAfterTheOther() throws Exception {
    List<Integer> atOnce = new CopyOnWriteArrayList<>();
    AtomicInteger working = new AtomicInteger();
    NodeType counting =
        TestNodes.node(
            "test.counting",
            Effect.PURE,
            context -> {
              atOnce.add(working.incrementAndGet());
              Thread.sleep(20);
              working.decrementAndGet();
              return TestNodes.passOn(context);
            });
    open(TestNodes.catalog(counting));
    run(diamond(1, "test.counting", "test.counting"), Item.of("n", 1L));
    assertThat(atOnce).containsExactly(1, 1);
  }

  @Test
  void twoBranchesWaitForTwoPeopleAndEachAnswerEndsOneWait() throws Exception {
    open(TestNodes.catalog(CallingNodes.ASK));
    RunId run = engine.start(request(diamond("test.ask"), Item.of("n", 1L)));
    RunView waiting = engine.await(run);
    assertThat(waiting.status()).isEqualTo(RunStatus.WAITING);
    Map<String, String> tokens = waiting.answerTokens();
    assertThat(tokens).containsOnlyKeys("upper", "lower");
    engine.resume(run, tokens.get("lower"), List.of(Item.of("by", "lower")));
    RunView one = engine.await(run);
    assertThat(one.status()).isEqualTo(RunStatus.WAITING);
    assertThat(one.answerTokens()).containsExactly(Map.entry("upper", tokens.get("upper")));
    assertThatThrownBy(() -> engine.resume(run, tokens.get("lower"), List.of()))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WAIT_OVER));
    open(TestNodes.catalog(CallingNodes.ASK), options().takingUp(false, false));
    assertThat(engine.run(run).orElseThrow().answerTokens()).isEqualTo(one.answerTokens());
    engine.resume(run, tokens.get("upper"), List.of(Item.of("by", "upper")));
    RunView view = engine.await(run);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "both", "main"))
        .extracting(each -> each.get("by"))
        .containsExactly("upper", "lower");
  }

  @Test
  void aStepTellsTheAddressOfTheNextWaitOfItsOwnBranch() throws Exception {
    Workflow workflow =
        workflow("Telling")
            .settings(Settings.DEFAULT.withParallelBranches(2))
            .node("start", "test.start")
            .node("tellUpper", "test.set")
            .parameter("tellUpper", "value", "={{ $execution.resumeUrl }}")
            .node("upper", "test.ask")
            .node("tellLower", "test.set")
            .parameter("tellLower", "value", "={{ $execution.resumeUrl }}")
            .node("lower", "test.ask")
            .connect("start -> tellUpper", "tellUpper -> upper")
            .connect("start -> tellLower", "tellLower -> lower")
            .at("tellUpper", 200, 0)
            .at("tellLower", 200, 200)
            .build();
    open(TestNodes.catalog(CallingNodes.ASK));
    RunView view = run(workflow, Item.of("n", 1L));
    for (String branch : List.of("Upper", "Lower")) {
      String token = view.answerTokens().get(branch.toLowerCase(Locale.ROOT));
      assertThat(sent(view, "tell" + branch, "main").getFirst().get("set"))
          .isEqualTo("concertmaster:resume/" + view.id() + "/" + token);
    }
  }

  @Test
  void aFailureInOneBranchEndsTheOthers() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    NodeType slow =
        TestNodes.node(
            "test.slow",
            Effect.PURE,
            context -> {
              held.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
              return NodeResult.done();
            });
    NodeType failing =
        TestNodes.node(
            "test.failing",
            Effect.PURE,
            context -> {
              held.await();
              throw new NodeException("the lower branch failed");
            });
    open(TestNodes.catalog(slow, failing));
    RunView view = run(diamond(4, "test.slow", "test.failing"), Item.of("n", 1L));
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.summary().error().orElseThrow().message()).contains("lower branch");
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(view.nodes().get("upper").last().state()).isEqualTo(NodeState.CANCELLED);
    assertThat(view.nodes().get("lower").last().state()).isEqualTo(NodeState.FAILED);
  }

  @Test
  void aCancelEndsAllBranches() throws Exception {
    open(TestNodes.catalog(HELD));
    RunId run = engine.start(request(diamond("test.held"), Item.of("n", 1L)));
    until(run, NodeState.RUNNING);
    engine.cancel(run);
    assertThat(engine.await(run).status()).isEqualTo(RunStatus.CANCELLED);
    until(run, NodeState.CANCELLED);
  }

  @Test
  void peopleAreAskedAboutOneStepAfterTheOther() throws Exception {
    open(TestNodes.catalog(HELD));
    RunId run = engine.start(request(diamond("test.held"), Item.of("n", 1L)));
    until(run, NodeState.RUNNING);
    NodeType done = TestNodes.node("test.held", Effect.UNSAFE, TestNodes::passOn);
    open(TestNodes.catalog(done), options().takingUp(false, false));
    assertThat(engine.runs(1)).extracting(RunSummary::status).containsExactly(RunStatus.UNCERTAIN);
    until(run, NodeState.UNCERTAIN);
    engine.resume(run, UncertainDecision.SKIP);
    RunView asked = engine.run(run).orElseThrow();
    assertThat(asked.status()).isEqualTo(RunStatus.UNCERTAIN);
    assertThat(asked.nodes().values())
        .filteredOn(node -> node.last().state() == NodeState.UNCERTAIN)
        .hasSize(1);
    assertThatThrownBy(() -> engine.resume(run))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNCERTAIN));
    engine.resume(run, UncertainDecision.RETRY);
    RunView view = engine.await(run);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "after", "main")).hasSize(2);
  }

  @Test
  void aSafeStepOfEachBranchIsDoneAgainAfterACrash() throws Exception {
    open(TestNodes.catalog(TestNodes.held("test.safe", Effect.PURE)));
    RunId run = engine.start(request(diamond("test.safe"), Item.of("n", 1L)));
    until(run, NodeState.RUNNING);
    open(TestNodes.catalog(TestNodes.node("test.safe", Effect.PURE, TestNodes::passOn)));
    engine.resume(run);
    RunView view = engine.await(run);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "after", "main"))
        .extracting(each -> each.get("n"))
        .containsExactly(1L, 1L);
    assertThat(view.nodes().get("upper").activations()).hasSize(1);
  }

  @Test
  void whileOneBranchWaitsForAPersonTheRunWorksInTheOther() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    NodeType slow =
        TestNodes.node(
            "test.slow",
            Effect.PURE,
            context -> {
              goOn.await();
              return TestNodes.passOn(context);
            });
    open(TestNodes.catalog(slow, CallingNodes.ASK));
    RunId run = engine.start(request(diamond(4, "test.slow", "test.ask"), Item.of("n", 1L)));
    untilSomebodyIsAsked(run);
    RunView both = engine.run(run).orElseThrow();
    assertThat(both.status()).isEqualTo(RunStatus.RUNNING);
    engine.resume(run, both.answerTokens().get("lower"), List.of());
    assertThat(engine.run(run).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    goOn.countDown();
    RunView view = engine.await(run);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "both", "main")).hasSize(2).contains(JsonObject.of("n", 1L));
  }

  /** Two branches of which the upper one was cut short in its middle and the lower one waits. */
  private RunId cutShortBesideAWait(Workflow workflow) throws Exception {
    RunId run = engine.start(request(workflow, Item.of("n", 1L)));
    while (engine.run(run).orElseThrow().answerTokens().isEmpty()
        || !engine.run(run).orElseThrow().nodes().containsKey("upper")) {
      Thread.sleep(5);
    }
    NodeType done = TestNodes.node("test.held", Effect.UNSAFE, TestNodes::passOn);
    open(TestNodes.catalog(done, CallingNodes.ASK), options().takingUp(false, false));
    return run;
  }

  @Test
  void anAnswerToABranchIsTakenWhenTheOneThatWasCutShortGoesOn() throws Exception {
    open(TestNodes.catalog(HELD, CallingNodes.ASK));
    RunId run = cutShortBesideAWait(diamond(4, "test.held", "test.ask"));
    RunView cut = engine.run(run).orElseThrow();
    assertThat(cut.status()).isEqualTo(RunStatus.UNCERTAIN);
    String token = cut.answerTokens().get("lower");
    assertThatThrownBy(() -> engine.resume(run, token, List.of()))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_WAITING))
        .hasMessageContaining("cut short in another branch");
    engine.resume(run, UncertainDecision.SKIP);
    assertThat(engine.await(run).status()).isEqualTo(RunStatus.WAITING);
    engine.resume(run, token, List.of());
    assertThat(engine.await(run).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aRunOfWhichOneBranchWakesIsToldToWaitAgainWhileTheOtherWaitsOn() throws Exception {
    NodeType nap =
        TestNodes.node(
            "test.nap",
            Effect.PURE,
            context -> {
              TestNodes.passOn(context);
              return NodeResult.waitUntil(Instant.now().plusMillis(200));
            });
    open(TestNodes.catalog(nap, CallingNodes.ASK));
    BlockingQueue<RunEvent> told = new LinkedBlockingQueue<>();
    engine.subscribe(told::add);
    RunId run = engine.start(request(diamond(4, "test.nap", "test.ask"), Item.of("n", 1L)));
    boolean woke = false;
    boolean waits = false;
    while (!waits) {
      RunEvent event = told.poll(20, TimeUnit.SECONDS);
      assertThat(event).as("that it waits again").isNotNull();
      woke |= event instanceof RunEvent.NodeDone done && done.node().equals("upper");
      waits =
          woke && event instanceof RunEvent.StatusChanged now && now.status() == RunStatus.WAITING;
    }
    assertThat(engine.await(run).answerTokens()).containsOnlyKeys("lower");
    assertThat(engine.events(run, 0))
        .extracting(NumberedEvent::event)
        .filteredOn(RunEvent.NodeDone.class::isInstance)
        .extracting(each -> ((RunEvent.NodeDone) each).node())
        .containsExactly("start", "upper");
  }

  @Test
  void aFailedRunIsToldByTheStepThatFailed() throws Exception {
    open(TestNodes.catalog());
    RunView view = run(diamond(4, "test.set", "test.fail"), Item.of("n", 1L));
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.lastNode()).contains("lower");
    assertThat(engine.run(view.id()).orElseThrow().lastNode()).contains("lower");
  }

  @Test
  void nobodyIsAskedAnyMoreWhenAnotherBranchHasEndedTheRun() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    NodeType failing =
        TestNodes.node(
            "test.failing",
            Effect.PURE,
            context -> {
              asked.await();
              throw new NodeException("the upper branch failed");
            });
    open(TestNodes.catalog(failing, CallingNodes.ASK));
    RunId run = engine.start(request(diamond(4, "test.failing", "test.ask"), Item.of("n", 1L)));
    untilSomebodyIsAsked(run);
    String token = engine.run(run).orElseThrow().answerTokens().get("lower");
    asked.countDown();
    RunView view = engine.await(run);
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.answerTokens()).isEmpty();
    assertThatThrownBy(() -> engine.resume(run, token, List.of()))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WAIT_OVER));
  }
}
