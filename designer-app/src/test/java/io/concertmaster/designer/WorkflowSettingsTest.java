package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Concurrency;
import io.concertmaster.model.Concurrency.Overlap;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * How many runs go on at once, what becomes of one more, and what is run when one fails: set in the
 * inspector.
 */
@ExtendWith(ApplicationExtension.class)
class WorkflowSettingsTest {
  private OpenWindow window;
  private Path file;

  @Start
  void start(Stage unused) throws Exception {
    Path home = Files.createTempDirectory("designer-home");
    file = home.resolve("one.workflow.json");
    window =
        OpenWindow.showing(
            file, WorkflowBuilder.workflow("One").node("start", "trigger.manual", "Start").build());
    window.main.stage().setHeight(1000);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Concurrency set() {
    return OpenWindow.fx(() -> window.workflow().settings().concurrency());
  }

  @Test
  void bothAreSetUndoneAndWritten(FxRobot robot) throws Exception {
    assertThat(set()).isEqualTo(Concurrency.DEFAULT);
    robot.clickOn("#property-atOnce .text-field");
    OpenWindow.paste(robot, "3");
    OpenWindow.until("the number is taken", () -> set().atOnce() == 3);
    ComboBox<?> overlap = robot.lookup("#property-overlap .combo-box").queryComboBox();
    robot.interact(() -> overlap.getSelectionModel().select(1));
    OpenWindow.until("the choice is taken", () -> set().equals(new Concurrency(3, Overlap.SKIP)));
    window.run("file.save");
    OpenWindow.until("it is saved", () -> read().contains("\"overlap\": \"skip\""));
    assertThat(WorkflowFiles.read(file).settings().concurrency()).isEqualTo(set());
    window.run("edit.undo");
    assertThat(set().overlap()).isEqualTo(Overlap.WAIT);
    window.run("edit.redo");
    assertThat(set()).isEqualTo(new Concurrency(3, Overlap.SKIP));
  }

  @Test
  void theErrorWorkflowIsSetUndoneAndTakenAway(FxRobot robot) throws Exception {
    robot.clickOn("#property-errorWorkflow .text-field");
    OpenWindow.paste(robot, "alarm.workflow.json");
    OpenWindow.until(
        "it is taken", () -> errorWorkflow().equals(Optional.of("alarm.workflow.json")));
    window.run("file.save");
    OpenWindow.until("it is saved", () -> read().contains("\"errorWorkflow\": \"alarm"));
    window.run("edit.undo");
    assertThat(errorWorkflow()).isEmpty();
    window.run("edit.redo");
    assertThat(errorWorkflow()).contains("alarm.workflow.json");
    robot.clickOn("#property-errorWorkflow .text-field");
    robot.interact(
        () -> robot.lookup("#property-errorWorkflow .text-field").queryTextInputControl().clear());
    OpenWindow.until("it is taken away", () -> errorWorkflow().isEmpty());
  }

  private Optional<String> errorWorkflow() {
    return OpenWindow.fx(() -> window.workflow().settings().errorWorkflow());
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
