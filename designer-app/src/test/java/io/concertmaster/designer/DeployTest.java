package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.edit.SetParameters;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.ConcertMasterServer;
import io.concertmaster.server.ServerOptions;
import io.concertmaster.server.http.Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;

/** From the window to a server and back: environments, difference, deployment, runs, roll back. */
@ExtendWith(ApplicationExtension.class)
class DeployTest {
  private OpenWindow window;
  private ConcertMasterServer server;
  private Path home;

  @Start
  void start(Stage unused) throws Exception {
    home = Files.createTempDirectory("designer-home");
    server =
        ConcertMasterServer.start(
            new ServerOptions(
                Files.createTempDirectory("server-home"),
                new Address("127.0.0.1", 0, Optional.empty()),
                Optional.empty()));
    Path file = home.resolve("greet.workflow.json");
    window = OpenWindow.showing(file, greeting("hello"));
  }

  @AfterEach
  void close() {
    window.close();
    server.close();
  }

  private static Workflow greeting(String words) {
    return WorkflowBuilder.workflow("Greet")
        .id("greet")
        .node("start", "trigger.manual", "Start")
        .node("say", "data.editFields", "Say")
        .parameter("say", "fields", fields(words))
        .node("wait", "flow.wait", "Wait")
        .parameter("wait", "amount", 2.0)
        .parameter("wait", "unit", "seconds")
        .node("end", "data.limit", "Keep")
        .connect("start -> say")
        .connect("say -> wait")
        .connect("wait -> end")
        .at("start", 0, 0)
        .at("say", 240, 0)
        .at("wait", 480, 0)
        .at("end", 720, 0)
        .build();
  }

  private static JsonArray fields(String words) {
    return JsonArray.of(JsonObject.of("name", "words", "value", words));
  }

  private String token() throws Exception {
    return Files.readString(server.tokenFile()).strip();
  }

  /** A part by its id, in which dots are letters as others, or by a selector. */
  private static NodeQuery part(FxRobot robot, String query) {
    return query.startsWith("#")
        ? robot.lookup((Node each) -> query.substring(1).equals(each.getId()))
        : robot.lookup(query);
  }

  private static boolean isSeen(FxRobot robot, String query) {
    return part(robot, query).tryQuery().filter(Node::isVisible).isPresent();
  }

  private static String text(FxRobot robot, String query) {
    return part(robot, query).tryQuery().map(each -> words(each)).orElse("");
  }

  private static String words(Node node) {
    return node instanceof Label label
        ? label.getText()
        : node instanceof Button button ? button.getText() : "";
  }

  private static void click(FxRobot robot, String query) {
    OpenWindow.until(
        query + " can be pressed",
        () -> part(robot, query).tryQuery().filter(each -> !each.isDisabled()).isPresent());
    robot.clickOn(part(robot, query).<Node>query());
    OpenWindow.settle();
  }

  private static void says(FxRobot robot, String query, String words) {
    OpenWindow.until(query + " says “" + words + "”", () -> text(robot, query).contains(words));
  }

  private static String rows(FxRobot robot) {
    ListView<?> list = robot.lookup("#deploy-rows").queryAs(ListView.class);
    return OpenWindow.fx(
        () -> list.getItems().stream().map(String::valueOf).collect(Collectors.joining("\n")));
  }

  private void addEnvironment(FxRobot robot, String name, String token) {
    window.run("deploy.environments");
    click(robot, "#environment-name");
    robot.write(name);
    click(robot, "#environment-address");
    OpenWindow.paste(robot, "localhost:" + server.port());
    click(robot, "#environment-token");
    OpenWindow.paste(robot, token);
    click(robot, "#environment-test");
  }

  private void change(String words) {
    OpenWindow.fx(() -> {
      window.document().apply(new SetParameters("say", JsonObject.of("fields", fields(words))));
      return true;
    });
  }

