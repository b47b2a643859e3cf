package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Retry;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NodePolicyTest extends EngineFixture {
  private static final Item ONE = Item.of("n", 1);
  private static final Item TWO = Item.of("n", 2);

  private static Workflow around(String type, UnaryOperator<NodeDefinition> change) {
    return workflow("W")
        .node("start", "test.start")
        .node("it", type)
        .node("after", "test.set")
        .node("rescue", "test.set")
        .connect("start -> it", "it -> after")
        .set("it", change)
        .build();
  }

  private static Workflow withRescue(Workflow workflow) {
    List<Connection> more = new ArrayList<>(workflow.connections());
    more.add(new Connection("it", "error", "rescue", "main"));
    return new Workflow(
        workflow.id(),
        workflow.name(),
        workflow.settings(),
        workflow.nodes(),
        more,
        workflow.layout(),
        workflow.unknown());
  }

  @Test
  void aFailureEndsTheRunAndNamesItsNode() throws Exception {
    open(TestNodes.catalog());
    RunView view = run(around("test.fail", node -> node), ONE);
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.summary().error().orElseThrow().node()).contains("it");
    assertThat(view.summary().error().orElseThrow().message()).isEqualTo("it does not work");
    assertThat(view.nodes().get("it").state()).isEqualTo(NodeState.FAILED);
    assertThat(view.nodes()).doesNotContainKey("after");
  }

  @Test
  void toContinuePassesTheInputOn() throws Exception {
    open(TestNodes.catalog());
    RunView view = run(around("test.fail", node -> node.withOnError(OnError.CONTINUE)), ONE, TWO);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "it", "main")).containsExactly(ONE.json(), TWO.json());
    assertThat(view.nodes().get("it").last().error()).isPresent();
  }

  @Test
  void theErrorOutputGetsAllItemsWithTheReason() throws Exception {
    open(TestNodes.catalog());
    RunView view =
        run(withRescue(around("test.fail", node -> node.withOnError(OnError.OUTPUT))), ONE, TWO);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "it", "error"))
        .containsExactly(
            JsonObject.of("n", 1, "error", "it does not work"),
            JsonObject.of("n", 2, "error", "it does not work"));
    assertThat(view.nodes()).containsKey("rescue").doesNotContainKey("after");
  }

  @Test
  void aFailureThatTellsMoreThanItsMessageIsAnObjectInTheItem() throws Exception {
    JsonObject more =
        JsonObject.of("message", "404 - \"\"", "name", "AxiosError").with("status", 404L);
    NodeType picky =
        TestNodes.node(
            "test.picky",
            Effect.PURE,
            context -> {
              long position = 0;
              for (Item item : context.input()) {
                context.reject(item, position++, new NodeException("no such page").telling(more));
              }
              return NodeResult.done();
            });
    open(TestNodes.catalog(picky));
    RunView on = run(around("test.picky", node -> node.withOnError(OnError.CONTINUE)), ONE);
    assertThat(sent(on, "it", "main")).containsExactly(JsonObject.of("error", more));
    assertThat(on.nodes().get("it").last().error().orElseThrow().message())
        .isEqualTo("no such page");
    RunView out =
        run(withRescue(around("test.picky", node -> node.withOnError(OnError.OUTPUT))), ONE);
    assertThat(sent(out, "it", "error")).containsExactly(JsonObject.of("n", 1, "error", more));
  }

  @Test
  void itemsThatFailOneByOneLeaveByTheErrorOutputAndTheOthersGoOn() throws Exception {
    open(TestNodes.catalog());
    RunView view =
        run(
            withRescue(
                around(
                    "test.set",
                    node ->
                        node.withOnError(OnError.OUTPUT)
                            .withParameters(
                                JsonObject.of(
                                    "value", "={{ $('Nowhere' + $json.n).item.json }}")))),
            ONE,
            Item.of("n", 3));
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "it", "error")).hasSize(2);
    assertThat(view.nodes().get("it").last().error().orElseThrow().property()).isEqualTo("value");
    assertThat(view.nodes().get("it").last().error().orElseThrow().item()).hasValue(0);
  }

  @Test
  void aNodeIsTriedAgainWithTheSameKey() throws Exception {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    NodeType flaky =
        TestNodes.node(
            "test.flaky",
            Effect.IDEMPOTENT,
            context -> {
              keys.add(context.idempotencyKey());
              if (context.attempt() < 3) {
                throw new NodeException("not yet");
              }
              return TestNodes.passOn(context);
            });
    open(TestNodes.catalog(flaky));
    RunView view =
        run(
            around(
                "test.flaky",
                node -> node.withRetry(Optional.of(new Retry(3, Duration.ofMillis(20), 2)))),
            ONE);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(view.nodes().get("it").last().attempt()).isEqualTo(3);
    assertThat(view.nodes().get("it").last().error()).isEmpty();
    assertThat(keys).hasSize(1);
  }

  @Test
  void aNodeThatTakesTooLongIsCutShort() throws Exception {
    NodeType slow =
        TestNodes.node(
            "test.slow",
            Effect.PURE,
            context -> {
              Thread.sleep(60_000);
              return NodeResult.done();
            });
    open(TestNodes.catalog(slow));
    RunView view =
        run(around("test.slow", node -> node.withTimeout(Optional.of(Duration.ofMillis(50)))), ONE);
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.summary().error().orElseThrow().message()).contains("longer than PT0.05S");
  }

  @Test
  void aDisabledNodeLetsItemsPass() throws Exception {
    open(TestNodes.catalog());
    RunView view = run(around("test.fail", node -> node.withDisabled(true)), ONE, TWO);
    assertThat(sent(view, "it", "main")).containsExactly(ONE.json(), TWO.json());
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void pinnedItemsStandInForTheWork() throws Exception {
    open(TestNodes.catalog());
    RunView view =
        run(around("test.fail", node -> node.withPinned(Optional.of(List.of(TWO)))), ONE);
    assertThat(sent(view, "it", "main")).containsExactly(TWO.json());
  }

  @Test
  void toExecuteOnceTakesTheFirstItemOnly() throws Exception {
    open(TestNodes.catalog());
    RunView set = run(around("test.set", node -> node.withExecuteOnce(true)), ONE, TWO);
    assertThat(sent(set, "it", "main")).hasSize(1);
  }

  @Test
  void alwaysOutputSendsAnEmptyItemInPlaceOfNone() throws Exception {
    NodeType silent = TestNodes.node("test.silent", Effect.PURE, context -> NodeResult.done());
    open(TestNodes.catalog(silent));
    assertThat(run(around("test.silent", node -> node), ONE).nodes()).doesNotContainKey("after");
    RunView view = run(around("test.silent", node -> node.withAlwaysOutput(true)), ONE);
    assertThat(sent(view, "it", "main")).containsExactly(JsonObject.empty());
    assertThat(view.nodes()).containsKey("after");
  }

  @Test
  void aFaultOfANodeTypeIsAFailureInOneLine() throws Exception {
    NodeType broken =
        TestNodes.node(
            "test.broken",
            Effect.PURE,
            context -> {
              throw new IllegalStateException("first line\nsecond line");
            });
    open(TestNodes.catalog(broken));
    RunView view = run(around("test.broken", node -> node), ONE);
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.summary().error().orElseThrow().message())
        .contains("test.broken", "first line · second line")
        .doesNotContain("\n");
  }

  @Test
  void aWorkflowWithProblemsIsRefused() throws Exception {
    open(TestNodes.catalog());
    Workflow unknown = around("test.missing", node -> node);
    assertThatThrownBy(() -> engine.start(request(unknown)))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> assertThat(e.reason()).isEqualTo(EngineException.Reason.INVALID_WORKFLOW))
        .hasMessageContaining("test.missing");
    assertThat(engine.runs(10)).isEmpty();
  }
}
