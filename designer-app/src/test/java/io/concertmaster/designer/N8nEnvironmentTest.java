package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.edit.SetParameters;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;

/** From the window to an n8n server: the environment, the report first, going there, its state. */
@ExtendWith(ApplicationExtension.class)
class N8nEnvironmentTest {
  private OpenWindow window;
  private N8nDouble n8n;
  private Path home;

  @Start
  void start(Stage unused) throws Exception {
    home = Files.createTempDirectory("designer-home");
    n8n = new N8nDouble();
    Path file = home.resolve("orders.workflow.json");
    window = OpenWindow.showing(file, orders());
  }

  @AfterEach
  void close() {
    window.close();
    n8n.close();
  }

  private static Workflow orders() {
    return WorkflowBuilder.workflow("Orders")
        .id("orders")
        .node("call", "trigger.webhook", "New order")
        .parameter("call", "path", "orders")
        .parameter("call", "methods", JsonArray.of("POST"))
        .node("say", "data.editFields", "Say")
        .parameter("say", "fields", fields("hello"))
        .node("task", "flow.task", "Decide")
        .parameter("task", "title", "Approve")
        .connect("call -> say")
        .connect("say -> task")
        .at("call", 0, 0)
        .at("say", 240, 0)
        .at("task", 480, 0)
        .build();
  }

  private static JsonArray fields(String words) {
    return JsonArray.of(JsonObject.of("name", "words", "value", words));
  }

  /** A part by its id, in which dots are letters as others. */
  private static NodeQuery part(FxRobot robot, String id) {
    return robot.lookup((Node each) -> id.equals(each.getId()));
  }

  private static String text(FxRobot robot, String id) {
    return part(robot, id)
        .tryQuery()
        .filter(Node::isVisible)
        .map(each -> each instanceof Labeled labeled ? labeled.getText() : "")
        .orElse("");
  }

  private static void click(FxRobot robot, String id) {
    OpenWindow.until(
        id + " can be pressed",
        () ->
            part(robot, id)
                .tryQuery()
                .filter(each -> each.isVisible() && !each.isDisabled())
                .isPresent());
    robot.clickOn(part(robot, id).<Node>query());
    OpenWindow.settle();
  }

  private static void says(FxRobot robot, String id, String words) {
    OpenWindow.until(id + " says “" + words + "”", () -> text(robot, id).contains(words));
  }

  private static String rows(FxRobot robot) {
    ListView<?> list = robot.lookup("#deploy-rows").queryAs(ListView.class);
    return OpenWindow.fx(
        () -> list.getItems().stream().map(String::valueOf).collect(Collectors.joining("\n")));
  }

  /** Opens a choice and takes the one that says this. */
  private static void choose(FxRobot robot, String id, String words) {
    ComboBox<?> box = part(robot, id).queryAs(ComboBox.class);
    robot.clickOn(box);
    OpenWindow.settle();
    robot.clickOn(
        robot
            .lookup((Node each) ->
                each.getStyleClass().contains("list-cell")
                    && each.isVisible()
                    && each instanceof Labeled cell
                    && cell.getText() != null
                    && cell.getText().startsWith(words)
                    && !each.getScene().equals(box.getScene()))
            .<Node>query());
    OpenWindow.settle();
  }

  private void addEnvironment(FxRobot robot) {
    window.run("deploy.environments");
    choose(robot, "environment-kind", "n8n");
    assertThat(part(robot, "environment-project").tryQuery().filter(N8nEnvironmentTest::isShown))
        .as("n8n has no projects")
        .isEmpty();
    click(robot, "environment-name");
    robot.write("factory");
    click(robot, "environment-address");
    OpenWindow.paste(robot, "localhost:" + n8n.port());
    click(robot, "environment-token");
    OpenWindow.paste(robot, "not-the-right-one");
    click(robot, "environment-test");
    OpenWindow.until("the key is refused", () -> text(robot, "environment-said").contains("key"));
    assertThat(text(robot, "environment-said")).doesNotContain("Connected");
    robot.doubleClickOn("#environment-token").push(KeyCode.SHORTCUT, KeyCode.A);
    OpenWindow.paste(robot, N8nDouble.KEY);
    click(robot, "environment-test");
    says(robot, "environment-said", "Connected: n8n takes the key");
    click(robot, "environment-save");
    says(robot, "environment-said", "is kept");
    robot.push(KeyCode.ESCAPE);
  }