  @Test
  void aWorkflowGoesToAServerIsWatchedThereChangesAndComesBack(FxRobot robot) throws Exception {
    addEnvironment(robot, "staging", "cm_not-the-right-one");
    says(robot, "#environment-said", "does not know the token");
    robot.doubleClickOn("#environment-token").push(KeyCode.SHORTCUT, KeyCode.A);
    OpenWindow.paste(robot, token());
    click(robot, "#environment-test");
    says(robot, "#environment-said", "Connected as “local”");
    click(robot, "#environment-save");
    says(robot, "#environment-said", "is kept");
    assertThat(Files.readString(home.resolve("environments.json"))).doesNotContain(token());
    robot.push(KeyCode.ESCAPE);
    says(robot, "#status-environment-staging", "staging: not deployed");

    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.D);
    says(robot, "#deploy-summary", "“Greet” is new there");
    click(robot, "#deploy-smoke");
    click(robot, "#deploy-go");
    OpenWindow.until("it is deployed and tried", () -> isSeen(robot, "#deploy-run"));
    says(robot, "#deploy-summary", "Version 1 is live");
    says(robot, "#status-environment-staging", "staging: live v1");
    click(robot, "#deploy-run");
    OpenWindow.until("its run is on the canvas", () -> onCanvas("staging", 1));
    assertThat(window.document().run().get().orElseThrow().status())
        .isIn(RunStatus.WAITING, RunStatus.SUCCEEDED);
    OpenWindow.until(
        "the run is watched to its end",
        () -> window.document().run().get().filter(run -> run.status().ended()).isPresent());
    says(robot, ".run-banner .label", "Run #1 on staging, done");
    OpenWindow.fx(() -> {
      window.document().selectedNode().set(Optional.of("say"));
      return true;
    });
    assertThat(window.document().run().get().orElseThrow().nodes().get("say").itemsOut("main"))
        .isEqualTo(1);
    OpenWindow.until(
        "the items of a step there are read",
        () -> robot.lookup(".data-pane .table-row-cell").queryAll().size() > 0);

    change("good day");
    says(robot, "#status-environment-staging", "live v1 · 1 change not deployed");

    click(robot, "#button-deploy.open");
    says(robot, "#deploy-summary", "1 node changed");
    assertThat(rows(robot)).contains("fields[0].value").contains("“hello” → “good day”");
    assertThat(text(robot, "#deploy-go")).isEqualTo("Save and deploy");
    click(robot, "#deploy-go");
    OpenWindow.until("the second is deployed", () -> isSeen(robot, "#deploy-done"));
    assertThat(WorkflowFiles.read(window.file().orElseThrow())).isEqualTo(window.workflow());
    says(robot, "#status-environment-staging", "staging: live v2");

