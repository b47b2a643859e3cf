package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two branches that work at the same time: set in the inspector, and two people asked at once. */
@ExtendWith(ApplicationExtension.class)
class ParallelBranchesTest {
  private OpenWindow window;
  private Path file;

  @Start
  void start(Stage unused) throws Exception {
    Path home = Files.createTempDirectory("designer-home");
    file = home.resolve("both.workflow.json");
    window = OpenWindow.showing(file, asking());
    window.main.stage().setHeight(1000);
  }

  private static Workflow asking() {
    return WorkflowBuilder.workflow("Both")
        .node("start", "trigger.manual", "Start")
        .node("buying", "flow.task", "Ask buying")
        .parameter("buying", "title", "Buying: order 4711")
        .node("selling", "flow.task", "Ask selling")
        .parameter("selling", "title", "Selling: order 4711")
        .node("both", "flow.merge", "Both")
        .connect("start -> buying", "start -> selling")
        .connect("buying:approved -> both:input1", "selling:approved -> both:input2")
        .at("start", 0, 0)
        .at("buying", 240, -80)
        .at("selling", 240, 80)
        .at("both", 480, 0)
        .build();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private int branches() {
    return OpenWindow.fx(() -> window.workflow().settings().parallelBranches());
  }

  private void setBranches(FxRobot robot) {
    robot.clickOn("#property-parallelBranches .text-field");
    OpenWindow.paste(robot, "2");
    OpenWindow.until("the setting is taken", () -> branches() == 2);
  }

  @Test
  void theSettingIsTypedUndoneAndWritten(FxRobot robot) throws Exception {
    assertThat(branches()).isEqualTo(1);
    setBranches(robot);
    window.run("file.save");
    OpenWindow.until("it is saved", () -> read().contains("\"parallelBranches\": 2"));
    window.run("edit.undo");
    assertThat(branches()).isEqualTo(1);
    window.run("edit.redo");
    assertThat(branches()).isEqualTo(2);
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void twoPeopleAreAskedAtOnceAndEachAnswerEndsItsOwnTask(FxRobot robot) {
    setBranches(robot);
    window.run("run.start");
    RunView waiting = window.waiting();
    assertThat(waiting.answerTokens()).containsOnlyKeys("buying", "selling");
    window.run("view.inbox");
    OpenWindow.until("both tasks are listed", () -> OpenWindow.listed(robot) == 2);
    OpenWindow.approve(robot);
    OpenWindow.until("one is left", () -> OpenWindow.listed(robot) == 1);
    RunView one = window.waiting();
    assertThat(one.answerTokens()).hasSize(1);
    assertThat(one.nodes().values())
        .filteredOn(node -> node.state() == NodeState.WAITING)
        .hasSize(1);
    OpenWindow.approve(robot);
    OpenWindow.until("none is left", () -> OpenWindow.listed(robot) == 0);
    assertThat(window.ended().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(window.ended().lastNode()).contains("both");
  }
}
