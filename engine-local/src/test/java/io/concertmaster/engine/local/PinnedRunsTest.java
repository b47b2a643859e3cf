package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.Item;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Items are pinned to try a workflow: in all other runs they stand in for nothing. */
class PinnedRunsTest extends EngineFixture {
  private static final Item PINNED = Item.of("pinned", true);
  private static final Item GIVEN = Item.of("given", true);
  private static final NodeCatalog CATALOG =
      TestNodes.catalog(
          new ClockTrigger(),
          CallingNodes.CALL,
          CallingNodes.CALLED,
          CallingNodes.ASK,
          CallingNodes.ERROR,
          TestNodes.node("test.pass", Effect.PURE, TestNodes::passOn));

  @TempDir Path folder;

  private static Workflow pinned(WorkflowBuilder builder, String node) {
    return builder.set(node, each -> each.withPinned(Optional.of(List.of(PINNED)))).build();
  }

  /** {@code start -> work}, with an item pinned at one of them. */
  private static Workflow line(String pinned) {
    return pinned(
        workflow("Line")
            .node("start", "test.start")
            .node("work", "test.pass")
            .connect("start -> work"),
        pinned);
  }

  private RunView run(Workflow workflow, RunMode mode, List<Item> items) throws Exception {
    RunRequest request =
        new RunRequest(
            workflow,
            folder,
            items,
            Optional.of("start"),
            Optional.empty(),
            Optional.empty(),
            mode);
    RunView view = engine.await(engine.start(request));
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    return view;
  }

  @ParameterizedTest
  @EnumSource(
      value = RunMode.class,
      names = {"TRIGGER", "WEBHOOK"})
  void nothingIsPinnedInARunThatSomethingBegan(RunMode mode) throws Exception {
    open(CATALOG);
    RunView view = run(line("work"), mode, List.of(GIVEN));
    assertThat(sent(view, "work", "main")).containsExactly(GIVEN.json());
    assertThat(view.workflow()).isEqualTo(line("work").live());
  }

  @ParameterizedTest
  @EnumSource(
      value = RunMode.class,
      names = {"MANUAL", "CLI"})
  void pinnedItemsStandInWhereAWorkflowIsTried(RunMode mode) throws Exception {
    open(CATALOG);
    assertThat(sent(run(line("start"), mode, List.of()), "work", "main"))
        .containsExactly(PINNED.json());
    RunView given = run(line("work"), mode, List.of(GIVEN));
    assertThat(sent(given, "work", "main")).containsExactly(PINNED.json());
  }

  @ParameterizedTest
  @EnumSource(
      value = RunMode.class,
      names = {"MANUAL", "CLI"})
  void whatARunIsGivenComesBeforeWhatIsPinnedWhereItBegins(RunMode mode) throws Exception {
    open(CATALOG);
    RunView view = run(line("start"), mode, List.of(GIVEN));
    assertThat(sent(view, "work", "main")).containsExactly(GIVEN.json());
  }

  @Test
  void aCalledWorkflowIsGivenWhatItsCallerSends() throws Exception {
    open(CATALOG);
    WorkflowFiles.save(
        pinned(workflow("Child").node("called", "trigger.subworkflow"), "called"),
        folder.resolve("child.workflow.json"));
    Workflow parent =
        workflow("Parent")
            .node("start", "test.start")
            .node("call", "test.call")
            .parameter("call", "file", "child.workflow.json")
            .connect("start -> call")
            .build();
    RunView view = run(parent, RunMode.MANUAL, List.of(GIVEN));
    assertThat(sent(view, "call", "main")).containsExactly(GIVEN.json());
  }

  @Test
  void anErrorWorkflowIsToldOfTheFailureThatHappened() throws Exception {
    open(CATALOG);
    WorkflowFiles.save(
        pinned(
            workflow("Alarm")
                .node("error", "trigger.error")
                .node("tell", "test.pass")
                .connect("error -> tell"),
            "error"),
        folder.resolve("alarm.json"));
    Workflow failing =
        workflow("Broken")
            .node("start", "test.start")
            .settings(Settings.DEFAULT.withErrorWorkflow(Optional.of("alarm.json")))
            .node("it", "test.fail", "It")
            .connect("start -> it")
            .build();
    engine.start(RunRequest.of(failing, folder).in(RunMode.WEBHOOK));
    engine.awaitQuiet();
    RunView told = engine.run(engine.runs(1).getFirst().id()).orElseThrow();
    assertThat(told.mode()).isEqualTo(RunMode.ERROR);
    assertThat(sent(told, "tell", "main"))
        .singleElement()
        .satisfies(item -> assertThat(item).containsKey("execution").doesNotContainKey("pinned"));
  }

  @Test
  void anActiveWorkflowBeginsWithWhatItsTriggerHeard() throws Exception {
    open(CATALOG, options().withClock(InstantSource.system()).withTriggers());
    Workflow every =
        pinned(
            workflow("Often").node("clock", "test.clock").parameter("clock", "every", 1), "clock");
    engine.activate(every, folder);
    RunView view = engine.await(first());
    assertThat(view.mode()).isEqualTo(RunMode.TRIGGER);
    assertThat(sent(view, "clock", "main")).doesNotContain(PINNED.json()).hasSize(1);
  }

  private RunId first() throws Exception {
    Instant end = Instant.now().plusSeconds(20);
    while (engine.runs(1).isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(20);
    }
    return engine.runs(1).getFirst().id();
  }

  @Test
  void nothingIsPinnedInWhatARunIsMovedTo() throws Exception {
    open(CATALOG);
    WorkflowBuilder waiting =
        workflow("Waits")
            .id("waits")
            .node("start", "test.start")
            .node("hold", "test.ask")
            .node("after", "test.pass")
            .connect("start -> hold", "hold -> after");
    RunRequest request = RunRequest.of(waiting.build(), folder).in(RunMode.WEBHOOK);
    RunView held = engine.await(engine.start(request));
    Workflow newer = pinned(waiting.node("more", "test.set").connect("after -> more"), "after");
    engine.upgrade(held.id(), newer);
    engine.resume(held.id(), held.answerToken().orElseThrow(), List.of(GIVEN));
    RunView view = engine.await(held.id());
    assertThat(view.nodes()).containsKey("more");
    assertThat(sent(view, "after", "main")).isEqualTo(sent(view, "hold", "main"));
  }
}
