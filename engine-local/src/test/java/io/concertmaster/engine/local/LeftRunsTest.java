package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Workflows;
import io.concertmaster.node.Workflows.Callee;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Called runs whose caller ends before them. */
@Timeout(60)
class LeftRunsTest extends EngineFixture {
  @TempDir Path folder;

  private final CountDownLatch calledOnce = new CountDownLatch(1);
  private final CountDownLatch mayCallAgain = new CountDownLatch(1);
  private final CountDownLatch calledAgain = new CountDownLatch(1);

  /** Calls, and has not come back yet. */
  private final NodeType calling =
      CallingNodes.naming(
          "test.calling",
          context -> {
            context.workflows().call("one", CallingNodes.callee(context), context.input());
            calledOnce.countDown();
            new CountDownLatch(1).await();
            return NodeResult.again();
          });

  /** Calls, and calls once more when the run is over, whatever is said to it. */
  private final NodeType stubborn =
      CallingNodes.naming(
          "test.stubborn",
          context -> {
            Workflows workflows = context.workflows();
            Callee callee = CallingNodes.callee(context);
            ItemList items = context.input();
            workflows.call("one", callee, items);
            calledOnce.countDown();
            while (mayCallAgain.getCount() > 0) {
              LockSupport.parkNanos(1_000_000);
              Thread.interrupted(); // a node of somebody who swallows it
            }
            try {
              workflows.call("two", callee, items);
            } finally {
              calledAgain.countDown();
            }
            return NodeResult.again();
          });

  /** Starts a workflow and does not wait for it. */
  private final NodeType handing =
      CallingNodes.naming(
          "test.handing",
          context -> {
            context.workflows().hand("one", CallingNodes.callee(context), context.input());
            return TestNodes.passOn(context);
          });

  /** Fails when the other branch has called. */
  private final NodeType failing =
      TestNodes.node(
          "test.failing",
          Effect.PURE,
          context -> {
            calledOnce.await();
            throw new NodeException("it does not work");
          });

  private final NodeType disturbed =
      TestNodes.node(
          "test.disturbed",
          Effect.PURE,
          context -> {
            throw new InternalError("as if the machine were out of order");
          });

  private final NodeCatalog catalog =
      TestNodes.catalog(
          CallingNodes.CALL,
          CallingNodes.CALLED,
          CallingNodes.ASK,
          calling,
          stubborn,
          handing,
          failing,
          disturbed);

  @BeforeEach
  void openEngine() throws Exception {
    open(catalog);
    child("test.ask");
  }

  private void child(String type) throws Exception {
    Workflow child =
        workflow("Child")
            .node("called", "trigger.subworkflow")
            .node("work", type)
            .connect("called -> work")
            .build();
    WorkflowFiles.save(child, folder.resolve("child.workflow.json"));
  }

  private RunId start(String type, Optional<Duration> timeout) throws Exception {
    return engine.start(
        new RunRequest(
            workflow("Parent")
                .settings(Settings.DEFAULT.withParallelBranches(2))
                .node("start", "test.start")
                .node("call", type)
                .parameter("call", "file", "child.workflow.json")
                .node("after", "test.set")
                .connect("start -> call", "call -> after")
                .build(),
            folder,
            List.of(Item.of("n", 1)),
            Optional.empty(),
            Optional.empty(),
            timeout));
  }

  private void awaitStatus(RunId run, RunStatus status) throws Exception {
    while (engine.run(run).map(RunView::status).filter(each -> each == status).isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static RunId next(RunId run) {
    return new RunId(run.number() + 1);
  }

  @Test
  void whereTheCallerIsCancelledBeforeItsNodeHasComeBackTheCalledRunEndsToo() throws Exception {
    RunId caller = start("test.calling", Optional.empty());
    calledOnce.await();

    engine.cancel(caller);

    assertThat(engine.run(next(caller)).orElseThrow().status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void whereTheCallersTimeIsUpTheCalledRunEndsToo() throws Exception {
    RunId caller = start("test.calling", Optional.of(Duration.ofMillis(500)));

    awaitStatus(caller, RunStatus.TIMED_OUT);

    awaitStatus(next(caller), RunStatus.CANCELLED);
  }

  @Test
  void whereAnotherBranchFailsTheCalledRunEndsToo() throws Exception {
    Workflow parent =
        workflow("Parent")
            .settings(Settings.DEFAULT.withParallelBranches(2))
            .node("start", "test.start")
            .node("call", "test.calling")
            .parameter("call", "file", "child.workflow.json")
            .node("beside", "test.failing")
            .connect("start -> call", "start -> beside")
            .build();
    RunId caller = engine.start(request(parent, folder, Item.of("n", 1)));

    awaitStatus(caller, RunStatus.FAILED);

    awaitStatus(next(caller), RunStatus.CANCELLED);
  }

  @Test
  void aRunThatHasEndedCallsNoMore() throws Exception {
    RunId caller = start("test.stubborn", Optional.empty());
    calledOnce.await();
    engine.cancel(caller);

    mayCallAgain.countDown();
    calledAgain.await();

    assertThat(engine.runs(10)).hasSize(2);
  }

  @Test
  void whatACrashLeftOfThemEndsWhenTheStoreIsOpened() throws Exception {
    RunId caller = start("test.call", Optional.empty());
    engine.awaitQuiet();
    close();
    end(caller);

    open(catalog, options().takingUp(false, false));

    assertThat(engine.run(next(caller)).orElseThrow().status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void aRunThatWasHandedOverGoesOnWithoutItsCaller() throws Exception {
    RunId caller = start("test.handing", Optional.empty());
    assertThat(engine.await(caller).status()).isEqualTo(RunStatus.SUCCEEDED);
    engine.awaitQuiet();
    assertThat(engine.run(next(caller)).orElseThrow().status()).isEqualTo(RunStatus.WAITING);

    open(catalog);

    RunView handed = engine.run(next(caller)).orElseThrow();
    assertThat(handed.status()).isEqualTo(RunStatus.WAITING);
    engine.resume(handed.id(), handed.answerToken().orElseThrow(), List.of(Item.of("a", 1)));
    assertThat(engine.await(handed.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  /** The caller waits on: the run was let go of, and then damaged. */
  @Test
  void theEndOfADamagedRunIsHeardByItsCaller() throws Exception {
    child("test.disturbed");
    RunId caller = start("test.call", Optional.empty());
    // The caller may find it let go of, and take it up once more.
    for (int still = 0; still < 50; still++) {
      TimeUnit.MILLISECONDS.sleep(10);
      if (engine.run(next(caller)).map(RunView::status).orElse(RunStatus.RUNNING)
          != RunStatus.INTERRUPTED) {
        still = 0;
      }
    }
    assertThat(engine.run(caller).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    sql("UPDATE event SET crc32c = crc32c + 1 WHERE run = " + next(caller) + " AND seq = 1");

    engine.cancel(next(caller));

    assertThat(engine.await(caller).summary().error().orElseThrow().message())
        .startsWith("the called: The run was damaged and could not go on");
  }

  /** Writes that a run was cancelled, and nothing of what follows that. */
  private void end(RunId run) throws Exception {
    sql("UPDATE run SET status = 'CANCELLED', ended = 1, state_crc32c = NULL WHERE id = " + run);
  }

  private void sql(String statement) throws Exception {
    try (Connection journal =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
        Statement update = journal.createStatement()) {
      assertThat(update.executeUpdate(statement)).isEqualTo(1);
    }
  }
}
