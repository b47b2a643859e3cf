package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Workflows of n8n: opened as copies, pasted, exported, with a report. */
@ExtendWith(ApplicationExtension.class)
class N8nFilesTest {
  private static final String AGENT =
      """
      {"name": "Ask", "nodes": [
        {"id": "1", "name": "Begin", "type": "n8n-nodes-base.manualTrigger", "typeVersion": 1,
         "position": [0, 0], "parameters": {}},
        {"id": "2", "name": "Agent", "type": "@n8n/n8n-nodes-langchain.agent", "typeVersion": 1.7,
         "position": [220, 0], "parameters": {"text": "={{ $('Begin').first().json.q }}"}},
        {"id": "3", "name": "Model", "type": "@n8n/n8n-nodes-langchain.lmChatOpenAi",
         "typeVersion": 1, "position": [220, 200], "parameters": {}}],
       "connections": {
        "Begin": {"main": [[{"node": "Agent", "type": "main", "index": 0}]]},
        "Model": {"ai_languageModel": [[{"node": "Agent", "type": "ai_languageModel", "index": 0}]]}
       },
       "settings": {"executionOrder": "v1"}}
      """;

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

  private Path file() throws Exception {
    Path file = folder.resolve("ask.json").toAbsolutePath();
    return Files.writeString(file, AGENT);
  }

  private void open(Path file) {
    OpenWindow.fx(() -> window.bench().files().open(file));
    OpenWindow.settle();
  }

  @Test
  void aFileOpensAsACopyWithAReportAndRunsNothing(FxRobot robot) throws Exception {
    open(file());

    assertThat(window.workflow().name()).isEqualTo("Ask");
    assertThat(window.file()).isEmpty();
    assertThat(OpenWindow.fx(() -> window.document().dirty().get())).isTrue();
    assertThat(OpenWindow.fx(() -> window.document().run().get())).isEmpty();
    Label counts = robot.lookup("#n8n-report-counts").queryAs(Label.class);
    assertThat(counts.getText()).isEqualTo("1 mapped · 2 approximated · 0 left out");
    assertThat(robot.lookup("#n8n-report").query().isVisible()).isTrue();
  }

  @Test
  void aLineOfTheReportSelectsItsNodeAndTheReportIsFoundAgain(FxRobot robot) throws Exception {
    open(file());
    ListView<Finding> list = robot.lookup("#n8n-report-list").queryListView();
    OpenWindow.fx(() -> {
      list.getSelectionModel().select(0);
      list.requestFocus();
      return true;
    });
    robot.push(KeyCode.ENTER);
    assertThat(OpenWindow.fx(() -> window.document().selectedNode().get())).contains("agent");

    window.run("view.report");
    assertThat(robot.lookup("#n8n-report").query().isVisible()).isFalse();
    window.run("view.report");
    assertThat(robot.lookup("#n8n-report").query().isVisible()).isTrue();
  }

  @Test
  void savingAsksForAPlaceAndNeverWritesTheOriginal(FxRobot robot) throws Exception {
    Path original = file();
    open(original);
    window.files.answers.add(original);
    CompletableFuture<Boolean> done =
        CompletableFuture.supplyAsync(() -> {
          Platform.runLater(() -> window.bench().commands().get("file.save").perform());
          return true;
        });
    OpenWindow.until(
        "it is refused", () -> robot.lookup(".dialog-pane .button").tryQuery().isPresent());
    robot.clickOn(".dialog-pane .button");
    assertThat(done.join()).isTrue();
    assertThat(original).content().isEqualTo(AGENT);

    Path place = folder.resolve("ask.workflow.json").toAbsolutePath();
    window.files.answers.add(place);
    window.run("file.save");
    assertThat(WorkflowFiles.read(place).nodes()).hasSize(3);
    assertThat(window.file()).contains(place);
    assertThat(OpenWindow.fx(() -> window.document().dirty().get())).isFalse();
  }

  @Test
  void anExportIsTheFileThatWasOpened() throws Exception {
    open(file());
    Path out = folder.resolve("out.json");
    window.files.answers.add(out);
    window.run("file.exportN8n");

    JsonObject before = Json.parseObject(AGENT);
    JsonObject after = Json.parseObject(Files.readString(out));
    assertThat(after).isEqualTo(before);
    assertThat(window.file()).isEmpty();
  }

  @Test
  void nodesCopiedInN8nArePastedUnderNewNamesInOneStep() {
    window.clipboard.put(AGENT);
    window.run("edit.paste");
    window.run("edit.paste");

    assertThat(window.workflow().nodes().values())
        .extracting(NodeDefinition::name)
        .containsExactly("Begin", "Agent", "Model", "Begin 2", "Agent 2", "Model 2");
    assertThat(window.workflow().connections())
        .extracting(Object::toString)
        .contains("begin-2 -> agent-2", "model-2:ai_languageModel -> agent-2:ai_languageModel");
    JsonObject settings =
        (JsonObject) window.workflow().nodes().get("agent-2").parameters().get("settings");
    assertThat(settings.get("text")).isEqualTo("={{ $('Begin 2').first().json.q }}");
    window.run("edit.undo");
    assertThat(window.workflow().nodes()).hasSize(3);
    window.run("edit.undo");
    assertThat(window.workflow().nodes()).isEmpty();
  }
}
