package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.Retry;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CalledRunsTest extends EngineFixture {
  private static final NodeCatalog CATALOG =
      TestNodes.catalog(CallingNodes.CALL, CallingNodes.CALLED, CallingNodes.ASK);

  @TempDir Path folder;

  @BeforeEach
  void openEngine() throws Exception {
    open(CATALOG);
  }

  private void child(String type) throws Exception {
    Workflow child =
        workflow("Child")
            .node("begin", "test.start")
            .node("called", "trigger.subworkflow")
            .node("work", type)
            .connect("called -> work")
            .build();
    WorkflowFiles.save(child, folder.resolve("child.workflow.json"));
  }

  private RunRequest parent(String file) {
    Workflow parent =
        workflow("Parent")
            .node("start", "test.start")
            .node("call", "test.call")
            .parameter("call", "file", file)
            .node("after", "test.set")
            .connect("start -> call", "call -> after")
            .build();
    return request(parent, folder, Item.of("n", 1), Item.of("n", 2));
  }

  @Test
  void aCalledWorkflowRunsAsARunOfItsOwnAndItsItemsComeBack() throws Exception {
    child("test.set");
    RunView view = engine.await(engine.start(parent("child.workflow.json")));
    assertThat(view.summary().error()).isEmpty();
    assertThat(sent(view, "call", "main"))
        .containsExactly(
            JsonObject.of("n", 1).with("set", null), JsonObject.of("n", 2).with("set", null));
    assertThat(view.nodes()).containsKey("after");
    RunView called = engine.run(new RunId(2)).orElseThrow();
    assertThat(called.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(called.mode()).isEqualTo(RunMode.INTEGRATED);
    assertThat(called.caller()).contains(view.id());
    assertThat(called.nodes()).containsOnlyKeys("called", "work");
  }

  @Test
  void theFailureOfACalledRunFailsTheNode() throws Exception {
    child("test.fail");
    RunView view = engine.await(engine.start(parent("child.workflow.json")));
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.summary().error().orElseThrow().message())
        .isEqualTo("the called: it does not work");
  }

  @Test
  void aNewTryCallsAnew() throws Exception {
    child("test.fail");
    Workflow parent =
        workflow("Parent")
            .node("start", "test.start")
            .node("call", "test.call")
            .parameter("call", "file", "child.workflow.json")
            .connect("start -> call")
            .set("call", node -> node.withRetry(Optional.of(new Retry(3, Duration.ofMillis(1), 1))))
            .build();
    RunRequest request = request(parent, folder, Item.of("n", 1));
    assertThat(engine.await(engine.start(request)).status()).isEqualTo(RunStatus.FAILED);
    assertThat(engine.runs(10)).hasSize(1 + 3);
  }

  @Test
  void aWorkflowThatIsNotThereFailsTheNode() throws Exception {
    RunView view = engine.await(engine.start(parent("nowhere.json")));
    assertThat(view.summary().error().orElseThrow().message())
        .contains("there is no workflow file nowhere.json");
  }

  @Test
  void aWorkflowThatCallsItselfWithoutEndIsStopped() throws Exception {
    WorkflowFiles.save(parent("self.json").workflow(), folder.resolve("self.json"));
    RunView view = engine.await(engine.start(parent("self.json")));
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.summary().error().orElseThrow().message())
        .contains("seems to call itself without end");
    assertThat(engine.runs(1_000)).hasSize(51);
  }

  @Test
  void aCallSurvivesARestartAndIsNotMadeTwice() throws Exception {
    child("test.ask");
    RunId id = engine.start(parent("child.workflow.json"));
    RunId called = waitForRun(2);
    String token = engine.await(called).answerToken().orElseThrow();
    open(CATALOG);
    assertThat(engine.run(id).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    engine.resume(called, token, List.of(Item.of("answer", 42)));
    RunView view = engine.await(id);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "call", "main")).containsExactly(JsonObject.of("answer", 42));
    assertThat(engine.runs(10)).hasSize(2);
  }

  @Test
  void withTheCallerTheCalledRunIsCancelled() throws Exception {
    child("test.ask");
    RunId id = engine.start(parent("child.workflow.json"));
    RunId called = waitForRun(2);
    engine.await(called);
    while (engine.run(id).orElseThrow().nodes().get("call").state() != NodeState.WAITING) {
      Thread.sleep(5);
    }
    engine.cancel(id);
    assertThat(engine.await(called).status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void allIsQuietWhileACalledRunWaitsForAPerson() throws Exception {
    child("test.ask");
    RunId id = engine.start(parent("child.workflow.json"));
    assertTimeoutPreemptively(Duration.ofMinutes(1), () -> engine.awaitQuiet());
    assertThat(engine.run(id).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(engine.run(new RunId(id.number() + 1)).orElseThrow().answerToken()).isPresent();
  }

  @Test
  void nothingIsQuietBeforeACallerHasHeardOfTheEnd() throws Exception {
    child("test.ask");
    for (int round = 0; round < 50; round++) {
      RunId id = engine.start(parent("child.workflow.json"));
      engine.awaitQuiet();
      RunId called = new RunId(id.number() + 1);
      String token = engine.run(called).orElseThrow().answerToken().orElseThrow();
      engine.resume(called, token, List.of(Item.of("answer", 42)));
      assertTimeoutPreemptively(Duration.ofMinutes(1), () -> engine.awaitQuiet());
      assertThat(engine.run(id).orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    }
  }

  @Test
  void aCallIsNotMadeTwiceWhereTheIndexOfCallsIsDamaged() throws Exception {
    child("test.ask");
    RunId id = engine.start(parent("child.workflow.json"));
    engine.awaitQuiet();
    close();
    loseIndexOfCalls();
    open(CATALOG);
    RunId called = new RunId(id.number() + 1);
    String token = engine.run(called).orElseThrow().answerToken().orElseThrow();
    engine.resume(called, token, List.of(Item.of("answer", 42)));
    engine.awaitQuiet();
    assertThat(engine.runs(10)).hasSize(2);
    assertThat(engine.run(id).orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  /** Leaves an index that knows no run, as damage in it does. */
  private void loseIndexOfCalls() throws Exception {
    try (Connection journal =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        Statement statement = journal.createStatement()) {
      String index = "CREATE UNIQUE INDEX run_of_call ON run(call_key) WHERE call_key IS NOT NULL";
      statement.executeUpdate("DROP INDEX run_of_call");
      statement.executeUpdate(index + " AND id < 0");
      statement.executeUpdate("PRAGMA writable_schema = ON");
      String told = "UPDATE sqlite_schema SET sql = '" + index + "' WHERE name = 'run_of_call'";
      assertThat(statement.executeUpdate(told)).isEqualTo(1);
    }
  }

  private RunId waitForRun(long number) throws Exception {
    RunId id = new RunId(number);
    while (engine.run(id).isEmpty()) {
      Thread.sleep(5);
    }
    return id;
  }

  @Test
  void aCalledRunTakesItsAnswerWhileAnotherBranchOfTheCallerIsUncertain() throws Exception {
    NodeType held = TestNodes.held("test.held", Effect.UNSAFE);
    open(TestNodes.catalog(CallingNodes.CALL, CallingNodes.CALLED, CallingNodes.ASK, held));
    child("test.ask");
    Workflow parent =
        workflow("Parent")
            .settings(Settings.DEFAULT.withParallelBranches(2))
            .node("start", "test.start")
            .node("call", "test.call")
            .parameter("call", "file", "child.workflow.json")
            .node("beside", "test.held")
            .connect("start -> call", "start -> beside")
            .build();
    RunId run = engine.start(request(parent, folder, Item.of("n", 1)));
    RunId called = new RunId(run.number() + 1);
    while (engine.run(called).map(RunView::answerToken).flatMap(each -> each).isEmpty()
        || !engine.run(run).orElseThrow().nodes().containsKey("beside")) {
      Thread.sleep(5);
    }
    NodeType done = TestNodes.node("test.held", Effect.UNSAFE, TestNodes::passOn);
    open(
        TestNodes.catalog(CallingNodes.CALL, CallingNodes.CALLED, CallingNodes.ASK, done),
        options().takingUp(false, false));
    assertThat(engine.run(run).orElseThrow().status()).isEqualTo(RunStatus.UNCERTAIN);
    String token = engine.run(called).orElseThrow().answerToken().orElseThrow();
    engine.resume(called, token, List.of(Item.of("said", "yes")));
    assertThat(engine.await(called).status()).isEqualTo(RunStatus.SUCCEEDED);
    engine.resume(run, UncertainDecision.SKIP);
    RunView view = engine.await(run);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(sent(view, "call", "main")).containsExactly(JsonObject.of("said", "yes"));
  }

  /** A caller that finds it let go of takes it up once more, and it may be let go of at once. */
  @Test
  @Timeout(60)
  void aCallerWaitsOnWhereTheCalledRunIsLetGoOfAgain() throws Exception {
    NodeType disturbed =
        TestNodes.node(
            "test.disturbed",
            Effect.PURE,
            context -> {
              throw new InternalError("as if the machine were out of order");
            });
    open(catalog(disturbed));
    child("test.disturbed");

    List<RunId> callers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      callers.add(engine.start(parent("child.workflow.json")));
    }
    awaitInterrupted(callers.size());
    open(catalog(disturbed), options().takingUp(false, false));

    for (RunId caller : callers) {
      engine.resume(caller);
    }
    awaitInterrupted(callers.size());

    for (RunId caller : callers) {
      assertThat(engine.run(caller).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    }
  }

  private void awaitInterrupted(int runs) throws Exception {
    for (int still = 0; still < 30; still++) {
      Thread.sleep(10);
      if (engine.runs(1000).stream().filter(each -> each.status() == RunStatus.INTERRUPTED).count()
          < runs) {
        still = 0;
      }
    }
  }

  @Test
  @Timeout(60)
  void aCallerGoesOnWithTheRunForWhichItWaits() throws Exception {
    open(catalog(TestNodes.held("test.held", Effect.UNSAFE)));
    child("test.held");
    RunId caller = engine.start(parent("child.workflow.json"));
    RunId called = waitForRun(caller.number() + 1);
    while (!engine.run(called).orElseThrow().nodes().containsKey("work")
        || engine.run(caller).orElseThrow().nodes().get("call").state() != NodeState.WAITING) {
      Thread.sleep(5);
    }
    open(
        catalog(TestNodes.node("test.held", Effect.UNSAFE, TestNodes::passOn)),
        options().takingUp(false, false));

    engine.resume(called, UncertainDecision.SKIP);

    assertThat(engine.await(called).status()).isEqualTo(RunStatus.SUCCEEDED);
    while (engine.run(caller).orElseThrow().status() != RunStatus.SUCCEEDED) {
      Thread.sleep(5);
    }
  }

  @Test
  void aDamagedCallerDoesNotKeepTheCalledRunFromItsAnswer() throws Exception {
    child("test.ask");
    RunId caller = engine.start(parent("child.workflow.json"));
    engine.awaitQuiet();
    RunId called = new RunId(caller.number() + 1);
    String token = engine.run(called).orElseThrow().answerToken().orElseThrow();
    close();
    try (Connection journal =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        Statement damage = journal.createStatement()) {
      damage.executeUpdate("UPDATE event SET crc32c = crc32c + 1 WHERE run = " + caller);
    }
    open(CATALOG, options().takingUp(false, false));

    engine.resume(called, token, List.of(Item.of("answer", 42)));

    assertThat(engine.await(called).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  private static NodeCatalog catalog(NodeType node) {
    return TestNodes.catalog(CallingNodes.CALL, CallingNodes.CALLED, node);
  }
}
