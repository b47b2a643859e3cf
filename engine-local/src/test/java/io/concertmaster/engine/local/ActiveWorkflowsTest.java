package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.ActiveTrigger;
import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Concurrency;
import io.concertmaster.model.Concurrency.Overlap;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ActiveWorkflowsTest extends EngineFixture {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Path FOLDER = Path.of("/");

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
  private final CountDownLatch held = new CountDownLatch(1);
  private final NodeCatalog catalog =
      TestNodes.catalog(
          new ClockTrigger(),
          TestNodes.node(
              "test.held",
              Effect.PURE,
              context -> {
                held.await();
                return TestNodes.passOn(context);
              }));

  private void openAt(Instant now) throws EngineException {
    close();
    clock.set(now);
    open(catalog, options().withClock(clock::get).withTriggers());
  }

  private static Workflow every(int seconds, String missed, String work) {
    return workflow("Often")
        .node("clock", "test.clock")
        .parameter("clock", "every", seconds)
        .parameter("clock", "missed", missed)
        .node("work", work)
        .connect("clock -> work")
        .build();
  }

  private static Workflow with(Workflow workflow, int atOnce, Overlap overlap) {
    return new Workflow(
        workflow.id(),
        workflow.name(),
        workflow.settings().withConcurrency(new Concurrency(atOnce, overlap)),
        workflow.nodes(),
        workflow.connections(),
        workflow.layout(),
        workflow.unknown());
  }

  private List<String> begun() throws Exception {
    engine.awaitQuiet();
    return engine.runs(100).stream().map(RunSummary::id).map(this::moment).toList().reversed();
  }

  private String moment(RunId id) {
    try {
      RunView view = engine.run(id).orElseThrow();
      return String.valueOf(sent(view, "clock", "main").getFirst().get("at")).substring(11, 16);
    } catch (EngineException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private void untilSettled() throws Exception {
    until(() ->
        engine.active().getFirst().triggers().getFirst().next().orElseThrow().isAfter(clock.get()));
  }

  @Test
  void aScheduleBeginsARunAtEachMomentOfTheClock() throws Exception {
    open(catalog, options().withClock(InstantSource.system()).withTriggers());
    Instant before = Instant.now();
    engine.activate(every(1, "once", "test.set"), FOLDER);
    until(() -> engine.runs(10).size() >= 2);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    RunView view = engine.await(engine.runs(10).getLast().id());
    assertThat(view.mode()).isEqualTo(RunMode.TRIGGER);
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    Instant moment =
        Instant.parse(String.valueOf(sent(view, "clock", "main").getFirst().get("at")));
    assertThat(moment).isAfter(before).isBefore(before.plusSeconds(2));
  }

  @Test
  void whatWasMissedHasOneRunWhenTheEngineOpensAgain() throws Exception {
    openAt(NOON);
    engine.activate(every(3_600, "once", "test.set"), FOLDER);
    openAt(NOON.plus(Duration.ofMinutes(200)));
    until(() -> !engine.runs(10).isEmpty());
    untilSettled();
    assertThat(begun()).containsExactly("15:00");
    openAt(NOON.plus(Duration.ofMinutes(201)));
    untilSettled();
    assertThat(begun()).containsExactly("15:00");
  }

  @Test
  void orOneForEachOrNone() throws Exception {
    openAt(NOON);
    engine.activate(every(3_600, "all", "test.set"), FOLDER);
    openAt(NOON.plus(Duration.ofMinutes(200)));
    until(() -> engine.runs(10).size() == 3);
    untilSettled();
    assertThat(begun()).containsExactly("13:00", "14:00", "15:00");
    engine.activate(every(3_600, "skip", "test.set"), FOLDER);
    openAt(NOON.plus(Duration.ofMinutes(400)));
    untilSettled();
    assertThat(begun()).hasSize(3);
  }

  @Test
  void aClockThatIsPutBackDoublesNothing() throws Exception {
    openAt(NOON);
    engine.activate(every(3_600, "all", "test.set"), FOLDER);
    openAt(NOON.plus(Duration.ofHours(2)));
    until(() -> engine.runs(10).size() == 2);
    openAt(NOON.plus(Duration.ofMinutes(30)));
    untilSettled();
    openAt(NOON.plus(Duration.ofHours(3)));
    until(() -> engine.runs(10).size() == 3);
    assertThat(begun()).containsExactly("13:00", "14:00", "15:00");
  }

  @Test
  void aClockThatHadBeenWrongForDaysIsForgotten() throws Exception {
    openAt(NOON);
    engine.activate(every(3_600, "once", "test.set"), FOLDER);
    openAt(NOON.plus(Duration.ofDays(30)).plusSeconds(600));
    until(() -> engine.runs(10).size() == 1);
    openAt(NOON.plus(Duration.ofMinutes(30)));
    until(() -> next().equals(NOON.plus(Duration.ofHours(1))));
    openAt(NOON.plus(Duration.ofMinutes(61)));
    until(() -> engine.runs(10).size() == 2);
    untilSettled();
    assertThat(begun()).containsExactly("12:00", "13:00");
  }

  private Instant next() throws EngineException {
    return engine.active().getFirst().triggers().getFirst().next().orElseThrow();
  }

  @Test
  void itTellsWhatIsActive() throws Exception {
    openAt(NOON);
    ActiveWorkflow active = engine.activate(every(3_600, "once", "test.set"), FOLDER);
    assertThat(active.id()).isEqualTo("workflow");
    assertThat(active.since()).isEqualTo(NOON);
    openAt(NOON.plus(Duration.ofMinutes(61)));
    until(() -> !engine.runs(10).isEmpty());
    untilSettled();
    engine.awaitQuiet();
    ActiveWorkflow later = engine.active().getFirst();
    assertThat(later.name()).isEqualTo("Often");
    assertThat(later.definition()).isEqualTo(active.definition());
    ActiveTrigger trigger = later.triggers().getFirst();
    assertThat(trigger.node()).isEqualTo("clock");
    assertThat(trigger.words()).isEqualTo("every 3600 seconds");
    assertThat(trigger.next()).contains(NOON.plus(Duration.ofHours(2)));
    assertThat(trigger.last()).contains(NOON.plus(Duration.ofHours(1)));
    assertThat(trigger.lastRun().orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(trigger.problem()).isEmpty();
  }

  @Test
  void aWorkflowThatIsNoLongerActiveBeginsNothing() throws Exception {
    openAt(NOON);
    engine.activate(every(3_600, "all", "test.set"), FOLDER);
    assertThat(engine.deactivate("workflow")).isTrue();
    assertThat(engine.deactivate("workflow")).isFalse();
    openAt(NOON.plus(Duration.ofHours(5)));
    assertThat(engine.active()).isEmpty();
    assertThat(engine.runs(10)).isEmpty();
  }

  @Test
  void aNewDefinitionLeavesAScheduleThatStaysTheSameWhereItIs() throws Exception {
    openAt(NOON);
    engine.activate(every(3_600, "all", "test.set"), FOLDER);
    openAt(NOON.plus(Duration.ofMinutes(61)));
    until(() -> engine.runs(10).size() == 1);
    untilSettled();
    clock.set(NOON.plus(Duration.ofMinutes(121)));
    ActiveWorkflow active = engine.activate(every(3_600, "all", "test.even"), FOLDER);
    // What is due at 14:00 may be quicker than the activation: its alarm rings by itself.
    assertThat(active.triggers().getFirst().last().orElseThrow())
        .isIn(NOON.plus(Duration.ofHours(1)), NOON.plus(Duration.ofHours(2)));
    until(() -> engine.runs(10).size() == 2);
    assertThat(begun()).containsExactly("13:00", "14:00");
    clock.set(NOON.plus(Duration.ofMinutes(181)));
    engine.activate(every(1_800, "all", "test.even"), FOLDER);
    assertThat(next()).isEqualTo(NOON.plus(Duration.ofMinutes(210)));
  }

  @Test
  void whatIsDueWaitsWhileEnoughRunsGoOnAndSurvivesARestart() throws Exception {
    openAt(NOON);
    engine.activate(with(every(3_600, "all", "test.held"), 1, Overlap.WAIT), FOLDER);
    openAt(NOON.plus(Duration.ofMinutes(200)));
    until(() -> engine.active().getFirst().waiting() == 2);
    assertThat(engine.active().getFirst().running()).isEqualTo(1);
    assertThat(engine.runs(10)).hasSize(1);
    openAt(NOON.plus(Duration.ofMinutes(201)));
    // The run that was cut short lies there; the next one takes its place.
    until(() -> engine.runs(10).size() == 2);
    held.countDown();
    until(() -> engine.runs(10).size() == 3);
    engine.awaitQuiet();
    assertThat(engine.runs(10))
        .extracting(RunSummary::status)
        .containsExactly(RunStatus.SUCCEEDED, RunStatus.SUCCEEDED, RunStatus.INTERRUPTED);
    assertThat(engine.active().getFirst().waiting()).isZero();
  }

  @Test
  void orItIsLeftOut() throws Exception {
    openAt(NOON);
    engine.activate(with(every(3_600, "all", "test.held"), 2, Overlap.SKIP), FOLDER);
    openAt(NOON.plus(Duration.ofMinutes(310)));
    untilSettled();
    assertThat(engine.runs(10)).hasSize(2);
    assertThat(engine.active().getFirst().waiting()).isZero();
    held.countDown();
  }

  @Test
  void orTheOldestRunIsCancelled() throws Exception {
    openAt(NOON);
    engine.activate(with(every(3_600, "all", "test.held"), 1, Overlap.CANCEL), FOLDER);
    openAt(NOON.plus(Duration.ofMinutes(200)));
    untilSettled();
    held.countDown();
    engine.awaitQuiet();
    assertThat(engine.runs(10))
        .extracting(RunSummary::status)
        .containsExactly(RunStatus.SUCCEEDED, RunStatus.CANCELLED, RunStatus.CANCELLED);
  }

  @Test
  void aWorkflowWithoutATriggerThatListensIsRefused() throws Exception {
    openAt(NOON);
    Workflow none = workflow("None").node("start", "test.start").build();
    assertThatThrownBy(() -> engine.activate(none, FOLDER))
        .hasMessage(
            "“None” has no trigger that listens: add a schedule, a webhook, a form or a folder, or enable it");
    Workflow vague = workflow("Vague").node("clock", "test.clock").build();
    assertThatThrownBy(() -> engine.activate(vague, FOLDER))
        .hasMessage("the trigger “clock” cannot listen: it is not said how often");
    assertThat(engine.active()).isEmpty();
  }

  @Test
  void oneWhoseNodesAreNotInstalledSaysSoAndKeepsNobodyElseFromListening() throws Exception {
    openAt(NOON);
    engine.activate(every(3_600, "once", "test.held"), FOLDER);
    close();
    engine =
        LocalEngine.open(home, TestNodes.catalog(), options().withClock(clock::get).withTriggers());
    ActiveWorkflow broken = engine.active().getFirst();
    assertThat(broken.id()).isEqualTo("workflow");
    assertThat(broken.triggers().getFirst().problem().orElseThrow()).contains("test.clock");
  }

  @Test
  void withoutTriggersAnEngineOnlyTells() throws Exception {
    openAt(NOON);
    engine.activate(every(3_600, "all", "test.set"), FOLDER);
    close();
    clock.set(NOON.plus(Duration.ofHours(5)));
    open(catalog, options().withClock(clock::get));
    assertThat(engine.active()).hasSize(1);
    assertThat(next()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(engine.runs(10)).isEmpty();
  }

  @Test
  void theDefinitionOfAnActiveWorkflowIsKeptWhenItsRunsAreTakenAway() throws Exception {
    openAt(NOON);
    engine.activate(every(3_600, "once", "test.set"), FOLDER);
    run(workflow("Other").node("start", "test.start").build());
    run(workflow("Another").node("start", "test.start").build());
    Retention none =
        new Retention(Optional.of(Duration.ZERO), OptionalLong.of(0), OptionalLong.empty());
    assertThat(engine.prune(none)).isEqualTo(1);
    openAt(NOON.plus(Duration.ofMinutes(70)));
    until(() -> engine.runs(10).size() == 2);
    assertThat(engine.active().getFirst().triggers().getFirst().problem()).isEmpty();
  }
}
