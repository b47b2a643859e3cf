package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.deploy.environment.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListView;
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

  @Test
  void whatIsWrittenInADialogGoesAtTheSecondEscapeOnly(FxRobot robot) throws Exception {
    showEnvironments(robot);
    write(robot, "#environment-name", "staging");
    robot.push(KeyCode.ESCAPE);
    OpenWindow.settle();
    assertThat(isThere("#environments")).isTrue();
    assertThat(said(robot)).startsWith("What you wrote is not kept yet");
    write(robot, "#environment-address", "http://127.0.0.1:9");
    assertThat(isThere("#environment-said")).isFalse();
    robot.push(KeyCode.ESCAPE);
    OpenWindow.settle();
    assertThat(said(robot)).startsWith("What you wrote is not kept yet");
    robot.push(KeyCode.ESCAPE);
    OpenWindow.until("it is gone", () -> !isThere("#environments"));
  }

  @Test
  void whoLooksAtAnotherEnvironmentIsToldWhatIsNotKept(FxRobot robot) throws Exception {
    showEnvironments(robot);
    for (String name : new String[] {"staging", "live"}) {
      OpenWindow.fx(() -> press(robot, "#environment-add"));
      write(robot, "#environment-name", name);
      write(robot, "#environment-address", "http://127.0.0.1:9");
      write(robot, "#environment-token", "cm_token");
      OpenWindow.fx(() -> press(robot, "#environment-save"));
      OpenWindow.until("it is kept", () -> isThere("#environment-said"));
    }
    write(robot, "#environment-name", "production");
    choose(robot, "staging");
    assertThat(said(robot)).startsWith("What you wrote is not kept yet");
    assertThat(text(robot, "#environment-name")).isEqualTo("production");
    choose(robot, "staging");
    assertThat(text(robot, "#environment-name")).isEqualTo("staging");
    choose(robot, "live");
    assertThat(text(robot, "#environment-name")).isEqualTo("live");

    write(robot, "#environment-address", "http://127.0.0.1:10");
    OpenWindow.fx(() -> press(robot, "#environment-save"));
    OpenWindow.until("it is kept", () -> isThere("#environment-said"));
    assertThat(said(robot)).isEqualTo("“live” is kept.");
    choose(robot, "staging");
    assertThat(text(robot, "#environment-name")).isEqualTo("staging");
    choose(robot, "live");
    assertThat(text(robot, "#environment-address")).isEqualTo("http://127.0.0.1:10");
  }

  private void showEnvironments(FxRobot robot) {
    window.run("deploy.environments");
    OpenWindow.until("the environments are there", () -> isThere("#environments"));
    robot.targetWindow(window.main.stage());
  }

  private static boolean press(FxRobot robot, String button) {
    robot.lookup(button).queryButton().fire();
    return true;
  }

  private static void write(FxRobot robot, String field, String text) {
    OpenWindow.fx(() -> {
      robot.lookup(field).queryTextInputControl().setText(text);
      return true;
    });
  }

  private static String text(FxRobot robot, String field) {
    return OpenWindow.fx(() -> robot.lookup(field).queryTextInputControl().getText());
  }

  private static void choose(FxRobot robot, String name) {
    OpenWindow.fx(() -> {
      ListView<Environment> list = robot.lookup("#environment-list").queryListView();
      list.getItems().stream()
          .filter(each -> each.isCalled(name))
          .forEach(list.getSelectionModel()::select);
      return true;
    });
    OpenWindow.settle();
  }

  private static String said(FxRobot robot) {
    return OpenWindow.fx(() -> robot.lookup("#environment-said").queryLabeled().getText());
  }

  private boolean isThere(String query) {
    return window.bench().root().lookup(query) != null;
  }
}