    click(robot, "#deploy-versions");
    OpenWindow.until("the versions are there", () -> isSeen(robot, "#versions-roll-back"));
    click(robot, "#versions-roll-back");
    says(robot, "#versions-words", "What was live before deployment 2");
    click(robot, "#versions-yes");
    says(robot, "#versions-words", "Deployment 2 is rolled back");
    robot.push(KeyCode.ESCAPE);
    says(robot, "#status-environment-staging", "live v1 · 1 change not deployed");
  }

  @Test
  void aRunThereIsSeenStepByStepAndEndedFromHere(FxRobot robot) throws Exception {
    addEnvironment(robot, "staging", token());
    click(robot, "#environment-save");
    says(robot, "#environment-said", "is kept");
    robot.push(KeyCode.ESCAPE);
    OpenWindow.fx(() -> {
      JsonObject longer = JsonObject.of("amount", 600.0, "unit", "seconds");
      window.document().apply(new SetParameters("wait", longer));
      return true;
    });
    click(robot, "#button-deploy.open");
    says(robot, "#deploy-summary", "is new there");
    click(robot, "#deploy-go");
    click(robot, "#deploy-done");
    OpenWindow.fx(() -> {
      MenuButton places = robot.lookup("#place").queryAs(MenuButton.class);
      places.getItems().stream()
          .filter(each -> "place-staging".equals(each.getId()))
          .findFirst()
          .orElseThrow()
          .fire();
      return true;
    });
    click(robot, "#button-deploy.runLive");
    OpenWindow.until(
        "the run waits, and the canvas shows it",
        () ->
            onCanvas("staging", 1)
                && window.document().run().get().orElseThrow().status() == RunStatus.WAITING);
    OpenWindow.until(
        "it is listed", () -> robot.lookup("#runs").queryAs(ListView.class).getItems().size() == 1);
    assertThat(isSeen(robot, "#button-run.start")).isTrue(); // another may begin beside it
    click(robot, "#button-run.stop-waiting");
    OpenWindow.until(
        "it is ended there and seen here",
        () -> window.document().run().get().orElseThrow().status() == RunStatus.CANCELLED);
    OpenWindow.until("it can begin once more", () -> isSeen(robot, "#retry-1"));
    OpenWindow.fx(() -> {
      part(robot, "#retry-1").queryAs(Hyperlink.class).fire(); // rows are made anew at any time
      return true;
    });
    OpenWindow.until("it begins once more", () -> onCanvas("staging", 2));
    window.run("run.stop");
  }

  @Test
  void aServerThatIsGoneIsSaidAndNothingIsLost(FxRobot robot) throws Exception {
    addEnvironment(robot, "A name as long as a name can ever be here", token());
    says(robot, "#environment-said", "40 at most");
    robot.doubleClickOn("#environment-name").push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write("staging");
    click(robot, "#environment-save");
    says(robot, "#environment-said", "is kept");
    robot.push(KeyCode.ESCAPE);
    says(robot, "#status-environment-staging", "not deployed");
    click(robot, "#button-deploy.open");
    says(robot, "#deploy-summary", "is new there");
    server.close();
    click(robot, "#deploy-go");
    says(robot, "#deploy-trouble", "It was not deployed");
    assertThat(text(robot, "#deploy-trouble")).contains("localhost");
    robot.push(KeyCode.ESCAPE);
    window.run("deploy.refresh");
    says(robot, "#status-environment-staging", "unreachable");
    assertThat(OpenWindow.fx(() -> window.document().dirty().get())).isFalse();
    assertThat(WorkflowFiles.read(window.file().orElseThrow())).isEqualTo(window.workflow());
  }

  @Test
  void whatGoesWithAWorkflowAndWhatIsMissingThereIsShownAndErrorsKeepItHere(FxRobot robot)
      throws Exception {
    addEnvironment(robot, "staging", token());
    click(robot, "#environment-save");
    says(robot, "#environment-said", "is kept");
    robot.push(KeyCode.ESCAPE);
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Called")
            .id("called")
            .node("s", "trigger.subworkflow", "S")
            .build(),
        home.resolve("called.workflow.json"));
    Path calls = home.resolve("calls.workflow.json");
    WorkflowBuilder caller =
        WorkflowBuilder.workflow("Calls")
            .id("calls")
            .node("start", "trigger.manual", "Start")
            .node("call", "flow.subworkflow", "Call")
            .parameter("call", "file", "called.workflow.json")
            .node("ask", "http.request", "Ask")
            .parameter("ask", "url", "http://localhost:1")
            .connect("start -> call")
            .connect("call -> ask");
    JsonObject file = Json.parseObject(WorkflowFiles.write(caller.build()));
    JsonObject nodes = (JsonObject) file.get("nodes");
    JsonObject ask =
        ((JsonObject) nodes.get("ask")).with("credentials", JsonObject.of("http", "acme"));
    Files.writeString(calls, Json.writePretty(file.with("nodes", nodes.with("ask", ask))));
    OpenWindow.fx(() -> window.bench().files().open(calls));
    click(robot, "#button-deploy.open");
    says(robot, "#deploy-summary", "1 sub-workflow goes with it");
    assertThat(rows(robot)).contains("Called").contains("Credential “acme”");
    assertThat(OpenWindow.fx(() -> part(robot, "#deploy-go").query().isDisabled())).isFalse();
    robot.push(KeyCode.ESCAPE);
    OpenWindow.fx(() -> {
      window.document().apply(new SetParameters("ask", JsonObject.of("url", "={{ $json.a + }}")));
      return true;
    });
    click(robot, "#button-deploy.open");
    says(robot, "#deploy-summary", "This server cannot run it: 1 error");
    assertThat(OpenWindow.fx(() -> part(robot, "#deploy-go").query().isDisabled())).isTrue();
  }

  /** The addresses that are told, and whether a browser is offered for them. */
  private static Map<String, Boolean> browsed(FxRobot robot) {
    return OpenWindow.fx(() ->
        robot.lookup("#deploy-addresses .address-row").queryAll().stream()
            .collect(
                Collectors.toMap(
                    each -> ((TextField) each.lookup(".address")).getText(),
                    each -> !((HBox) each).getChildrenUnmodifiable().getLast().isDisabled())));
  }

  @Test
  void aFormThatGoesWithTheWorkflowCountsInTheStatusBar(FxRobot robot) throws Exception {
    Path form = home.resolve("ask.form.json");
    FormFiles.save(Form.empty("ask", "Ask", "en"), form);
    Path asks = home.resolve("asks.workflow.json");
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Asks")
            .id("asks")
            .node("ask", "trigger.form", "Ask")
            .parameter("ask", "form", "ask.form.json")
            .node("told", "trigger.webhook", "Told")
            .parameter("told", "path", "told")
            .parameter("told", "methods", JsonArray.of("POST"))
            .build(),
        asks);
    OpenWindow.fx(() -> window.bench().files().open(asks));
    addEnvironment(robot, "staging", token());
    click(robot, "#environment-save");
    says(robot, "#environment-said", "is kept");
    robot.push(KeyCode.ESCAPE);
    click(robot, "#button-deploy.open");
    says(robot, "#deploy-summary", "1 form goes with it");
    click(robot, "#deploy-go");
    OpenWindow.until(
        "it is told where people and programs find it",
        () ->
            browsed(robot)
                .equals(
                    Map.of(
                        "http://localhost:" + server.port() + "/forms/asks/ask", true,
                        "http://localhost:" + server.port() + "/hooks/told", false)));
    click(robot, "#deploy-done");
    OpenWindow.until(
        "all of it is live",
        () -> text(robot, "#status-environment-staging").equals("staging: live v1"));
    FormFiles.save(Form.empty("ask", "Ask more", "en"), form);
    window.run("deploy.refresh");
    says(robot, "#status-environment-staging", "live v1 · 1 change not deployed");
  }

  @Test
  void theDifferenceLeadsToItsNodeAndWhoseRunsAreShownIsChosen(FxRobot robot) throws Exception {
    addEnvironment(robot, "staging", token());
    click(robot, "#environment-save");
    says(robot, "#environment-said", "is kept");
    robot.push(KeyCode.ESCAPE);
    click(robot, "#button-deploy.open");
    says(robot, "#deploy-summary", "is new there");
    click(robot, "#deploy-smoke");
    click(robot, "#deploy-go");
    click(robot, "#deploy-done");
    window.run("run.start");
    OpenWindow.until(
        "the run here is on the canvas", () -> window.document().run().get().isPresent());
    assertThat(window.document().runEnvironment().get()).isEmpty();
    change("good day");

    click(robot, "#button-deploy.open");
    says(robot, "#deploy-summary", "1 node changed");
    OpenWindow.until("the new value is seen", () -> seenRow(robot, "good day").isPresent());
    assertThat(seenRow(robot, "good day").orElseThrow().getText())
        .isEqualTo("“hello” → “good day”");
    robot.clickOn(robot.lookup("#deploy-rows .hyperlink").match(Node::isVisible).<Node>query());
    OpenWindow.settle();
    assertThat(isSeen(robot, "#deploy-rows")).isFalse();
    assertThat(OpenWindow.fx(() -> window.document().selectedNode().get())).contains("say");

    choosePlace(robot, "place-staging");
    OpenWindow.until("the server's run is listed", () -> runs(robot) == 1);
    assertThat(textOfPlace(robot)).isEqualTo("staging");
    robot.clickOn(
        robot
            .lookup("#runs .list-cell")
            .match(each -> !((ListCell<?>) each).isEmpty())
            .<Node>query());
    OpenWindow.until("the server's run is on the canvas", () -> onCanvas("staging", 1));
    choosePlace(robot, "place-Local");
    assertThat(textOfPlace(robot)).isEqualTo("Local");
    OpenWindow.until("my run is listed", () -> runs(robot) == 1);
    robot.clickOn(
        robot
            .lookup("#runs .list-cell")
            .match(each -> !((ListCell<?>) each).isEmpty())
            .<Node>query());
    OpenWindow.until(
        "my run is on the canvas",
        () ->
            window.document().runEnvironment().get().isEmpty()
                && window.document().run().get().isPresent());
  }

  private static Optional<Label> seenRow(FxRobot robot, String words) {
    return robot.lookup("#deploy-rows .difference-detail").queryAllAs(Label.class).stream()
        .filter(each -> each.isVisible() && each.getText().contains(words))
        .findFirst();
  }

  private static void choosePlace(FxRobot robot, String id) {
    click(robot, "#place");
    OpenWindow.until("the choice is open", () -> isSeen(robot, "#" + id));
    click(robot, "#" + id);
  }

  private static String textOfPlace(FxRobot robot) {
    return OpenWindow.fx(() -> robot.lookup("#place").queryAs(MenuButton.class).getText());
  }

  private static int runs(FxRobot robot) {
    return OpenWindow.fx(() -> robot.lookup("#runs").queryAs(ListView.class).getItems().size());
  }

  private boolean onCanvas(String environment, long run) {
    EditorDocument document = window.document();
    return document.runEnvironment().get().equals(Optional.of(environment))
        && document.run().get().filter(each -> each.id().number() == run).isPresent();
  }
}
