package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Connection;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.edit.SetWorkflowName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A first workflow, from the palette to the saved file, with the mouse and the keys. */
@ExtendWith(ApplicationExtension.class)
class FirstWorkflowTest {
  @TempDir static Path folder;
  private OpenWindow window;

  @Start
  void start(Stage unused) {
    window = new OpenWindow(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aWorkflowIsDrawnRunUndoneRedoneSavedAndReadAgain(FxRobot robot) throws Exception {
    window.drag(robot, OpenWindow.rowOf(robot, "Start by hand"), window.place(0.3, 0.3));
    window.drag(robot, OpenWindow.rowOf(robot, "Limit"), window.place(0.7, 0.6));
    String trigger = window.only("trigger.manual");
    String limit = window.only("data.limit");
    assertThat(window.workflow().nodes()).containsOnlyKeys(trigger, limit);

    window.drag(
        robot, window.port(trigger, Side.OUTPUT, "main"), window.port(limit, Side.INPUT, "main"));
    assertThat(window.workflow().connections()).containsExactly(Connection.of(trigger, limit));

    Point2D card = window.middle(limit);
    robot.clickOn(card);
    robot.clickOn("#property-count .text-field");
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write("7");
    OpenWindow.settle();
    assertThat(window.workflow().nodes().get(limit).parameters().get("count")).isEqualTo(7L);

    robot.push(KeyCode.F5);
    RunView run = window.ended();
    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.nodes().get(limit).itemsOut("main")).isEqualTo(1);
    OpenWindow.until(
        "the items are listed",
        () -> robot.lookup(".data-pane .table-row-cell").tryQuery().isPresent());

    Workflow drawn = window.workflow();
    while (window.document().canUndo().get()) {
      window.run("edit.undo");
    }
    assertThat(window.workflow().nodes()).isEmpty();
    while (window.document().canRedo().get()) {
      window.run("edit.redo");
    }
    assertThat(window.workflow()).isEqualTo(drawn);

    Path file = folder.resolve("first.workflow.json");
    window.files.answers.add(file);
    window.run("file.save");
    assertThat(window.document().dirty().get()).isFalse();
    byte[] saved = Files.readAllBytes(file);
    window.run("file.close");
    window.files.answers.add(file);
    window.run("file.open");
    assertThat(window.workflow()).isEqualTo(new SetWorkflowName("First").apply(drawn));
    window.run("file.save");
    assertThat(Files.readAllBytes(file)).isEqualTo(saved);
  }

  @Test
  void theListSaysWholeWhatEachNodeDoes(FxRobot robot) {
    OpenWindow.settle();
    Set<Labeled> summaries = robot.lookup("#node-rows .summary").queryAllAs(Labeled.class);
    assertThat(summaries).hasSizeGreaterThan(8);
    assertThat(summaries)
        .allSatisfy(summary ->
            assertThat(summary.lookupAll(".text"))
                .extracting(text -> ((Text) text).getText().replace('\n', ' '))
                .containsExactly(summary.getText()));
  }
}
