package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A tab that is closed lets go of what it watched; the run itself goes on. */
@ExtendWith(ApplicationExtension.class)
class ClosedTabTest {
  private OpenWindow window;
  private Path home;

  @Start
  void start(Stage unused) throws Exception {
    home = Files.createTempDirectory("designer-home");
    window = new OpenWindow(home);
    window.bench().files().open(called());
  }

  private Path called() throws WorkflowFileException {
    Path file = home.resolve("called.workflow.json");
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Called")
            .id("called")
            .node("start", "trigger.manual", "Start")
            .node("call", "trigger.webhook", "Call")
            .parameter("call", "path", "orders")
            .parameter("call", "methods", JsonArray.of("POST"))
            .node("wait", "flow.wait", "Wait")
            .parameter("wait", "mode", "call")
            .connect("start -> wait", "call -> wait")
            .build(),
        file);
    return file;
  }

  private Path other() throws WorkflowFileException {
    Path file = home.resolve("other.workflow.json");
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Other")
            .id("other")
            .node("start", "trigger.manual", "Start")
            .build(),
        file);
    return file;
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void closeTab(EditorDocument document) {
    OpenWindow.fx(() -> {
      window.bench().files().close(document);
      return true;
    });
    OpenWindow.settle();
  }

  private Optional<RunStatus> seen(EditorDocument document) {
    return OpenWindow.fx(() -> document.run().get().map(RunView::status));
  }

  @Test
  void itsRunGoesOnAndIsLookedAtNoMore() throws Exception {
    EditorDocument closed = window.document();
    OpenWindow.fx(() -> {
      window.bench().desk().runs().start(Optional.empty());
      return true;
    });
    RunId run = window.waiting().id();
    String token = window.waiting().answerToken().orElseThrow();
    Path file = other();
    OpenWindow.fx(() -> {
      window.bench().files().open(file);
      return true;
    });
    EditorDocument open = window.document();
    OpenWindow.fx(() -> {
      window.bench().desk().runs().open(run);
      return true;
    });
    OpenWindow.until(
        "both follow the run", () -> seen(open).equals(Optional.of(RunStatus.WAITING)));

    closeTab(closed);
    window
        .engine
        .ask(engine -> {
          engine.resume(run, token, List.of(Item.of("answer", "yes")));
          return true;
        })
        .get(10, TimeUnit.SECONDS);

    OpenWindow.until(
        "the open tab sees the end", () -> seen(open).equals(Optional.of(RunStatus.SUCCEEDED)));
    Thread.sleep(300); // a look that was asked for would have come
    OpenWindow.settle();
    assertThat(seen(closed)).contains(RunStatus.WAITING);
  }

  @Test
  void itsTriggerWaitsForNoTestCall(FxRobot robot) throws Exception {
    OpenWindow.fx(() -> {
      window.document().selectedNode().set(Optional.of("call"));
      return true;
    });
    OpenWindow.settle();
    robot.clickOn("#listen-once");
    OpenWindow.until(
        "it listens",
        () ->
            robot
                .lookup(".test-call .address")
                .tryQuery()
                .filter(each -> each.isVisible() && each.getParent().isVisible())
                .isPresent());
    String address =
        OpenWindow.fx(() -> robot.lookup(".test-call .address").queryAs(TextField.class).getText());

    closeTab(window.document());

    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest call =
          HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofString("x")).build();
      assertThat(client.send(call, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }
  }
}