  private static boolean isShown(Node node) {
    return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
  }

  private void change(String words) {
    OpenWindow.fx(() -> {
      window.document().apply(new SetParameters("say", JsonObject.of("fields", fields(words))));
      return true;
    });
  }

  @Test
  void aWorkflowGoesToN8nWithItsReportFirstAndIsSeenInTheStatusBar(FxRobot robot) throws Exception {
    addEnvironment(robot);
    assertThat(Files.readString(home.resolve("environments.json")))
        .contains("\"n8n\"")
        .doesNotContain(N8nDouble.KEY);
    says(robot, "status-environment-factory", "factory: not deployed");

    click(robot, "button-deploy.open");
    says(robot, "deploy-summary", "“Orders” is new there");
    assertThat(text(robot, "deploy-summary")).contains("cannot go to n8n");
    assertThat(rows(robot)).startsWith("DifferenceRow[kind=WORKFLOW, text=What becomes of it");
    assertThat(rows(robot)).contains("kind=WARNING, text=Decide");
    assertThat(n8n.workflows).as("nothing goes before somebody says so").isEmpty();
    assertThat(part(robot, "deploy-smoke").tryQuery().filter(Node::isVisible)).isEmpty();
    click(robot, "deploy-go");
    says(robot, "deploy-summary", "It lies there as “Orders” (w1), and its triggers listen.");
    assertThat(n8n.workflows.get("w1")).containsEntry("active", true);
    click(robot, "deploy-done");
    says(robot, "status-environment-factory", "factory: active");

    change("good day");
    says(robot, "status-environment-factory", "1 change not deployed");
    click(robot, "button-deploy.open");
    says(robot, "deploy-summary", "there");
    OpenWindow.until("the difference is shown", () -> rows(robot).contains("good day"));
    click(robot, "deploy-go");
    says(robot, "deploy-summary", "It lies there as");
    click(robot, "deploy-done");
    OpenWindow.until(
        "nothing differs",
        () -> text(robot, "status-environment-factory").equals("factory: active"));
    assertThat(n8n.workflows).hasSize(1);
    assertThat(n8n.workflows.get("w1").toString()).contains("good day");
    assertThat(WorkflowFiles.read(window.file().orElseThrow())).isEqualTo(window.workflow());
  }

  @Test
  void aNamesakeThereIsNotTouchedUntilSomebodySaysWhichIsMeant(FxRobot robot) {
    n8n.workflows.put(
        "w1",
        JsonObject.of("id", "w1", "name", "Orders")
            .with("nodes", JsonArray.empty())
            .with("connections", JsonObject.empty())
            .with("settings", JsonObject.empty())
            .with("active", false));
    addEnvironment(robot);
    click(robot, "button-deploy.open");
    OpenWindow.until(
        "it asks which is meant",
        () -> part(robot, "deploy-counterpart").tryQuery().filter(Node::isVisible).isPresent());
    assertThat(OpenWindow.fx(() -> part(robot, "deploy-go").query().isDisabled())).isTrue();

    choose(robot, "deploy-counterpart", "Make a second one");
    says(robot, "deploy-summary", "is new there");
    click(robot, "deploy-go");
    says(robot, "deploy-summary", "(w2)");

    assertThat(n8n.workflows).hasSize(2);
    assertThat((JsonArray) n8n.workflows.get("w1").get("nodes")).isEmpty();
  }

  @Test
  void aServerThatIsGoneIsSaidAndNothingIsLost(FxRobot robot) throws Exception {
    addEnvironment(robot);
    click(robot, "button-deploy.open");
    says(robot, "deploy-summary", "is new there");
    n8n.close();
    click(robot, "deploy-go");
    says(robot, "deploy-trouble", "It was not deployed");
    robot.push(KeyCode.ESCAPE);
    window.run("deploy.refresh");
    says(robot, "status-environment-factory", "unreachable");
    assertThat(WorkflowFiles.read(window.file().orElseThrow())).isEqualTo(window.workflow());
  }
}
