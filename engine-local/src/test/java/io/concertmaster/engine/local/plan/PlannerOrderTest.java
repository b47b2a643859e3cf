package io.concertmaster.engine.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerOrderTest {
  @Test
  void oneBranchIsFinishedBeforeTheNextBeginsAndTheTopmostIsFirst() {
    DryRun run =
        new DryRun()
            .node("start", 1, 0)
            .node("low", 1, 200)
            .node("low2", 1, 200)
            .node("high", 1, 100)
            .node("high2", 1, 300)
            .connect("start > low", "low > low2", "start > high", "high > high2")
            .start("start");
    assertThat(run.order()).containsExactly("start", "high", "high2", "low", "low2");
    assertThat(run.state.phase()).isEqualTo(new Phase.Ended(RunStatus.SUCCEEDED, Optional.empty()));
  }

  @Test
  void severalWiresIntoOneInputRunItsNodeOncePerWire() {
    DryRun run =
        new DryRun()
            .node("start", 1, 0)
            .node("a", 1, 100)
            .node("end", 1, 200)
            .connect("start > a", "start > end", "a > end")
            .start("start");
    assertThat(run.order()).containsExactly("start", "a", "end", "end");
    assertThat(run.state.begun()).containsEntry("end", 2);
  }

  @Test
  void aNodeWithTwoInputsWaitsForBoth() {
    DryRun run =
        new DryRun()
            .node("start", 1, 0)
            .node("a", 1, 100)
            .node("b", 1, 200)
            .node("merge", 2, 150)
            .node("end", 1, 150)
            .connect("start > a", "start > b", "a > merge:0", "b > merge:1", "merge > end")
            .start("start");
    assertThat(run.order()).containsExactly("start", "a", "b", "merge", "end");
  }

  @Test
  void aNodeThatMissesAnInputRunsWithWhatItHasWhenNothingElseIsReady() {
    DryRun run =
        new DryRun()
            .node("start", 1, 0)
            .node("if", 1, 100)
            .node("yes", 1, 50)
            .node("no", 1, 200)
            .node("merge", 2, 150)
            .node("other", 1, 900)
            .connect(
                "start > if",
                "if:true > yes",
                "if:false > no",
                "yes > merge:0",
                "no > merge:1",
                "start > other");
    run.outputs = task -> Map.of(task.node().equals("if") ? "true" : "main", DryRun.ONE);
    run.start("start");
    assertThat(run.order()).containsExactly("start", "if", "yes", "other", "merge");
  }

  @Test
  void ofTwoThatWaitTheOneThatTheOtherDependsOnRunsFirst() {
    DryRun run =
        new DryRun()
            .node("start", 1, 0)
            .node("late", 2, 10)
            .node("early", 2, 20)
            .node("never", 1, 500)
            .connect(
                "start > late:0",
                "start > early:0",
                "never > early:1",
                "early > late:1",
                "never > never");
    run.start("start");
    assertThat(run.order()).containsExactly("start", "early", "late");
  }

  @Test
  void anEmptyOutputLeadsNowhere() {
    DryRun run = new DryRun().node("start", 1, 0).node("next", 1, 0).connect("start > next");
    run.outputs = task -> Map.of("main", new ItemListRef("n0", 0));
    run.start("start");
    assertThat(run.order()).containsExactly("start");
  }

  @Test
  void aLoopRunsUntilItsNodeSendsElsewhereAndCountsItsPasses() {
    DryRun run =
        new DryRun()
            .node("start", 1, 0)
            .node("work", 1, 0)
            .node("again", 1, 0)
            .node("end", 1, 0)
            .connect("start > work", "work > again", "again:true > work", "again:false > end");
    run.outputs =
        task ->
            Map.of(
                !task.node().equals("again") ? "main" : task.runIndex() < 2 ? "true" : "false",
                DryRun.ONE);
    run.start("start");
    assertThat(run.order())
        .containsExactly("start", "work", "again", "work", "again", "work", "again", "end");
    assertThat(run.state.begun()).containsEntry("work", 3);
  }

  @Test
  void aLoopWithoutEndIsStoppedWithAClearError() {
    DryRun run =
        new DryRun()
            .node("start", 1, 0)
            .node("a", 1, 0)
            .node("b", 1, 0)
            .connect("start > a", "a > b", "b > a");
    run.maxActivations = 10;
    run.start("start");
    assertThat(run.order()).hasSize(10);
    assertThat(run.state.phase())
        .isInstanceOfSatisfying(
            Phase.Ended.class,
            end -> {
              assertThat(end.status()).isEqualTo(RunStatus.FAILED);
              assertThat(end.error().orElseThrow().message()).contains("10 steps", "no end");
            });
  }

  @Test
  void runToHereRunsWhatLeadsThereAndNothingElse() {
    DryRun run =
        new DryRun()
            .node("start", 1, 0)
            .node("aside", 1, 10)
            .node("on", 1, 20)
            .node("here", 1, 30)
            .node("after", 1, 40)
            .connect("start > aside", "start > on", "on > here", "here > after");
    run.until = Optional.of("here");
    run.start("start");
    assertThat(run.order()).containsExactly("start", "on", "here");
  }

  @Test
  void aSetThatIsFullLeavesTheNextListToANewSet() {
    DryRun run =
        new DryRun()
            .node("start", 1, 0)
            .node("a", 1, 10)
            .node("b", 1, 20)
            .node("merge", 2, 30)
            .connect("start > a", "start > b", "a > merge:0", "b > merge:0", "b > merge:1");
    run.start("start");
    List<String> order = run.order();
    assertThat(order).containsExactly("start", "a", "b", "merge", "merge");
  }
}
