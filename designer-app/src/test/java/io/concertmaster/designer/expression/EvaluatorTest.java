package io.concertmaster.designer.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Previews by both tiers, with a real process for scripts. */
@ExtendWith(ApplicationExtension.class)
class EvaluatorTest {
  private static final String STATEMENTS =
      "={{ (() => { class A { get b() { return 7 } } return new A().b })() }}";
  private static final String ENDLESS = "={{ (() => { class A {} while (true) {} })() }}";

  @TempDir Path home;
  private EngineSession engine;
  private Evaluator evaluator;
  private final List<Outcome> answers = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    engine = new EngineSession(home, BuiltInNodes.catalog(), LocalEngine.Options.DEFAULT);
    evaluator =
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> new Evaluator(new InputPreview(engine)));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private CompletableFuture<Outcome> ask(String parameter) {
    CompletableFuture<Outcome> answer = new CompletableFuture<>();
    WaitForAsyncUtils.waitForAsyncFx(
        30_000,
        () -> {
          evaluator.evaluate(
              parameter,
              outcome -> {
                answers.add(outcome);
                answer.complete(outcome);
              });
          return true;
        });
    return answer;
  }

  private Outcome outcome(String parameter) throws Exception {
    return ask(parameter).get(60, TimeUnit.SECONDS);
  }

  @Test
  void whatTheFirstTierLeavesOutIsEvaluatedByTheSecond() throws Exception {
    assertThat(outcome(STATEMENTS)).isEqualTo(new Outcome.Value(7L));
  }

  @Test
  void anErrorOfAScriptIsShownWithItsReason() throws Exception {
    assertThat(outcome("={{ (() => { let a = 1; let a = 2; })() }}"))
        .isInstanceOf(Outcome.Wrong.class);
  }

  @Test
  void aNewExpressionMakesTheOneBeforeMoot() throws Exception {
    outcome(STATEMENTS);
    CompletableFuture<Outcome> moot = ask(ENDLESS);
    assertThat(ask(STATEMENTS).get(60, TimeUnit.SECONDS)).isEqualTo(new Outcome.Value(7L));
    assertThat(moot).isNotDone();
    assertThat(answers).hasSize(2);
  }

  @Test
  void variablesOfTheHomeAreSeen() throws Exception {
    Files.writeString(home.resolve("variables.json"), "{\"region\": \"north\"}");
    assertThat(outcome("={{ $vars.region }}")).isEqualTo(new Outcome.Value("north"));
  }
}
