package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.run.RunPlace;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What can be done while a run waits for a person, and how runs are ended. */
@ExtendWith(ApplicationExtension.class)
class WaitingRunTest {
  private OpenWindow window;

  @Start
  void start(Stage unused) throws Exception {
    Path home = Files.createTempDirectory("designer-home");
    Path file = home.resolve("asked.workflow.json");
    window = OpenWindow.showing(file, asking());
  }

  private static Workflow asking() {
    return WorkflowBuilder.workflow("Orders")
        .id("orders")
        .node("start", "trigger.manual", "Start")
        .node("task", "flow.task", "Decide")
        .parameter("task", "title", "Approve order 4711")
        .connect("start -> task")
        .at("start", 0, 0)
        .at("task", 240, 0)
        .build();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void anotherRunBeginsBesideOneThatWaitsAndBothAreListed(FxRobot robot) {
    window.run("run.start");
    RunView first = window.waiting();
    OpenWindow.until("Run is back", () -> seen(robot, "button-run.start"));
    assertThat(seen(robot, "button-run.stop")).isFalse();
    assertThat(seen(robot, "button-run.stop-waiting")).isTrue();

    robot.push(KeyCode.F5);
    OpenWindow.until("another run waits", () -> waits(first.id().number() + 1));
    OpenWindow.until(
        "both are listed", () -> link(robot, 1).isPresent() && link(robot, 2).isPresent());
  }

  @Test
  void aRunThatSomebodyShallAnswerIsCancelledOnlyAfterAQuestion(FxRobot robot) {
    window.run("run.start");
    RunView run = window.waiting();

    robot.push(KeyCode.CONTROL, KeyCode.F5);
    Button keep = answer(robot, "Let it wait");
    assertThat(keep.isDefaultButton()).isTrue();
    assertThat(answer(robot, "Cancel the run").isDefaultButton()).isFalse();
    robot.interact(keep::fire);
    OpenWindow.settle();
    assertThat(window.waiting().id()).isEqualTo(run.id());

    OpenWindow.until("it is listed", () -> link(robot, 1).isPresent());
    later(() -> link(robot, 1).orElseThrow().fire()); // rows are made anew at any time
    robot.interact(answer(robot, "Cancel the run")::fire);
    assertThat(window.ended().status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void stoppingARunThatEndedAMomentBeforeShowsHowItEndedAndAsksNothing(FxRobot robot) {
    EndedMeanwhile place = new EndedMeanwhile();
    OpenWindow.fx(() -> {
      window.bench().desk().runs().open(place, place.id);
      return true;
    });
    OpenWindow.until("the run is shown", () -> seen(robot, "button-run.stop"));

    place.ended = true;
    window.run("run.stop");

    assertThat(window.ended().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(place.asked).hasValue(1);
    assertThat(robot.lookup(".question").tryQuery()).isEmpty();
  }

  private boolean waits(long number) {
    return window
        .document()
        .run()
        .get()
        .filter(run -> run.id().number() == number && run.status() == RunStatus.WAITING)
        .isPresent();
  }

  private static boolean seen(FxRobot robot, String id) {
    return robot
        .lookup((Node each) -> id.equals(each.getId()))
        .tryQuery()
        .filter(each -> each.isVisible() && !each.isDisabled())
        .isPresent();
  }

  private static Optional<Hyperlink> link(FxRobot robot, int run) {
    return robot.lookup("#cancel-" + run).tryQueryAs(Hyperlink.class);
  }

  private static Button answer(FxRobot robot, String words) {
    OpenWindow.until("it is asked", () -> robot.lookup(words).tryQuery().isPresent());
    return robot.lookup(words).queryButton();
  }

  /** Does something that waits for an answer, and does not wait for it itself. */
  private static void later(Runnable step) {
    Platform.runLater(step);
  }

  /** A server whose run ends before the wish to end it arrives. */
  private static final class EndedMeanwhile implements RunPlace {
    private final RunId id = new RunId(7);
    private volatile boolean ended;
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Optional<String> environment() {
      return Optional.of("Test");
    }

    @Override
    public CompletableFuture<Optional<RunView>> run(RunId run) {
      RunStatus status = ended ? RunStatus.SUCCEEDED : RunStatus.RUNNING;
      RunSummary summary =
          new RunSummary(
              id,
              "orders",
              "Orders",
              status,
              Instant.EPOCH,
              ended ? Optional.of(Instant.EPOCH.plusSeconds(1)) : Optional.empty(),
              Optional.empty(),
              false);
      return CompletableFuture.completedFuture(
          Optional.of(new RunView(summary, asking(), "0", Map.of(), Optional.empty(), List.of())));
    }

    @Override
    public CompletableFuture<List<RunSummary>> runs(String workflow) {
      return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Void> cancel(RunId run) {
      asked.incrementAndGet();
      return CompletableFuture.failedFuture(
          new IllegalStateException("409: run 7 has ended already: succeeded"));
    }

    @Override
    public CompletableFuture<Void> resume(RunId run) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> resume(RunId run, UncertainDecision decision) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public Runnable follow(RunId run, Runnable news) {
      return () -> {};
    }
  }
}
