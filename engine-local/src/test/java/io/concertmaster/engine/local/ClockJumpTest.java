package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Retry;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Somebody sets the clock while a run goes on. */
class ClockJumpTest extends EngineFixture {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);

  @Test
  void aStepWithATimeLimitIsNotCutShortByALeapOfTheClock() throws Exception {
    NodeType leap =
        TestNodes.node(
            "test.leap",
            Effect.PURE,
            context -> {
              clock.set(NOON.plus(Duration.ofHours(5)));
              TimeUnit.MILLISECONDS.sleep(100);
              return TestNodes.passOn(context);
            });
    open(TestNodes.catalog(leap), options().withClock(clock::get));
    RunView view =
        run(
            workflow("Leap")
                .node("start", "test.start")
                .node("it", "test.leap")
                .set("it", node -> node.withTimeout(Optional.of(Duration.ofHours(1))))
                .connect("start -> it")
                .build());
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void aNewTryComesAfterItsPauseThoughTheClockIsSetBack() throws Exception {
    NodeType back =
        TestNodes.node(
            "test.back",
            Effect.PURE,
            context -> {
              if (context.attempt() == 1) {
                throw new NodeException("not yet");
              }
              return NodeResult.done();
            });
    open(TestNodes.catalog(back), options().withClock(this::backwards));
    RunView view =
        run(
            workflow("Back")
                .node("start", "test.start")
                .node("it", "test.back")
                .set(
                    "it",
                    node -> node.withRetry(Optional.of(new Retry(2, Duration.ofMillis(50), 1))))
                .connect("start -> it")
                .build());
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  /** A clock that is an hour earlier each time somebody looks. */
  private Instant backwards() {
    return clock.updateAndGet(now -> now.minus(Duration.ofHours(1)));
  }
}
