package io.concertmaster.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowFilesTest {
  @Test
  void readsEveryPartOfTheSample() throws WorkflowFileException {
    Workflow workflow = WorkflowFiles.parse(Samples.ORDERS);

    assertThat(workflow.name()).isEqualTo("Order intake");
    assertThat(workflow.settings().timeout()).contains(Duration.ofHours(1));
    assertThat(workflow.nodes().keySet()).containsExactly("fetch", "check", "insert");
    NodeDefinition insert = workflow.node("insert").orElseThrow();
    assertThat(insert.onError()).isEqualTo(OnError.OUTPUT);
    assertThat(insert.retry().orElseThrow().pause()).isEqualTo(Duration.ofSeconds(2));
    assertThat(workflow.connections())
        .hasSize(4)
        .contains(new Connection("check", "true", "approve", "main"));
    assertThat(workflow.layout()).containsEntry("check", Placement.at(280, 120.5));
  }

  @Test
  void anUnchangedFileOfOursKeepsItsBytes() throws WorkflowFileException {
    assertThat(WorkflowFiles.write(WorkflowFiles.parse(Samples.ORDERS))).isEqualTo(Samples.ORDERS);
  }

  @Test
  void everythingThatCanBeSetComesBackEqual() throws WorkflowFileException {
    String text = WorkflowFiles.write(Samples.everything());
    Workflow again = WorkflowFiles.parse(text);

    assertThat(again).isEqualTo(Samples.everything());
    assertThat(WorkflowFiles.write(again)).isEqualTo(text);
  }

  @Test
  void anEmptyWorkflowIsAFewLines() {
    assertThat(WorkflowFiles.write(Workflow.empty("a", "A")))
        .isEqualTo(
            """
            {
              "format": 1,
              "id": "a",
              "name": "A",
              "nodes": {},
              "connections": []
            }
            """);
  }

  @Test
  void unknownKeysSurviveAtTheTopInSettingsNodesAndRetry() throws WorkflowFileException {
    String text =
        """
        {
          "format": 1,
          "id": "a",
          "name": "A",
          "settings": { "later": [1, { "x": null }] },
          "nodes": {
            "n": { "type": "a.b", "version": 1, "name": "N", "retry": { "tries": 2, "jitter": 0.5 }, "hue": 7 }
          },
          "connections": [],
          "owner": { "team": "ops" }
        }
        """;
    Workflow workflow = WorkflowFiles.parse(text);

    assertThat(workflow.unknown()).isEqualTo(JsonObject.of("owner", JsonObject.of("team", "ops")));
    String written = WorkflowFiles.write(workflow);
    assertThat(written).contains("\"jitter\": 0.5").contains("\"hue\": 7").contains("\"later\"");
    assertThat(WorkflowFiles.parse(written)).isEqualTo(workflow);
  }

  @Test
  void movingANodeTouchesItsLineInTheLayoutOnly() throws WorkflowFileException {
    Workflow before = WorkflowFiles.parse(Samples.ORDERS);
    String moved = Samples.ORDERS.replace("\"check\": [280, 120.5]", "\"check\": [300, 121]");

    List<String> changed =
        WorkflowFiles.write(WorkflowFiles.parse(moved))
            .lines()
            .filter(line -> WorkflowFiles.write(before).lines().noneMatch(line::equals))
            .toList();

    assertThat(changed).containsExactly("    \"check\": [300, 121]");
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.workflow.json");
    Files.writeString(file, "\uFEFF" + Samples.ORDERS.replace("\n", "\r\n"));

    assertThat(WorkflowFiles.read(file)).isEqualTo(WorkflowFiles.parse(Samples.ORDERS));
  }

  @Test
  void halfASurrogatePairSurvivesSaving(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.workflow.json");
    Workflow odd = Workflow.empty("a", "half \uD83C of a note");

    WorkflowFiles.save(odd, file);

    assertThat(WorkflowFiles.read(file)).isEqualTo(odd);
    assertThat(Files.readString(file)).contains("half \\uD83C of");
  }

  @Test
  void whatIsSavedIsWhatIsWritten(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.workflow.json");
    WorkflowFiles.save(Samples.everything(), file);

    assertThat(Files.readAllBytes(file))
        .isEqualTo(WorkflowFiles.write(Samples.everything()).getBytes(StandardCharsets.UTF_8));
    assertThat(WorkflowFiles.read(file)).isEqualTo(Samples.everything());
  }
}
