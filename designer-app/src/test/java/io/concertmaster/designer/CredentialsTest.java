package io.concertmaster.designer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.concertmaster.designer.inspector.InspectorPane;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A credential is made in the inspector, named by a node, used by a run, changed, taken away. */
@ExtendWith(ApplicationExtension.class)
class CredentialsTest {
  private static final String SECRET = "Kanarienvogel-11";

  private final List<String> brought = new CopyOnWriteArrayList<>();
  private OpenWindow window;
  private HttpServer server;
  private Path home;

  @Start
  void start(Stage unused) throws Exception {
    home = Files.createTempDirectory("designer-home");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          brought.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] body = "{\"in\": true}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    Path file = home.resolve("ask.workflow.json");
    window =
        OpenWindow.showing(
            file,
            WorkflowBuilder.workflow("Ask")
                .node("start", "trigger.manual", "Start")
                .node("ask", "http.request", "Ask")
                .parameter("ask", "url", "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .parameter("ask", "authentication", "credential")
                .connect("start -> ask")
                .at("start", 0, 0)
                .at("ask", 240, 0)
                .build());
    window.main.stage().setHeight(1000);
    window.document().selectedNode().set(Optional.of("ask"));
  }

  @AfterEach
  void close() {
    window.close();
    server.stop(0);
  }

  private static void click(FxRobot robot, String query) {
    OpenWindow.until(
        query + " can be pressed",
        () -> robot.lookup(query).tryQuery().filter(each -> !each.isDisabled()).isPresent());
    robot.clickOn(query);
    OpenWindow.settle();
  }

  private static void write(FxRobot robot, String query, String text) {
    click(robot, query);
    OpenWindow.paste(robot, text);
  }

  private List<Code> codes() {
    return OpenWindow.fx(() ->
        window.document().problems().get().stream()
            .map(Problem::code)
            .filter(code -> code.name().endsWith("CREDENTIAL"))
            .toList());
  }

