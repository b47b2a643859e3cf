package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The keys in dialogs over the window. */
@ExtendWith(ApplicationExtension.class)
class DialogKeysTest {
  @TempDir Path folder;
  private OpenWindow window;

  @Start
  void start(Stage unused) throws Exception {
    window = new OpenWindow(Files.createTempDirectory("designer-home"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void enterGoesOnAndDoesNotPressTheCrossAndEscapeGoesBack(FxRobot robot) {
    window.run("edit.addTrigger");
    window.files.answers.add(folder.resolve("orders.workflow.json"));
    window.run("file.save");
    window.run("deploy.open");
    OpenWindow.until("the dialog is there", () -> isThere("#deploy"));
    robot.push(KeyCode.ENTER);
    OpenWindow.until("the environments are there", () -> isThere("#environments"));
    OpenWindow.settle();
    Node focused = OpenWindow.fx(() -> window.main.stage().getScene().getFocusOwner());
    assertThat(focused.getId()).as("the first question").isEqualTo("environment-kind");
    robot.push(KeyCode.TAB);
    OpenWindow.settle();
    Node next = OpenWindow.fx(() -> window.main.stage().getScene().getFocusOwner());
    assertThat(next.getId()).as("the second question").isEqualTo("environment-name");
    robot.targetWindow(window.main.stage());
    OpenWindow.paste(robot, "staging");
    robot.push(KeyCode.TAB);
    OpenWindow.paste(robot, "http://127.0.0.1:9");
    robot.push(KeyCode.TAB);
    OpenWindow.paste(robot, "cm_token");
    robot.push(KeyCode.ENTER);
    OpenWindow.until(
        "it is added",
        () -> robot.lookup("#environment-list").queryListView().getItems().size() == 1);
    robot.push(KeyCode.ESCAPE);
    OpenWindow.until("it is gone", () -> !isThere("#environments"));
  }

  private boolean isThere(String query) {
    return window.bench().root().lookup(query) != null;
  }
}
