package io.concertmaster.engine.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Retry;
import io.concertmaster.node.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LanesTest {
  /** A trigger, two branches of one node each, and what gathers both. */
  private static DryRun diamond(Effect effect, OnError onError, Optional<Retry> retry) {
    DryRun run = new DryRun();
    run.lanes = 2;
    return run.node("start", 1, 0)
        .node("upper", 1, 0, effect, onError, retry)
        .node("lower", 1, 10, effect, onError, retry)
        .node("both", 2, 5)
        .node("end", 1, 5)
        .connect("start > upper", "start > lower", "upper > both:0", "lower > both:1", "both > end")
        .start("start");
  }

  private static DryRun diamond() {
    return diamond(Effect.PURE, OnError.STOP, Optional.empty());
  }

  private static void begin(DryRun run, String node) {
    run.take(run.planner.began(active(run, node).task()));
  }

  private static void done(DryRun run, String node) {
    run.take(new Event.Done(node, 0, Map.of("main", DryRun.ONE), Optional.empty(), Traces.NONE));
  }

  private static Phase.Active active(DryRun run, String node) {
    return run.state.active(node, 0).orElseThrow();
  }

  private static List<String> underWay(DryRun run) {
    return run.state.active().stream().map(each -> each.task().node()).toList();
  }

  private static DryRun bothBranchesWork(DryRun run) {
    begin(run, "start");
    done(run, "start");
    begin(run, "lower");
    begin(run, "upper");
    return run;
  }

  @Test
  void branchesWorkAtTheSameTimeAndAMergeWaitsForBoth() {
    DryRun run = diamond();
    begin(run, "start");
    done(run, "start");
    assertThat(underWay(run)).containsExactly("upper", "lower");
    assertThat(run.commands)
        .containsExactly(
            new Command.Begin(active(run, "upper").task()),
            new Command.Begin(active(run, "lower").task()));
    begin(run, "lower");
    begin(run, "upper");
    done(run, "lower");
    assertThat(underWay(run)).containsExactly("upper");
    done(run, "upper");
    assertThat(underWay(run)).containsExactly("both");
    assertThat(active(run, "both").task().inputs())
        .extracting(each -> each.origin().orElseThrow().node())
        .containsExactly("upper", "lower");
  }

  @Test
  void noMoreLanesAreTakenThanTheWorkflowAsksFor() {
    DryRun run = new DryRun();
    run.lanes = 2;
    run.node("start", 1, 0).node("a", 1, 1).node("b", 1, 2).node("c", 1, 3);
    run.connect("start > a", "start > b", "start > c").start("start");
    begin(run, "start");
    done(run, "start");
    assertThat(underWay(run)).containsExactly("a", "b");
    begin(run, "b");
    run.take(new Event.Waits("b", 0, Map.of(), Optional.empty(), true, Traces.NONE));
    assertThat(underWay(run)).containsExactly("a", "b", "c");
    assertThat(run.state.waits()).isFalse();
  }

  @Test
  void eachBranchHasALaneAndAMergeHasThatOfTheListThatIsFirst() {
    DryRun run = bothBranchesWork(diamond());
    assertThat(active(run, "upper").task().lane()).isZero();
    assertThat(active(run, "lower").task().lane()).isEqualTo(1);
    done(run, "lower");
    done(run, "upper");
    assertThat(active(run, "both").task().lane()).isZero();
  }

  @Test
  void aFailureThatStopsEndsWhatWorksInOtherBranches() {
    DryRun run = bothBranchesWork(diamond());
    RunError error = new RunError(Optional.of("lower"), "broken", "", OptionalLong.empty());
    run.take(new Event.Failed("lower", 0, 1, error));
    assertThat(run.commands)
        .containsExactly(
            new Command.Interrupt(), new Command.Finish(RunStatus.FAILED, Optional.of(error)));
    assertThat(run.state.ended()).isTrue();
  }

  @Test
  void anotherTryTakesItsLaneWhileItPauses() {
    DryRun run =
        bothBranchesWork(
            diamond(
                Effect.PURE, OnError.STOP, Optional.of(new Retry(2, Duration.ofSeconds(5), 1))));
    RunError error = new RunError(Optional.of("upper"), "once", "", OptionalLong.empty());
    run.take(new Event.Failed("upper", 0, 1, error));
    assertThat(active(run, "upper")).isInstanceOf(Phase.Retrying.class);
    done(run, "lower");
    run.take(new Event.Woke("upper", 0));
    assertThat(run.commands).containsExactly(new Command.Begin(active(run, "upper").task()));
    assertThat(active(run, "upper").task().attempt()).isEqualTo(2);
  }

  @Test
  void aRunThatWasCutShortGoesOnInAllItsBranches() {
    DryRun run = bothBranchesWork(diamond());
    run.take(new Event.Resumed());
    assertThat(run.commands)
        .containsExactly(
            new Command.Begin(active(run, "upper").task()),
            new Command.Begin(active(run, "lower").task()));
  }

  @Test
  void peopleAreAskedAboutOneStepAfterTheOtherAndNothingGoesOnBefore() {
    DryRun run = bothBranchesWork(diamond(Effect.UNSAFE, OnError.STOP, Optional.empty()));
    assertThat(run.planner.uncertainTasks(run.state)).hasSize(2);
    assertThatThrownBy(() -> run.take(new Event.Resumed()))
        .isInstanceOf(IllegalStateException.class);
    run.take(new Event.Decided("upper", 0, UncertainDecision.SKIP));
    assertThat(run.commands).isEmpty();
    assertThat(run.planner.uncertainTasks(run.state)).hasSize(1);
    run.take(new Event.Decided("lower", 0, UncertainDecision.RETRY));
    assertThat(run.commands)
        .containsExactly(
            new Command.Begin(active(run, "upper").task()),
            new Command.Begin(active(run, "lower").task()));
    assertThat(active(run, "upper").task().mode()).isEqualTo(Mode.PASS);
    assertThat(active(run, "lower").task().mode()).isEqualTo(Mode.RUN);
  }

  @Test
  void itsLastStepIsTheOneThatWouldBeTheLastOfOneAfterTheOther() {
    DryRun run = new DryRun();
    run.lanes = 3;
    run.node("start", 1, 0).node("a", 1, 1).node("b", 1, 2).node("c", 1, 3);
    run.connect("start > a", "start > b", "b > c").start("start");
    begin(run, "start");
    done(run, "start");
    begin(run, "a");
    begin(run, "b");
    done(run, "b");
    begin(run, "c");
    done(run, "c");
    done(run, "a");
    assertThat(run.state.phase())
        .isInstanceOfSatisfying(
            Phase.Ended.class, end -> assertThat(end.last()).contains(new Place.Past("c", 0)));
  }

  @Test
  void aLoopWithoutEndIsStopped() {
    DryRun run = new DryRun();
    run.lanes = 2;
    run.maxActivations = 10;
    run.node("a", 1, 0).node("b", 1, 1).connect("a > b", "b > a").start("a");
    while (!run.state.ended()) {
      Task task = run.state.active().getFirst().task();
      run.take(run.planner.began(task));
      run.take(
          new Event.Done(
              task.node(),
              task.runIndex(),
              Map.of("main", DryRun.ONE),
              Optional.empty(),
              Traces.NONE));
    }
    assertThat(((Phase.Ended) run.state.phase()).error().orElseThrow().message())
        .contains("more than 10 steps");
  }

  @Test
  void whatWasGivenToARunGoesToItsFirstNode() {
    DryRun run = diamond();
    assertThat(active(run, "start").task().inputs().getFirst().list())
        .isEqualTo(new ItemListRef("n1ab", 1));
  }
}