  private Map<String, String> named() {
    return OpenWindow.fx(() -> window.workflow().nodes().get("ask").credentials());
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<String> chooser(FxRobot robot) {
    return (ComboBox<String>) robot.lookup("#credential-slot-http .combo-box").query();
  }

  private RunView ran() {
    window.run("run.start");
    return window.ended();
  }

  private List<String> leaks() throws Exception {
    List<String> leaks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(each), ISO_8859_1).contains("Kanarien")) {
          leaks.add(each.toString());
        }
      }
    }
    return leaks;
  }

  @Test
  void oneIsMadeNamedUsedChangedAndTakenAway(FxRobot robot) throws Exception {
    OpenWindow.until("the slot is empty", () -> codes().equals(List.of(Code.MISSING_CREDENTIAL)));
    click(robot, "#credential-new");
    write(robot, "#credential-own-name", "acme");
    OpenWindow.fx(() -> {
      ComboBox<?> type = robot.lookup("#credential-type").queryAs(ComboBox.class);
      type.getSelectionModel().select(1); // bearer
      return true;
    });
    click(robot, "#credential-save");
    OpenWindow.until(
        "it says what is missing",
        () ->
            robot
                .lookup("#credential-said")
                .tryQueryAs(Label.class)
                .filter(label -> label.getText().contains("“token” (Token) has no value"))
                .isPresent());
    write(robot, "#credential-token", SECRET);
    click(robot, "#credential-save");
    OpenWindow.until("the node names it", () -> named().equals(Map.of("http", "acme")));
    OpenWindow.until("nothing is wrong", () -> codes().isEmpty());
    assertThat(OpenWindow.fx(() -> chooser(robot).getValue())).isEqualTo("acme");

    assertThat(ran().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(brought).containsExactly("Bearer " + SECRET);
    assertThat(leaks()).isEmpty();

    click(robot, "#credential-edit");
    OpenWindow.until(
        "the secret is said to be set",
        () ->
            robot
                .lookup("#credential-token")
                .tryQueryAs(TextField.class)
                .filter(field -> field.getPromptText().startsWith("Set;"))
                .isPresent());
    assertThat(
            OpenWindow.fx(
                () -> robot.lookup("#credential-token").queryAs(TextField.class).getText()))
        .isEmpty();
    write(robot, "#credential-hosts", "api.example.org");
    click(robot, "#credential-save");
    OpenWindow.until(
        "the dialog is gone", () -> robot.lookup("#credential-save").tryQuery().isEmpty());
    JsonObject values = new HomeCredentials(home).open("acme").orElseThrow().values();
    assertThat(values).isEqualTo(JsonObject.of("token", SECRET, "hosts", "api.example.org"));

    click(robot, "#credential-edit");
    click(robot, "#credential-remove");
    click(robot, "#credential-remove");
    OpenWindow.until("the problem is told", () -> codes().equals(List.of(Code.UNKNOWN_CREDENTIAL)));
    assertThat(named()).isEqualTo(Map.of("http", "acme"));
  }

  @Test
  void whatAnotherProgramKeepsIsOfferedWhereItFits(FxRobot robot) throws Exception {
    HomeCredentials store = new HomeCredentials(home);
    var types = BuiltInNodes.catalog().credentialTypes();
    store.put("fits", types.get("httpBearer"), JsonObject.of("token", "t"), Instant.now());
    store.put(
        "database",
        types.get("postgres"),
        JsonObject.of("databaseName", "d", "user", "u"),
        Instant.now());
    OpenWindow.fx(() -> {
      window.bench().credentials().refresh();
      return true;
    });
    OpenWindow.until(
        "the names are there",
        () -> OpenWindow.fx(() -> chooser(robot).getItems().equals(List.of("fits"))));
    OpenWindow.fx(() -> {
      chooser(robot).setValue("fits");
      return true;
    });
    assertThat(named()).isEqualTo(Map.of("http", "fits"));
    window.run("edit.undo");
    OpenWindow.until("it is undone", () -> named().isEmpty());
  }

  @Test
  void theProblemLeadsToTheChooser(FxRobot robot) {
    OpenWindow.fx(() -> {
      window.main.stage().setHeight(700);
      return true;
    });
    OpenWindow.settle();
    OpenWindow.until("the slot is empty", () -> codes().equals(List.of(Code.MISSING_CREDENTIAL)));
    assertThat(inSight(robot)).isFalse();
    OpenWindow.fx(() -> {
      InspectorPane inspector = (InspectorPane) robot.lookup(".inspector").query();
      inspector.reveal("credentials.http");
      return true;
    });
    OpenWindow.until("the chooser is in sight", () -> inSight(robot));
    assertThat(OpenWindow.fx(() -> chooser(robot).isFocused())).isTrue();
  }

  private static boolean inSight(FxRobot robot) {
    return OpenWindow.fx(() -> {
      Node chooser = chooser(robot);
      Node view = robot.lookup(".inspector-scroll").query();
      return view.localToScene(view.getLayoutBounds())
          .contains(chooser.localToScene(chooser.getLayoutBounds()));
    });
  }

  @Test
  void aNameThatIsTakenIsNotWrittenOver(FxRobot robot) throws Exception {
    var types = BuiltInNodes.catalog().credentialTypes();
    new HomeCredentials(home)
        .put("acme", types.get("httpBearer"), JsonObject.of("token", "t"), Instant.now());
    click(robot, "#credential-new");
    write(robot, "#credential-own-name", "acme");
    write(robot, "#credential-user", "ann");
    write(robot, "#credential-password", "p");
    click(robot, "#credential-save");
    OpenWindow.until(
        "it says so",
        () ->
            robot
                .lookup("#credential-said")
                .tryQueryAs(Label.class)
                .filter(label -> label.getText().contains("already: choose another name"))
                .isPresent());
    assertThat(new HomeCredentials(home).find("acme").orElseThrow().type()).isEqualTo("httpBearer");
  }
}
