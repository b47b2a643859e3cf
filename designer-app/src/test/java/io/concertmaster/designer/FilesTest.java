package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.settings.WindowState;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.edit.SetWorkflowName;
import io.concertmaster.model.io.WorkflowFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Files and what is asked before something is lost. */
@ExtendWith(ApplicationExtension.class)
class FilesTest {
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
  void closingAChangedTabAsksAndCancelKeepsIt(FxRobot robot) {
    change("Changed");
    CompletableFuture<Boolean> done = later(() -> window.run("file.close"));
    robot.clickOn(answer(robot, "Cancel"));
    finish(done);
    assertThat(window.workflow().name()).isEqualTo("Changed");
  }

  @Test
  void dontSaveDropsTheChanges(FxRobot robot) {
    change("Changed");
    CompletableFuture<Boolean> done = later(() -> window.run("file.close"));
    robot.clickOn(answer(robot, "Don't save"));
    finish(done);
    assertThat(window.workflow().name()).isEqualTo("Untitled");
    assertThat(window.document().dirty().get()).isFalse();
  }

  @Test
  void saveOnClosingWritesTheFile(FxRobot robot) throws Exception {
    Path file = sample("kept");
    open(file);
    change("Another name");
    CompletableFuture<Boolean> done = later(() -> window.run("file.quit"));
    robot.clickOn(answer(robot, "Save"));
    finish(done);
    assertThat(WorkflowFiles.read(file).name()).isEqualTo("Another name");
    assertThat(window.closed).isDone();
  }

  @Test
  void aBrokenFileIsOneLineAndNothingIsLost(FxRobot robot) throws Exception {
    change("Mine");
    Path broken = Files.writeString(folder.resolve("broken.workflow.json"), "{ \"format\": 1, ");
    CompletableFuture<Boolean> done =
        later(() -> Platform.runLater(() -> window.bench().files().open(broken)));
    String text = dialogText(robot);
    assertThat(text).contains("broken.workflow.json").doesNotContain("\n");
    robot.clickOn(answer(robot, "OK"));
    finish(done);
    assertThat(window.workflow().name()).isEqualTo("Mine");
    assertThat(window.bench().documents().all()).hasSize(1);
  }

  @Test
  void recentFilesAreRememberedNewestFirst() throws Exception {
    Path first = sample("first");
    Path second = sample("second");
    open(first);
    open(second);
    WindowState state = OpenWindow.fx(() -> window.bench().remember());
    assertThat(state.recent()).containsExactly(second, first);
    assertThat(state.dividers()).containsKeys("palette", "inspector", "bottom", "runs");
  }

  @Test
  void aFileThatSomebodyElseChangedCanBeLoadedAndTheChangeUndone(FxRobot robot) throws Exception {
    Path file = sample("shared");
    open(file);
    WorkflowFiles.save(Workflow.empty("shared", "From elsewhere, longer than before"), file);
    CompletableFuture<Boolean> done =
        later(() -> Platform.runLater(() -> window.bench().files().lookAtDisk()));
    robot.clickOn(answer(robot, "Load the file"));
    finish(done);
    OpenWindow.until(
        "the file is loaded",
        () -> window.workflow().name().equals("From elsewhere, longer than before"));
    window.run("edit.undo");
    assertThat(window.workflow().name()).isEqualTo("shared");
  }

  private Path sample(String name) throws Exception {
    Path file = folder.resolve(name + ".workflow.json").toAbsolutePath();
    WorkflowFiles.save(Workflow.empty(name, name), file);
    return file;
  }

  private void open(Path file) {
    OpenWindow.fx(() -> window.bench().files().open(file));
  }

  private void change(String name) {
    OpenWindow.fx(() -> {
      window.document().apply(new SetWorkflowName(name));
      return true;
    });
  }

  /** Does something that waits for an answer, on the side. */
  private static CompletableFuture<Boolean> later(Runnable action) {
    return CompletableFuture.supplyAsync(() -> {
      action.run();
      return true;
    });
  }

  private static void finish(CompletableFuture<Boolean> done) {
    assertThat(done.join()).isTrue();
    OpenWindow.settle();
  }

  private static javafx.scene.Node answer(FxRobot robot, String text) {
    OpenWindow.until(
        "there is an answer " + text,
        () -> robot.lookup(".dialog-pane .button").match(button(text)).tryQuery().isPresent());
    return robot.lookup(".dialog-pane .button").match(button(text)).query();
  }

  private static String dialogText(FxRobot robot) {
    OpenWindow.until("a dialog opens", () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
    DialogPane pane = robot.lookup(".dialog-pane").query();
    return pane.getContentText();
  }

  private static java.util.function.Predicate<javafx.scene.Node> button(String text) {
    return node ->
        node instanceof javafx.scene.control.Button button && button.getText().equals(text);
  }
}
