package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.model.Concurrency;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.edit.ReplaceWorkflow;
import io.concertmaster.model.edit.SetNodeSettings;
import io.concertmaster.model.edit.SetWorkflowName;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A workflow that is made active in the window, and called on this machine. */
@ExtendWith(ApplicationExtension.class)
class ActiveWorkflowTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private OpenWindow window;
  private Path home;
  private Path file;

  @Start
  void start(Stage unused) throws Exception {
    home = Files.createTempDirectory("designer-home");
    file = home.resolve("orders.workflow.json");
    window = OpenWindow.showing(file, orders());
  }

  private static Workflow orders() {
    return WorkflowBuilder.workflow("Orders")
        .id("orders")
        .node("call", "trigger.webhook", "New order")
        .parameter("call", "path", "orders/new")
        .parameter("call", "methods", io.concertmaster.node.data.JsonArray.of("POST"))
        .parameter("call", "respond", "lastNode")
        .set(
            "call",
            node -> node.withPinned(Optional.of(List.of(Item.of(JsonObject.of("number", "0"))))))
        .node("keep", "data.limit", "Keep")
        .connect("call -> keep")
        .at("call", 0, 0)
        .at("keep", 240, 0)
        .build();
  }

  @AfterEach
  void close() {
    window.close();
    client.close();
  }

  private void turn(FxRobot robot) {
    OpenWindow.until(
        "the switch can be turned",
        () -> !robot.lookup("#active-switch").queryAs(ToggleSwitch.class).isDisabled());
    OpenWindow.fx(() -> {
      ToggleSwitch each = robot.lookup("#active-switch").queryAs(ToggleSwitch.class);
      each.setSelected(!each.isSelected());
      return true;
    });
    OpenWindow.until(
        "it is done",
        () -> !robot.lookup("#active-switch").queryAs(ToggleSwitch.class).isDisabled());
    OpenWindow.settle();
  }

  private HttpResponse<String> order(String number) throws Exception {
    return order(number, "nobody");
  }

  private HttpResponse<String> order(String number, String token) throws Exception {
    return client.send(
        HttpRequest.newBuilder(
                URI.create(
                    OpenWindow.fx(() -> window.engine.door().planned()) + "/hooks/orders/new"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString("{\"number\":\"" + number + "\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  private boolean listed(FxRobot robot, int runs) {
    return robot.lookup("#runs").queryAs(ListView.class).getItems().size() == runs;
  }

  @Test
  void aCallOfAnActiveWorkflowIsAnsweredAndItsRunIsListed(FxRobot robot) throws Exception {
    turn(robot);

    HttpResponse<String> answer = order("7");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"number\":\"7\"");
    OpenWindow.until("the run is listed", () -> listed(robot, 1));
    assertThat(window.engine.ask(each -> each.runs(5)).thenApply(all -> all.getFirst().status()))
        .succeedsWithin(java.time.Duration.ofSeconds(10))
        .isEqualTo(RunStatus.SUCCEEDED);

    turn(robot);
    assertThat(order("8").statusCode()).isEqualTo(404);
  }

  @Test
  void whoMayCallIsSaidByACredentialOfTheHome(FxRobot robot) throws Exception {
    OpenWindow.fx(() -> {
      window
          .document()
          .apply(
              SetNodeSettings.of(
                  window.workflow(),
                  "call",
                  node ->
                      node.withParameters(node.parameters().with("authentication", "bearerAuth"))
                          .withCredentials(Map.of("caller", "partners"))));
      window.bench().files().save(window.document());
      return true;
    });
    turn(robot);
    assertThat(order("1", "open-sesame").statusCode()).isEqualTo(401);

    new HomeCredentials(home)
        .put(
            "partners",
            BuiltInNodes.catalog().credentialTypes().get("httpBearer"),
            JsonObject.of("token", "open-sesame"),
            Instant.now());

    assertThat(order("2", "another one").statusCode()).isEqualTo(401);
    HttpResponse<String> answer = order("3", "open-sesame");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"number\":\"3\"").doesNotContain("open-sesame");
  }

  @Test
  void itIsActiveAgainAfterTheNextStartAtTheSameAddress(FxRobot robot) throws Exception {
    turn(robot);
    assertThat(order("1").statusCode()).isEqualTo(200);
    String before = window.engine.door().planned();

    window.close();
    OpenWindow.fx(() -> window = new OpenWindow(home));
    OpenWindow.fx(() -> window.bench().files().open(file));
    OpenWindow.until(
        "it is shown as active",
        () -> robot.lookup("#active-switch").queryAs(ToggleSwitch.class).isSelected());

    assertThat(window.engine.door().planned()).isEqualTo(before);
    assertThat(order("2").statusCode()).isEqualTo(200);
    OpenWindow.until("both runs are listed", () -> listed(robot, 2));
  }

  @Test
  void escapeTakesTheAddressesAwayAgain(FxRobot robot) {
    robot.clickOn("#active-details");
    assertThat(robot.lookup("#active-popover").tryQuery()).isPresent();
    robot.push(KeyCode.ESCAPE);
    OpenWindow.settle();
    assertThat(robot.lookup("#active-popover").tryQuery()).isEmpty();
  }

  @Test
  void theAddressStandsUnderTheSwitchAndAnOlderVersionIsSaid(FxRobot robot) throws Exception {
    turn(robot);
    OpenWindow.fx(() -> {
      window.document().apply(new SetWorkflowName("Orders of today"));
      return true;
    });
    robot.clickOn("#active-details");
    TextField address = robot.lookup("#active-popover .address").query();
    assertThat(address.getText()).isEqualTo(window.engine.door().planned() + "/hooks/orders/new");
    robot.clickOn("#active-popover .copy-address");
    assertThat(window.clipboard.get()).contains(address.getText());
    assertThat(robot.lookup("#active-popover .older-words").tryQuery()).isPresent();

    OpenWindow.fx(() -> {
      robot.lookup("#activate-newer").queryAs(Button.class).fire();
      return true;
    });

    AtomicReference<String> active = new AtomicReference<>("");
    OpenWindow.until(
        "the new version is active",
        () -> {
          var _ =
              window
                  .engine
                  .ask(each -> each.active())
                  .thenAccept(all -> active.set(all.getFirst().name()));
          return active.get().equals("Orders of today");
        });
    assertThat(WorkflowFiles.read(file).name()).isEqualTo("Orders of today");
  }

  @Test
  void whileEnoughRunsGoOnFurtherCallsAreRefusedAsOnAServer(FxRobot robot) throws Exception {
    Workflow slow =
        WorkflowBuilder.workflow("Orders")
            .id("orders")
            .node("call", "trigger.webhook", "New order")
            .parameter("call", "path", "orders/new")
            .parameter("call", "methods", io.concertmaster.node.data.JsonArray.of("POST"))
            .node("wait", "flow.wait", "Wait")
            .parameter("wait", "amount", 1)
            .parameter("wait", "unit", "hours")
            .connect("call -> wait")
            .build();
    Workflow oneAtOnce =
        new Workflow(
            slow.id(),
            slow.name(),
            slow.settings().withConcurrency(new Concurrency(1, Concurrency.Overlap.SKIP)),
            slow.nodes(),
            slow.connections(),
            slow.layout(),
            slow.unknown());
    OpenWindow.fx(() -> {
      window.document().apply(new ReplaceWorkflow(oneAtOnce));
      window.bench().files().save(window.document());
      return true;
    });
    turn(robot);

    assertThat(order("1").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = order("2");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("“Orders” has a run going already");
    OpenWindow.until("one run is listed", () -> listed(robot, 1));
    robot.clickOn("#active-details");
    OpenWindow.until(
        "the popover says so", () -> robot.lookup("1 run goes on.").tryQuery().isPresent());
  }

  @Test
  void aWorkflowWithoutATriggerThatListensCannotBeMadeActive(FxRobot robot) {
    window.run("file.new");
    OpenWindow.settle();
    assertThat(robot.lookup("#active-switch").queryAs(ToggleSwitch.class).isDisabled()).isTrue();
    assertThat(robot.lookup("#active-switch").queryAs(ToggleSwitch.class).getAccessibleHelp())
        .contains("no trigger that listens");
  }
}
