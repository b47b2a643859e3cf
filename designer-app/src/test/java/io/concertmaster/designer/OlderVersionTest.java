package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.edit.PinData;
import io.concertmaster.model.edit.RenameNode;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A run that waits while its workflow is changed in the window. */
@ExtendWith(ApplicationExtension.class)
class OlderVersionTest {
  private OpenWindow window;
  private Path file;

  @Start
  void start(Stage unused) throws Exception {
    Path home = Files.createTempDirectory("designer-home");
    Workflow workflow =
        WorkflowBuilder.workflow("Orders")
            .id("orders")
            .node("start", "trigger.manual")
            .node("hold", "flow.wait")
            .parameter("hold", "mode", "call")
            .node("after", "flow.noOp", "Old name")
            .connect("start -> hold")
            .connect("hold -> after")
            .at("start", 0, 0)
            .at("hold", 240, 0)
            .at("after", 480, 0)
            .build();
    file = home.resolve("orders.workflow.json");
    WorkflowFiles.save(workflow, file);
    window = new OpenWindow(home);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void goesOnByTheVersionInTheWindowWhenSomebodySaysSo(FxRobot robot) throws Exception {
    RunView waiting = waits();
    assertThat(banner(robot)).isFalse();

    OpenWindow.fx(() -> {
      window.document().apply(new RenameNode("after", "New name"));
      return true;
    });
    OpenWindow.until("the banner is there", () -> banner(robot));
    robot.clickOn("#move-run");
    OpenWindow.until("the banner is gone", () -> !banner(robot));

    end(waiting);
    RunView run = window.ended();
    assertThat(run.id()).isEqualTo(waiting.id());
    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.workflow().nameOf("after")).isEqualTo("New name");
  }

  @Test
  void keepsItsOwnVersionWhereNobodyAsks(FxRobot robot) throws Exception {
    RunView waiting = waits();
    OpenWindow.fx(() -> {
      window.document().apply(new RenameNode("after", "New name"));
      return true;
    });
    OpenWindow.until("the banner is there", () -> banner(robot));

    end(waiting);
    RunView run = window.ended();
    assertThat(run.workflow().nameOf("after")).isEqualTo("Old name");
    OpenWindow.until("an ended run cannot be moved", () -> !moves(robot));
  }

  @Test
  void pinnedItemsAreNoOtherVersionSinceOnlySomeRunsHaveThem(FxRobot robot) {
    waits();
    OpenWindow.fx(() -> {
      window
          .document()
          .apply(new PinData("start", Optional.of(List.of(Item.of(JsonObject.of("n", 1))))));
      return true;
    });
    OpenWindow.settle();
    assertThat(window.workflow().nodes().get("start").pinned()).isPresent();
    assertThat(banner(robot)).isFalse();
  }

  private RunView waits() {
    OpenWindow.fx(() -> window.bench().files().open(file));
    window.run("run.start");
    return window.waiting();
  }

  private void end(RunView waiting) throws Exception {
    window
        .engine
        .ask(engine -> {
          engine.resume(
              waiting.id(),
              waiting.answerToken().orElseThrow(),
              List.of(Item.of(JsonObject.empty())));
          return true;
        })
        .get();
  }

  private static boolean banner(FxRobot robot) {
    return robot.lookup(".run-banner").tryQuery().filter(Node::isVisible).isPresent();
  }

  private static boolean moves(FxRobot robot) {
    return robot.lookup("#move-run").tryQuery().filter(Node::isVisible).isPresent();
  }
}
