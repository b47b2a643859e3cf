package io.concertmaster.engine.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.LocalEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge of the proofs finds what is wrong. */
class JudgeTest {
  private static final String STARTED = "started 1 8";

  @TempDir Path folder;
  private Path home;
  private final Judge judge = new Judge();

  @BeforeEach
  void aRunThatSucceeded() throws Exception {
    home = folder.resolve("home");
    FaultWorkflow.prepare(folder);
    runToItsEnd(8);
  }

  private RunId runToItsEnd(long number) throws Exception {
    LocalEngine.Options options = LocalEngine.Options.DEFAULT.withReserve(0);
    try (OutsideLog log = new OutsideLog(folder.resolve("effects"));
        LocalEngine engine = LocalEngine.open(home, FaultNodes.catalog(log), options)) {
      RunId run = engine.start(FaultWorkflow.request(folder, number));
      while (engine.run(run).orElseThrow().status() != RunStatus.SUCCEEDED) {
        engine.await(run);
      }
      return run;
    }
  }

  private Verdict verdict(String... said) throws Exception {
    judge.hear(List.of(said));
    return judge.judge(home, folder, true);
  }

  @Test
  void nothingIsFoundWhereNothingIsWrong() throws Exception {
    assertThat(verdict(STARTED, "done 1/first/0", "done 1/round/1", "done 1/last/0").clean())
        .isTrue();
  }

  @Test
  void aRunThatIsNotThereAndAStepThatIsNotDoneAreLost() throws Exception {
    assertThat(verdict(STARTED, "started 77 10", "done 1/round/2", "done 77/first/0").lost())
        .containsExactlyInAnyOrder(
            "run 77 that started", "step 1/round/2 that was done", "step 77/first/0 that was done");
  }

  @Test
  void aRunOfOtherItemsIsLost() throws Exception {
    assertThat(verdict("started 1 10").lost()).hasSize(2);
  }

  @Test
  void anEffectAfterTheEndOfItsStepIsRepeated() throws Exception {
    Thread.sleep(2);
    try (OutsideLog log = new OutsideLog(folder.resolve("effects"))) {
      log.mark("1/first/0");
      log.mark("1/post/0");
    }
    assertThat(verdict(STARTED).repeated())
        .contains("step 1/first/0 after its end", "unsafe step 1/post/0 had its effect 2 times");
  }

  @Test
  void whatHadEndedIsLookedAtAgainInTheEndOnly() throws Exception {
    judge.hear(List.of(STARTED));
    assertThat(judge.judgeUnsettled(home, folder).clean()).isTrue();
    Thread.sleep(2);
    try (OutsideLog log = new OutsideLog(folder.resolve("effects"))) {
      log.mark("1/first/0");
    }
    RunId second = runToItsEnd(10);
    judge.hear(List.of("started " + second + " 12"));
    assertThat(judge.judgeUnsettled(home, folder).repeated()).isEmpty();
    assertThat(judge.judgeUnsettled(home, folder).lost())
        .containsExactly("run " + second + " that started");
    assertThat(verdict().repeated()).containsExactly("step 1/first/0 after its end");
  }

  @Test
  void aStepThatAKillLostIsFoundThoughItWasDoneAgainLater() throws Exception {
    Path old = folder.resolve("old");
    StoreSample.copy(home, old);
    RunId second = runToItsEnd(10);
    String step = second + "/last/0";
    judge.hear(List.of("started " + second + " 10", "done " + step));
    assertThat(judge.judge(home, folder, false).clean()).isTrue();

    assertThat(judge.judge(old, folder, false).lost())
        .containsExactly("run " + second + " that started", "step " + step + " that was done");
    assertThat(verdict(STARTED).lost()).hasSize(2);
  }

  @Test
  void anAcknowledgedStepThatHasItsEffectAgainBeforeANewEndIsRepeated() throws Exception {
    String step = "3/last/0"; // the run after the first one and what that called
    Path old = folder.resolve("old");
    StoreSample.copy(home, old);
    judge.hear(List.of("done " + step));
    try (OutsideLog log = new OutsideLog(folder.resolve("effects"))) {
      log.mark(step); // its first end was never written
    }
    judge.judge(old, folder, false);

    assertThat(runToItsEnd(10)).hasToString("3");
    assertThat(verdict(STARTED).repeated())
        .containsExactly("step " + step + " after it was acknowledged");
  }

  @Test
  void aRunThatDidNotEndIsStuck() throws Exception {
    LocalEngine.Options options = LocalEngine.Options.DEFAULT.withReserve(0).takingUp(false, false);
    try (OutsideLog log = new OutsideLog(folder.resolve("effects"));
        LocalEngine engine = LocalEngine.open(home, FaultNodes.catalog(log), options)) {
      engine.start(FaultWorkflow.request(folder, 10));
    }
    assertThat(verdict(STARTED).stuck()).hasSize(1);
  }
}
