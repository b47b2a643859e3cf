package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** n8n's files are imported, exported, checked and run. */
final class N8nFilesTest {
  private static final String FLOW =
      """
      {"name": "Flow", "nodes": [
        {"id": "1", "name": "Begin", "type": "n8n-nodes-base.manualTrigger", "typeVersion": 1,
         "position": [0, 0], "parameters": {}},
        {"id": "2", "name": "Rows", "type": "n8n-nodes-base.nobodyHasThis", "typeVersion": 1,
         "position": [200, 0], "parameters": {"x": 1}},
        {"id": "3", "name": "End", "type": "n8n-nodes-base.noOp", "typeVersion": 1,
         "position": [400, 0], "parameters": {}}],
       "connections": {
        "Begin": {"main": [[{"node": "Rows", "type": "main", "index": 0}]]},
        "Rows": {"main": [[{"node": "End", "type": "main", "index": 0}]]}},
       "pinData": {"Rows": [{"json": {"id": 7}}]},
       "settings": {"executionOrder": "v1"}}
      """;

  @TempDir Path folder;

  @Test
  void a_file_goes_there_and_back() throws IOException {
    Path ours = folder.resolve("flow.workflow.json");
    Path theirs = folder.resolve("back.json");

    Called imported = Called.with("import", "n8n", file(FLOW), "-o", ours);
    assertThat(imported.exit()).isZero();
    assertThat(imported.out())
        .contains(
            "2 mapped, 1 approximated, 0 left out", "Rows  type  “n8n-nodes-base.nobodyHasThis”");

    Called exported = Called.with("export", "n8n", ours, "-o", theirs, "--json");
    assertThat(exported.exit()).isZero();
    assertThat(exported.json().get("leftOut")).isEqualTo(0L);
    assertThat(Json.parse(Files.readString(theirs))).isEqualTo(Json.parse(FLOW));
  }

  @Test
  void what_is_left_out_shows_in_the_exit_code() throws IOException {
    Path file = file(FLOW.replace("\"node\": \"End\"", "\"node\": \"Gone\""));
    Called imported =
        Called.with("import", "n8n", file, "-o", folder.resolve("x.workflow.json"), "--json");
    assertThat(imported.exit()).isEqualTo(1);
    assertThat(imported.json().get("leftOut")).isEqualTo(1L);
  }

  @Test
  void wrong_files_are_refused_and_the_original_is_never_written_over() throws IOException {
    Path file = file(FLOW);
    assertThat(Called.with("import", "n8n", file, "-o", file).exit()).isEqualTo(2);
    assertThat(file).content().isEqualTo(FLOW);
    Path text = Files.writeString(folder.resolve("text.json"), "no JSON");
    assertThat(Called.with("import", "n8n", text, "-o", folder.resolve("o.json")).exit())
        .isEqualTo(2);
    assertThat(folder.resolve("o.json")).doesNotExist();
  }

  @Test
  void it_runs_with_its_pinned_data() throws IOException {
    Called run = Called.with("run", file(FLOW), "--home", folder.resolve("home"), "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("nodes").toString()).contains("{\"json\":{\"id\":7}");
  }

  @Test
  void a_run_begins_at_a_pinned_trigger_and_not_at_what_only_serves_others() throws IOException {
    Path file =
        file(
            """
            {"nodes": [
              {"name": "Model", "type": "x.lmChat", "position": [200, 200], "parameters": {}},
              {"name": "Chat", "type": "x.chatTrigger", "position": [0, 0], "parameters": {}},
              {"name": "End", "type": "n8n-nodes-base.noOp", "position": [400, 0]},
              {"name": "Agent", "type": "x.agent", "position": [200, 0], "parameters": {}}],
             "connections": {
              "Model": {"ai_languageModel": [[{"node": "Agent", "type": "ai_languageModel", "index": 0}]]},
              "Chat": {"main": [[{"node": "Agent", "type": "main", "index": 0}]]},
              "Agent": {"main": [[{"node": "End", "type": "main", "index": 0}]]}},
             "pinData": {"Chat": [{"json": {"q": 1}}], "Agent": [{"json": {"a": 2}}]}}
            """);
    Called run = Called.with("run", file, "--home", folder.resolve("home"), "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("nodes").toString()).startsWith("{\"End\":[[{\"json\":{\"a\":2}");
  }

  @Test
  void it_runs_up_to_what_is_not_available() throws IOException {
    Path file = file(FLOW.replace("\"pinData\"", "\"other\""));
    Called run = Called.with("run", file, "--home", folder.resolve("home"), "--json");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.json().get("error").toString())
        .contains("“Nobody Has This” is not available here: pin data on it");
  }

  @Test
  void validate_says_what_the_report_says() throws IOException {
    Called validate = Called.with("validate", file(FLOW));
    assertThat(validate.exit()).isZero();
    assertThat(validate.out())
        .contains("warning: Rows, type: “n8n-nodes-base.nobodyHasThis” is not available here");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("flow.json"), text);
  }
}
