package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.nodes.BuiltInNodes;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A run whose unsafe step was cut short, as the window asks about it. */
@ExtendWith(ApplicationExtension.class)
class UncertainRunTest {
  private OpenWindow window;
  private Path file;

  @Start
  void start(Stage unused) throws Exception {
    Path home = Files.createTempDirectory("designer-home");
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Workflow workflow =
          WorkflowBuilder.workflow("Orders")
              .id("orders")
              .node("start", "trigger.manual")
              .node("post", "http.request", "Post to ERP")
              .parameter("post", "method", "POST")
              .parameter("post", "url", "http://127.0.0.1:" + silent.getLocalPort() + "/")
              .connect("start -> post")
              .at("start", 0, 0)
              .at("post", 240, 0)
              .build();
      file = home.resolve("orders.workflow.json");
      WorkflowFiles.save(workflow, file);
      Engine engine =
          LocalEngine.open(
              home, BuiltInNodes.catalog(), LocalEngine.Options.DEFAULT.withReserve(0));
      engine.start(RunRequest.of(workflow, home));
      try (Socket asked = silent.accept()) {
        assertThat(asked.getInputStream().read()).isEqualTo('P');
        engine.close(); // while the server is still silent: the step is cut short
      }
    }
    window = new OpenWindow(home);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theWindowAsksWhatHappenedAndTheRunGoesOnAsItIsTold(FxRobot robot) throws Exception {
    OpenWindow.fx(() -> window.bench().files().open(file));
    OpenWindow.until("the run is listed", () -> robot.lookup("#decide-1").tryQuery().isPresent());
    OpenWindow.fx(() -> {
      robot.lookup("#decide-1").queryAs(Hyperlink.class).fire();
      return true;
    });
    OpenWindow.until("the question is there", () -> shown(robot, "#decision"));
    assertThat(robot.lookup("#decision .node-name").queryLabeled().getText())
        .isEqualTo("Post to ERP");

    robot.clickOn("#decide-skip");

    RunView run = window.ended();
    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.nodes().get("post").itemsOut("main")).isEqualTo(1);
    assertThat(shown(robot, "#decision")).isFalse();
  }

  @Test
  void theStatusBarTellsOfItAtTheStartAndShowsItUntilItIsDecided(FxRobot robot) throws Exception {
    OpenWindow.until("it is told", () -> shown(robot, "#status-undecided"));
    Labeled told = robot.lookup("#status-undecided").queryLabeled();
    assertThat(told.getText()).isEqualTo("1 run needs a decision");
    assertThat(told.getTooltip().getText()).contains("#1 Orders");
    OpenWindow.fx(() -> window.bench().files().open(file));

    robot.clickOn("#status-undecided");

    OpenWindow.until("the question is there", () -> shown(robot, "#decision"));
    robot.clickOn("#decide-skip");
    OpenWindow.until("nothing is told any more", () -> !shown(robot, "#status-undecided"));
  }

  private static boolean shown(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
  }
}
