package io.concertmaster.engine.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.node.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerLawTest {
  private static DryRun oneNode(Effect effect, OnError onError, Optional<Retry> retry) {
    return new DryRun()
        .node("work", 1, 0, effect, onError, retry)
        .node("next", 1, 0)
        .node("rescue", 1, 0)
        .connect("work > next", "work:error > rescue")
        .start("work");
  }

  private static Event waits(Optional<Instant> until, boolean callable) {
    return new Event.Waits("work", 0, Map.of("main", DryRun.ONE), until, callable, Traces.NONE);
  }

  @Test
  void aWaitForSomeoneOutsideEndsWithWhatTheyGive() {
    DryRun run = oneNode(Effect.PURE, OnError.STOP, Optional.empty()).begin();
    run.take(waits(Optional.empty(), true));
    assertThat(run.commands).containsExactly(new Command.Rest());
    ItemListRef given = new ItemListRef("n1cd", 1);
    run.take(new Event.Answered("work", 0, Map.of("main", given)));
    assertThat(run.task().inputs().getFirst().list()).isEqualTo(given);
  }

  @Test
  void nobodyAnswersAWaitThatIsNotForThem() {
    DryRun run = oneNode(Effect.PURE, OnError.STOP, Optional.empty()).begin();
    run.take(waits(Optional.of(run.now), false));
    assertThat(run.state.expects(new Event.Answered("work", 0, Map.of()))).isFalse();
  }

  @Test
  void anActivationThatCalledOtherRunsBeginsAgainWhenTheyHaveEnded() {
    DryRun run = oneNode(Effect.IDEMPOTENT, OnError.STOP, Optional.empty()).begin();
    Task task = run.task();
    run.take(new Event.Called("work", 0, List.of(7L), Traces.NONE));
    assertThat(run.commands).containsExactly(new Command.AwaitRuns(task, List.of(7L)));
    run.take(new Event.Resumed());
    assertThat(run.commands).containsExactly(new Command.AwaitRuns(task, List.of(7L)));
    run.take(new Event.Woke("work", 0));
    assertThat(run.commands).containsExactly(new Command.Begin(task));
  }

  @Test
  void aFailureIsTriedAgainAfterPausesThatGrow() {
    DryRun run =
        oneNode(Effect.PURE, OnError.STOP, Optional.of(new Retry(3, Duration.ofSeconds(2), 3)));
    run.begin().fail("once");
    assertThat(run.commands).containsExactly(new Command.WakeAt("work", 0, run.now.plusSeconds(2)));
    run.take(new Event.Woke("work", 0));
    assertThat(run.task().attempt()).isEqualTo(2);
    run.begin().fail("twice");
    assertThat(run.commands).containsExactly(new Command.WakeAt("work", 0, run.now.plusSeconds(6)));
    run.take(new Event.Woke("work", 0)).begin().fail("for good");
    assertThat(run.state.phase())
        .isInstanceOfSatisfying(
            Phase.Ended.class,
            end -> assertThat(end.error().orElseThrow().message()).isEqualTo("for good"));
  }

  @Test
  void toContinueAfterAFailureLetsTheInputPass() {
    DryRun run = oneNode(Effect.PURE, OnError.CONTINUE, Optional.empty());
    run.begin().fail("broken");
    assertThat(run.task().mode()).isEqualTo(Mode.PASS);
    assertThat(run.task().error().orElseThrow().message()).isEqualTo("broken");
    run.begin().done();
    assertThat(run.task().node()).isEqualTo("next");
  }

  @Test
  void theErrorOutputGetsWhatFailed() {
    DryRun run = oneNode(Effect.PURE, OnError.OUTPUT, Optional.empty());
    run.begin().fail("broken");
    assertThat(run.task().mode()).isEqualTo(Mode.DIVERT);
    run.outputs = task -> Map.of("error", DryRun.ONE);
    run.begin().done();
    assertThat(run.task().node()).isEqualTo("rescue");
  }

  @Test
  void nothingFollowsACancel() {
    DryRun run = oneNode(Effect.PURE, OnError.STOP, Optional.empty());
    run.begin().take(new Event.Cancelled());
    assertThat(run.commands)
        .containsExactly(
            new Command.Interrupt(), new Command.Finish(RunStatus.CANCELLED, Optional.empty()));
    assertThat(
            run.state.expects(new Event.Done("work", 0, Map.of(), Optional.empty(), Traces.NONE)))
        .isFalse();
    assertThatThrownBy(() -> run.take(new Event.Resumed()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aWaitHoldsTheRunAndItsOutputsLeaveAtItsEnd() {
    DryRun run = oneNode(Effect.PURE, OnError.STOP, Optional.empty());
    var until = run.now.plusSeconds(3_600);
    run.begin().take(waits(Optional.of(until), false));
    assertThat(run.commands).containsExactly(new Command.WakeAt("work", 0, until));
    run.take(new Event.Woke("work", 0));
    assertThat(run.task().node()).isEqualTo("next");
  }

  @Test
  void timeInWhichTheRunWaitedOrLayCutShortIsNotCounted() {
    DryRun run = new DryRun().node("work", 1, 0).node("next", 1, 0).connect("work > next");
    run.timeout = Optional.of(Duration.ofSeconds(10));
    run.start("work");
    run.now = run.now.plusSeconds(2);
    run.begin().take(waits(Optional.of(run.now), false));
    run.now = run.now.plusSeconds(1_000);
    run.take(new Event.Woke("work", 0));
    run.now = run.now.plusSeconds(3);
    run.begin();
    run.now = run.now.plusSeconds(1_000);
    run.take(new Event.Resumed());
    assertThat(run.state.clock().left(run.now)).contains(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"PURE", "READS", "IDEMPOTENT"})
  void aSafeActivationThatWasCutShortBeginsAgainAsTheSameTry(Effect effect) {
    DryRun run = oneNode(effect, OnError.STOP, Optional.empty());
    run.begin();
    Task before = run.task();
    assertThat(run.planner.uncertainTasks(run.state)).isEmpty();
    run.take(new Event.Resumed());
    assertThat(run.commands).containsExactly(new Command.Begin(before));
  }

  @Test
  void anUnsafeActivationThatBeganIsUncertainAndDoesNotBeginByItself() {
    DryRun run = oneNode(Effect.UNSAFE, OnError.STOP, Optional.empty());
    assertThat(run.planner.uncertainTasks(run.state)).isEmpty();
    run.begin();
    assertThat(run.planner.uncertainTasks(run.state)).isNotEmpty();
    assertThatThrownBy(() -> run.take(new Event.Resumed()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPersonDecidesAboutAnUncertainActivation() {
    DryRun retried = oneNode(Effect.UNSAFE, OnError.STOP, Optional.empty()).begin();
    retried.take(new Event.Decided("work", 0, UncertainDecision.RETRY));
    assertThat(retried.task().mode()).isEqualTo(Mode.RUN);
    DryRun skipped = oneNode(Effect.UNSAFE, OnError.STOP, Optional.empty()).begin();
    skipped.take(new Event.Decided("work", 0, UncertainDecision.SKIP));
    assertThat(skipped.task().mode()).isEqualTo(Mode.PASS);
    DryRun failed = oneNode(Effect.UNSAFE, OnError.STOP, Optional.empty()).begin();
    failed.take(new Event.Decided("work", 0, UncertainDecision.FAIL));
    assertThat(failed.state.ended()).isTrue();
  }

  @Test
  void aNodeMayDecideAboutItselfInAdvance() {
    DryRun retried = cutShort(OnUncertain.RETRY, OnError.STOP);
    assertThat(retried.planner.uncertainTasks(retried.state)).isEmpty();
    assertThat(retried.planner.began(retried.task()).unsafe()).isFalse();
    retried.take(new Event.Resumed());
    assertThat(retried.task().mode()).isEqualTo(Mode.RUN);
    assertThat(retried.task().attempt()).isEqualTo(1);
    DryRun failed = cutShort(OnUncertain.FAIL, OnError.STOP).take(new Event.Resumed());
    assertThat(failed.state.phase())
        .isInstanceOfSatisfying(
            Phase.Ended.class, end -> assertThat(end.status()).isEqualTo(RunStatus.FAILED));
    DryRun wentOn = cutShort(OnUncertain.FAIL, OnError.CONTINUE).take(new Event.Resumed());
    assertThat(wentOn.task().mode()).isEqualTo(Mode.PASS);
  }

  private static DryRun cutShort(OnUncertain policy, OnError onError) {
    DryRun run = new DryRun();
    run.onUncertain = policy;
    return run.node("work", 1, 0, Effect.UNSAFE, onError, Optional.empty())
        .connect()
        .start("work")
        .begin();
  }

  @Test
  void aCrashLeadsBackToTheWatermarkAndANewTryToTheFirstItem() {
    Watermark mark = new Watermark(7, Map.of("main", DryRun.ONE), Optional.empty());
    Retry twice = new Retry(2, Duration.ofSeconds(1), 1);
    DryRun run = oneNode(Effect.UNSAFE, OnError.STOP, Optional.of(twice)).begin();
    run.take(new Event.Progress("work", 0, mark));
    assertThat(run.planner.uncertainTasks(run.state)).isNotEmpty();
    run.take(new Event.Decided("work", 0, UncertainDecision.RETRY));
    assertThat(run.task().watermark()).contains(mark);
    run.begin().fail("later").take(new Event.Woke("work", 0));
    assertThat(run.task().attempt()).isEqualTo(2);
    assertThat(run.task().watermark()).isEmpty();
  }

  @Test
  void theStateIsTheFoldOverTheEventsAsTheJournalKeepsThem() {
    DryRun run =
        oneNode(Effect.PURE, OnError.CONTINUE, Optional.of(new Retry(2, Duration.ofSeconds(1), 1)));
    run.begin().fail("once").take(new Event.Woke("work", 0)).begin().fail("twice");
    run.take(new Event.Logged("work", "a line")).begin().done().begin();
    RunState folded = RunState.NEW;
    for (Event event : List.copyOf(run.events)) {
      Event kept =
          EventJson.event(EventJson.kind(event), EventJson.node(event), EventJson.body(event));
      assertThat(kept).isEqualTo(event);
      folded = run.planner.apply(folded, kept, run.now).state();
    }
    assertThat(folded).isEqualTo(run.state);
  }
}
