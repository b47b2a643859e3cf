package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.RunData.Owner;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has to do with the world outside of it: answers, failures told, values kept. */
class OutsideTest extends EngineFixture {
  /** Counts the runs of its workflow and marks the run with the number. */
  private static final NodeType COUNT =
      TestNodes.node(
          "test.count",
          Effect.PURE,
          context -> {
            JsonObject kept = context.runData().staticData(Owner.WORKFLOW);
            long count = kept.get("count") instanceof Long n ? n + 1 : 1;
            context.runData().staticData(Owner.WORKFLOW, JsonObject.of("count", count));
            context.runData().customData("count", Long.toString(count));
            context.output().add(Item.of("count", count));
            return NodeResult.done();
          });

  private static final NodeCatalog CATALOG =
      TestNodes.catalog(CallingNodes.ASK, CallingNodes.ERROR, COUNT);

  @TempDir Path folder;

  private static Workflow asking() {
    return workflow("W")
        .node("start", "test.start")
        .node("tell", "test.set")
        .parameter("tell", "value", "={{ $execution.resumeUrl }}")
        .node("ask", "test.ask")
        .node("after", "test.set")
        .connect("start -> tell", "tell -> ask", "ask -> after")
        .build();
  }

  private static Workflow askingTwice() {
    return workflow("W")
        .node("start", "test.start")
        .node("one", "test.ask")
        .node("two", "test.ask")
        .connect("start -> one", "one -> two")
        .build();
  }

  private void refused(RunId run, String token, Reason reason, String words) {
    assertThatThrownBy(() -> engine.resume(run, token, List.of()))
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void aRunWaitsForAnAnswerOverARestartAndGoesOnWithIt() throws Exception {
    open(CATALOG);
    RunView view = run(asking(), Item.of("n", 1));
    assertThat(view.status()).isEqualTo(RunStatus.WAITING);
    assertThat(view.waitingUntil()).isEmpty();
    String token = view.answerToken().orElseThrow();
    open(CATALOG, options().takingUp(false, false));
    engine.resume(view.id(), token, List.of(Item.of("yes", true)));
    RunView after = engine.await(view.id());
    assertThat(after.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(after.answerToken()).isEmpty();
    assertThat(sent(after, "after", "main").getFirst().get("yes")).isEqualTo(true);
  }

  @Test
  void aStepBeforeTheWaitTellsItsAddress() throws Exception {
    open(CATALOG);
    RunView view = run(asking(), Item.of("n", 1));
    String token = view.answerToken().orElseThrow();
    assertThat(sent(view, "tell", "main").getFirst().get("set"))
        .isEqualTo("concertmaster:resume/" + view.id() + "/" + token);
  }

  @Test
  void anAnswerEndsTheWaitToWhichItBelongsAndNoLaterOne() throws Exception {
    open(CATALOG);
    RunId run = run(askingTwice(), Item.of("n", 1)).id();
    String first = engine.await(run).answerToken().orElseThrow();
    engine.resume(run, first, List.of());
    RunView waiting = engine.await(run);
    String second = waiting.answerToken().orElseThrow();
    assertThat(second).isNotEqualTo(first);
    refused(run, first, Reason.WAIT_OVER, "is over");
    open(CATALOG, options().takingUp(false, false));
    refused(run, first, Reason.WAIT_OVER, "is over");
    assertThat(engine.await(run).status()).isEqualTo(RunStatus.WAITING);
    engine.resume(run, second, List.of());
    assertThat(engine.await(run).status()).isEqualTo(RunStatus.SUCCEEDED);
    refused(run, second, Reason.WAIT_OVER, "is over");
  }

  @Test
  void anAnswerWithoutItemsLetsTheNodesOwnItemsGo() throws Exception {
    open(CATALOG);
    RunView view = run(asking(), Item.of("n", 1));
    engine.resume(view.id(), view.answerToken().orElseThrow(), List.of());
    RunView after = engine.await(view.id());
    assertThat(sent(after, "ask", "main")).isEqualTo(sent(after, "tell", "main"));
  }

  @Test
  void anAnswerOfSomeoneElseAndASecondOneAreRefused() throws Exception {
    open(CATALOG);
    RunView view = run(asking());
    refused(view.id(), "guessed", Reason.NOT_WAITING, "does not wait for an answer with this");
    String token = view.answerToken().orElseThrow();
    engine.resume(view.id(), token, List.of());
    engine.await(view.id());
    refused(view.id(), token, Reason.WAIT_OVER, "answered before");
  }

  private Workflow failing() throws Exception {
    WorkflowFiles.save(
        workflow("Alarm")
            .node("start", "test.start")
            .node("error", "trigger.error")
            .node("tell", "test.set")
            .connect("error -> tell")
            .build(),
        folder.resolve("alarm.json"));
    return workflow("Broken")
        .node("start", "test.start")
        .settings(Settings.DEFAULT.withErrorWorkflow(Optional.of("alarm.json")))
        .node("it", "test.fail", "It")
        .connect("start -> it")
        .build();
  }

  @Test
  void aFailureIsToldToTheErrorWorkflow() throws Exception {
    open(CATALOG);
    engine.start(RunRequest.of(failing(), folder).in(RunMode.CLI));
    engine.awaitQuiet();
    assertThat(engine.runs(10)).hasSize(2);
    RunView told = engine.run(engine.runs(1).getFirst().id()).orElseThrow();
    assertThat(told.mode()).isEqualTo(RunMode.ERROR);
    assertThat(told.status()).isEqualTo(RunStatus.SUCCEEDED);
    JsonObject item = sent(told, "error", "main").getFirst();
    assertThat(item.get("workflow")).isEqualTo(JsonObject.of("id", "workflow", "name", "Broken"));
    JsonObject execution = (JsonObject) item.get("execution");
    assertThat(execution.get("id")).isEqualTo("1");
    assertThat(execution.get("mode")).isEqualTo("cli");
    assertThat(execution.get("lastNodeExecuted")).isEqualTo("It");
    assertThat(((JsonObject) execution.get("error")).get("message")).isEqualTo("it does not work");
  }

  @Test
  void theFailureOfARunByHandIsToldOnDemandOnly() throws Exception {
    open(CATALOG);
    engine.start(RunRequest.of(failing(), folder));
    engine.awaitQuiet();
    assertThat(engine.runs(10)).hasSize(1);
    open(CATALOG, options().withErrorRunsByHand());
    engine.start(RunRequest.of(failing(), folder));
    engine.awaitQuiet();
    assertThat(engine.runs(10)).hasSize(3);
  }

  private Object count(RunMode mode) throws Exception {
    Workflow counting =
        workflow("Counting")
            .node("start", "test.start")
            .node("count", "test.count")
            .connect("start -> count")
            .build();
    RunView view = engine.await(engine.start(RunRequest.of(counting, folder).in(mode)));
    assertThat(view.summary().error()).isEmpty();
    Object count = sent(view, "count", "main").getFirst().get("count");
    assertThat(view.customData()).containsEntry("count", String.valueOf(count));
    return count;
  }

  @Test
  void aWorkflowKeepsValuesFromRunToRunUnlessItIsRunByHand() throws Exception {
    open(CATALOG);
    assertThat(count(RunMode.TRIGGER)).isEqualTo(1L);
    assertThat(count(RunMode.MANUAL)).isEqualTo(2L);
    assertThat(count(RunMode.MANUAL)).isEqualTo(2L);
    open(CATALOG);
    assertThat(count(RunMode.CLI)).isEqualTo(2L);
    assertThat(count(RunMode.CLI)).isEqualTo(3L);
  }
}
