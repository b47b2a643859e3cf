package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A task that a run asks of a person, answered in the window. */
@ExtendWith(ApplicationExtension.class)
class InboxTest {
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
        .node("file", "file.convert", "As a file")
        .parameter("file", "format", "json")
        .parameter("file", "fileName", "order.json")
        .node("task", "flow.task", "Decide")
        .parameter("task", "title", "Approve order 4711")
        .parameter("task", "description", "The order is **larger** than usual.")
        .parameter("task", "assignee", "ria")
        .node("yes", "flow.noOp", "Yes")
        .node("no", "flow.noOp", "No")
        .connect("start -> file", "file -> task", "task:approved -> yes", "task:rejected -> no")
        .at("start", 0, 0)
        .at("file", 120, 0)
        .at("task", 240, 0)
        .at("yes", 480, 0)
        .at("no", 480, 160)
        .build();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aFileThatATaskIsAboutCanBeSaved(FxRobot robot) throws Exception {
    window.run("run.start");
    window.waiting();
    window.run("view.inbox");
    OpenWindow.until(
        "the file is shown", () -> robot.lookup(".task-file-name").tryQuery().isPresent());
    assertThat(robot.lookup(".task-file-name").queryAs(Label.class).getText())
        .isEqualTo("order.json");
    assertThat(robot.lookup(".task-file-size").queryAs(Label.class).getText()).endsWith(" B");

    Path place = Files.createTempDirectory("saved").resolve("mine.json");
    window.files.answers.add(place);
    robot.clickOn("#task-file-save-0");
    OpenWindow.until(
        "it is said",
        () ->
            robot
                .lookup("#inbox-said")
                .queryAs(Label.class)
                .getText()
                .equals("“order.json” is saved as " + place + "."));
    assertThat(Files.readString(place)).startsWith("[");

    window.files.answers.add(place.resolve("no").resolve("folder.json"));
    robot.clickOn("#task-file-save-0");
    OpenWindow.until(
        "what is wrong is said",
        () ->
            robot
                .lookup("#task-problem")
                .queryAs(Label.class)
                .getText()
                .startsWith("“order.json” was not saved: "));
  }

  @Test
  void aTaskComesIsAnsweredAndItsRunEnds(FxRobot robot) {
    window.run("view.inbox");
    assertThat(OpenWindow.listed(robot)).isZero();
    assertThat(robot.lookup("#inbox .empty-title").queryAs(Label.class).getText())
        .isEqualTo("Nothing to do");
    window.run("view.inbox");

    window.run("run.start");
    window.waiting();
    window.run("view.inbox");
    OpenWindow.until("the task is listed", () -> OpenWindow.listed(robot) == 1);
    OpenWindow.approve(robot);

    OpenWindow.until("the task is gone", () -> OpenWindow.listed(robot) == 0);
    assertThat(robot.lookup("#inbox-said").queryAs(Label.class).getText())
        .isEqualTo("“Approve order 4711” is answered: its run goes on.");
    assertThat(window.ended().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(window.ended().nodes()).containsKey("yes");
    assertThat(window.ended().nodes().get("no")).isNull();
  }
}
