package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs that wait and are moved to a newer definition of their workflow. */
class UpgradeTest extends EngineFixture {
  private static final NodeType ANSWERED =
      TestNodes.node(
          "test.answered",
          Effect.PURE,
          context -> {
            TestNodes.passOn(context);
            return NodeResult.waitForCall();
          });
  private final Random random = new Random(1);

  private static final NodeCatalog CATALOG = TestNodes.catalog(ANSWERED);

  /** {@code start -> hold -> after}, where the last one writes a text. */
  private static WorkflowBuilder writing(String text) {
    return workflow("W")
        .id("w")
        .node("start", "test.start")
        .node("hold", "test.answered")
        .node("after", "test.set")
        .parameter("after", "value", text)
        .connect("start -> hold", "hold -> after");
  }

  private RunView waiting(Workflow workflow) throws Exception {
    RunView view = run(workflow, Item.of("n", 1));
    assertThat(view.status()).isEqualTo(RunStatus.WAITING);
    return view;
  }

  private RunView answered(RunView waiting) throws Exception {
    engine.resume(waiting.id(), waiting.answerToken().orElseThrow(), List.of());
    return engine.await(waiting.id());
  }

  @Test
  void aRunThatWaitsKeepsItsDefinitionUntilItIsMoved() throws Exception {
    open(CATALOG);
    RunView waiting = waiting(writing("old").build());
    Workflow newer = writing("new").node("more", "test.set").connect("after -> more").build();

    engine.upgrade(waiting.id(), newer);

    RunView moved = engine.run(waiting.id()).orElseThrow();
    assertThat(moved.status()).isEqualTo(RunStatus.WAITING);
    assertThat(moved.workflow()).isEqualTo(newer);
    assertThat(moved.log())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.node()).isEqualTo("hold");
          assertThat(line.text()).contains("newer definition");
        });
    RunView ended = answered(moved);
    assertThat(ended.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(ended, "after", "main")).containsExactly(JsonObject.of("n", 1, "set", "new"));
    assertThat(ended.nodes()).containsKey("more");
  }

  @Test
  void aMoveOutlivesTheEngineWhoeverHasTheRunInHand() throws Exception {
    open(CATALOG);
    RunView waiting = waiting(writing("first").build());
    engine.upgrade(waiting.id(), writing("second").build());
    open(CATALOG, options().takingUp(false, false));
    engine.upgrade(waiting.id(), writing("third").build());
    open(CATALOG);

    RunView ended = answered(engine.run(waiting.id()).orElseThrow());

    assertThat(sent(ended, "after", "main")).containsExactly(JsonObject.of("n", 1, "set", "third"));
    assertThat(ended.workflow()).isEqualTo(writing("third").build());
  }

  @Test
  void aWaitForATimeEndsAtItsTimeAfterAMove() throws Exception {
    NodeType wait =
        TestNodes.node(
            "test.wait",
            Effect.PURE,
            context -> {
              TestNodes.passOn(context);
              return NodeResult.waitUntil(context.startedAt().plus(Duration.ofMillis(900)));
            });
    open(TestNodes.catalog(wait));
    WorkflowBuilder timed =
        workflow("W").id("w").node("start", "test.start").node("hold", "test.wait");
    RunView waiting = waiting(timed.connect("start -> hold").build());

    engine.upgrade(waiting.id(), timed.node("after", "test.set").connect("hold -> after").build());

    for (int i = 0; i < 1_000 && !engine.run(waiting.id()).orElseThrow().status().ended(); i++) {
      Thread.sleep(20);
    }
    assertThat(sent(engine.run(waiting.id()).orElseThrow(), "after", "main")).hasSize(1);
  }

  @Test
  void whatHasAPartInTheRunMustBeThereAndBeTheSame() throws Exception {
    open(CATALOG);
    RunView waiting = waiting(writing("old").build());
    Workflow gone =
        workflow("W").id("w").node("start", "test.start").node("after", "test.set").build();
    Workflow other =
        workflow("W")
            .id("w")
            .node("start", "test.start")
            .node("hold", "test.set")
            .connect("start -> hold")
            .build();
    Workflow another = writing("new").id("x").build();

    refused(waiting, gone, "“hold” has a part in the run and is missing there");
    refused(waiting, other, "test.set version 1 in place of test.answered version 1");
    refused(waiting, another, "it is a run of the workflow “w”, not of “x”");
    assertThat(sent(answered(waiting), "after", "main"))
        .containsExactly(JsonObject.of("n", 1, "set", "old"));
  }

  @Test
  void itemsThatWaitAtAMergeNeedItsInputsAsTheyWere() throws Exception {
    open(CATALOG);
    WorkflowBuilder merging =
        workflow("W")
            .id("w")
            .node("start", "test.start")
            .node("merge", "test.merge")
            .node("hold", "test.answered")
            .connect("start -> merge:input1", "start -> hold", "hold -> merge:input2")
            .at("merge", 0, 0)
            .at("hold", 0, 100);
    RunView waiting = waiting(merging.build());
    Workflow unplugged =
        workflow("W")
            .id("w")
            .node("start", "test.start")
            .node("merge", "test.merge")
            .node("hold", "test.answered")
            .connect("start -> merge:input1", "start -> hold")
            .build();

    refused(waiting, unplugged, "items wait at “merge”, whose inputs are others there");
    engine.upgrade(waiting.id(), merging.node("end", "test.set").connect("merge -> end").build());
    assertThat(sent(answered(waiting), "end", "main")).hasSize(2);
  }

  @Test
  void aRunThatHasEndedIsNotMoved() throws Exception {
    open(CATALOG);
    RunView ended = answered(waiting(writing("old").build()));

    refused(ended, writing("new").build(), "it has ended");
  }

  private void refused(RunView run, Workflow workflow, String why) {
    assertThatThrownBy(() -> engine.upgrade(run.id(), workflow))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.NOT_UPGRADED))
        .hasMessageContaining(why);
  }

  /** A run that is moved is let go of for a moment: who cancels it just then cancels it still. */
  @Test
  void whoCancelsARunWhileItIsMovedCancelsIt() throws Exception {
    open(CATALOG);
    for (int round = 0; round < 300; round++) {
      RunId run = waiting(writing("old").build()).id();
      Thread moving =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 20; i++) {
                  try {
                    engine.upgrade(run, writing("text " + i).build());
                  } catch (EngineException e) {
                    return; // it has ended
                  }
                }
              });
      Thread.sleep(0, random.nextInt(1_000_000));
      engine.cancel(run);
      RunStatus status = engine.run(run).orElseThrow().status();
      moving.join();
      assertThat(status).isEqualTo(RunStatus.CANCELLED);
      assertThat(engine.run(run).orElseThrow().status()).isEqualTo(RunStatus.CANCELLED);
    }
  }
}
