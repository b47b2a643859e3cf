package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Workflows that call workflows, run from the window. */
@ExtendWith(ApplicationExtension.class)
class CalledWorkflowsTest {
  private static final String CALLED =
      """
      {"name": "Called", "nodes": [
        {"id": "1", "name": "Start", "type": "n8n-nodes-base.executeWorkflowTrigger",
         "typeVersion": 1, "position": [0, 0], "parameters": {}},
        {"id": "2", "name": "Double", "type": "n8n-nodes-base.code", "typeVersion": 2,
         "position": [220, 0],
         "parameters": {"jsCode": "return [{ json: { total: 42 } }];"}}],
       "connections": {"Start": {"main": [[{"node": "Double", "type": "main", "index": 0}]]}},
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

  @Test
  void aFileOfN8nIsCalledFromTheWindow() throws Exception {
    Path called = Files.writeString(folder.resolve("called.json"), CALLED);
    JsonObject parameters =
        JsonObject.of("source", "localFile", "workflowPath", called.toAbsolutePath().toString());
    Path caller =
        Files.writeString(
            folder.resolve("caller.json"),
            """
            {"name": "Caller", "nodes": [
              {"id": "1", "name": "Begin", "type": "n8n-nodes-base.manualTrigger",
               "typeVersion": 1, "position": [0, 0], "parameters": {}},
              {"id": "2", "name": "Call", "type": "n8n-nodes-base.executeWorkflow",
               "typeVersion": 1, "position": [220, 0], "parameters": %s}],
             "connections": {"Begin": {"main": [[{"node": "Call", "type": "main", "index": 0}]]}},
             "settings": {"executionOrder": "v1"}}
            """
                .formatted(Json.write(parameters)));
    OpenWindow.fx(() -> window.bench().files().open(caller));
    OpenWindow.settle();
    window.run("run.start");
    RunView run = window.ended();
    assertThat(run.status()).as(run.toString()).isEqualTo(RunStatus.SUCCEEDED);
    String node = OpenWindow.fx(() -> window.workflow().idOfName("Call").orElseThrow());
    assertThat(run.nodes().get(node).itemsOut("main")).isEqualTo(1);
  }
}
