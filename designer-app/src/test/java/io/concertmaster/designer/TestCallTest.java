package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.edit.SetParameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Triggers that are tried from the inspector: by one call, or with one file. */
@ExtendWith(ApplicationExtension.class)
class TestCallTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private OpenWindow window;
  private Path home;

  @Start
  void start(Stage unused) throws Exception {
    home = Files.createTempDirectory("designer-home");
    Path file = home.resolve("tried.workflow.json");
    window = OpenWindow.showing(file, tried());
  }

  private static Workflow tried() {
    return WorkflowBuilder.workflow("Tried")
        .id("tried")
        .node("call", "trigger.webhook", "New order")
        .parameter("call", "path", "orders/new")
        .parameter("call", "methods", JsonArray.of("POST"))
        .parameter("call", "respond", "lastNode")
        .node("form", "trigger.form", "Order form")
        .parameter("form", "path", "orders")
        .parameter("form", "fields", JsonArray.of(JsonObject.of("label", "number", "type", "text")))
        .node("file", "trigger.file", "New file")
        .parameter("file", "folder", "in")
        .node("keep", "data.limit", "Keep")
        .connect("call -> keep", "form -> keep", "file -> keep")
        .at("call", 0, 0)
        .at("file", 0, 160)
        .at("form", 0, 320)
        .at("keep", 240, 0)
        .build();
  }

  @AfterEach
  void close() {
    window.close();
    client.close();
  }

  private void choose(String node) {
    OpenWindow.fx(() -> {
      window.document().selectedNode().set(Optional.of(node));
      return true;
    });
    OpenWindow.settle();
  }

  private static boolean shown(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(TestCallTest::isShown).isPresent();
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private String listen(FxRobot robot) {
    robot.clickOn("#listen-once");
    OpenWindow.until("it listens", () -> shown(robot, ".test-call .address"));
    return OpenWindow.fx(
        () -> robot.lookup(".test-call .address").queryAs(TextField.class).getText());
  }

  private int call(String address) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"number\":\"7\"}"))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private JsonObject sent(String node) throws Exception {
    RunView run = window.ended();
    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    Item item =
        window
            .engine
            .items(run.nodes().get(node).last().outputs().get("main"), 0, 1)
            .get(10, TimeUnit.SECONDS)
            .items()
            .getFirst();
    return item.json();
  }

  @Test
  void oneCallRunsOnTheCanvasAndItListensNoMore(FxRobot robot) throws Exception {
    choose("keep");
    assertThat(shown(robot, "#listen-once")).isFalse();
    choose("call");
    String address = listen(robot);
    assertThat(address).isEqualTo(window.engine.door().planned() + "/test/hooks/orders/new");

    assertThat(call(address)).isEqualTo(200);

    assertThat(sent("call").get("body")).isEqualTo(JsonObject.of("number", "7"));
    OpenWindow.until("it can listen again", () -> shown(robot, "#listen-once"));
    assertThat(call(address)).isEqualTo(404);
  }

  @Test
  void oneFormThatIsSentRunsOnTheCanvasAndItListensNoMore(FxRobot robot) throws Exception {
    choose("form");
    String address = listen(robot);
    assertThat(address).isEqualTo(window.engine.door().planned() + "/test/forms/orders");
    String page = page(address);
    String key = page.replaceFirst("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
    assertThat(page(address)).as("looking at a form sends nothing").contains("name=\"key\"");

    HttpResponse<String> sent =
        client.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "key="
                            + URLEncoder.encode(key, StandardCharsets.UTF_8)
                            + "&do=submit&%2Fnumber=7"))
                .build(),
            BodyHandlers.ofString());

    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    assertThat(sent("form")).containsEntry("number", "7").containsEntry("formMode", "test");
    OpenWindow.until("it can listen again", () -> shown(robot, "#listen-once"));
    assertThat(page(address)).doesNotContain("name=\"key\"");
  }

  private String page(String address) throws Exception {
    return client
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void aPortThatAnotherProgramTookIsLeftToItAndTold(FxRobot robot) throws Exception {
    int port = URI.create(window.engine.door().planned()).getPort();
    try (ServerSocket other = new ServerSocket()) {
      try {
        other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (BindException e) {
        // Another program has it already: as good.
      }
      choose("call");
      String address = listen(robot);

      assertThat(URI.create(address).getPort()).isNotEqualTo(port);
      assertThat(robot.lookup(".test-call .property-help").queryLabeled().getText())
          .contains("Another program has port " + port, "kept from now on");
      assertThat(call(address)).isEqualTo(200);
      assertThat(Files.readString(home.resolve("listening.json")))
          .contains(String.valueOf(URI.create(address).getPort()));
    }
  }

  @Test
  void itFollowsTheWorkflowUntilItsAddressChangesOrSomebodyCancels(FxRobot robot) throws Exception {
    choose("call");
    String address = listen(robot);
    robot.clickOn("#stop-listening");
    assertThat(call(address)).isEqualTo(404);

    listen(robot);
    OpenWindow.fx(() -> {
      window
          .document()
          .apply(
              new SetParameters(
                  "call", JsonObject.of("path", "other", "methods", JsonArray.of("POST"))));
      return true;
    });
    OpenWindow.settle();
    assertThat(shown(robot, "#listen-once")).isTrue();
    assertThat(call(address)).isEqualTo(404);
  }

  @Test
  void aFileTriggerRunsWithAFileThatIsChosen(FxRobot robot) throws Exception {
    window.files.answers.add(Files.writeString(home.resolve("a.csv"), "a,b"));
    choose("file");
    robot.clickOn("#run-with-file");
    assertThat(sent("keep"))
        .containsEntry("event", "created")
        .containsEntry("name", "a.csv")
        .containsEntry("size", 3L);
    assertThat(window.ended().log())
        .extracting(RunView.LogLine::text)
        .contains("created: " + home.resolve("a.csv"));
  }
}
