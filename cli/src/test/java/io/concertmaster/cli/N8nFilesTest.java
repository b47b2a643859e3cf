package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static final String STALE =
      """
      {"name": "Stale", "nodes": [
        {"id": "1", "name": "Begin", "type": "n8n-nodes-base.manualTrigger", "typeVersion": 1,
         "position": [0, 0], "parameters": {}},
        {"id": "2", "name": "First", "type": "n8n-nodes-base.noOp", "typeVersion": 1,
         "position": [200, 0], "parameters": {}},
        {"id": "3", "name": "Fields", "type": "n8n-nodes-base.set", "typeVersion": 3.4,
         "position": [400, 0], "parameters": {"assignments": {"assignments": [
           {"id": "a", "name": "x", "type": "string", "value": "EXPRESSION"}]}}},
        {"id": "4", "name": "End", "type": "n8n-nodes-base.noOp", "typeVersion": 1,
         "position": [600, 0], "parameters": {}}],
       "connections": {
        "Begin": {"main": [[{"node": "First", "type": "main", "index": 0}]]},
        "First": {"main": [[{"node": "Fields", "type": "main", "index": 0}]]},
        "Fields": {"main": [[{"node": "End", "type": "main", "index": 0}]]}},
       "settings": {"executionOrder": "v1"}}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"={{ $('Gone').item.json.x }}", "={{ 1 + }}"})
  void it_runs_up_to_an_expression_that_cannot_be_evaluated(String expression) throws IOException {
    Path file = file(STALE.replace("EXPRESSION", expression));
    Called validate = Called.with("validate", file);
    assertThat(validate.exit()).isZero();
    assertThat(validate.out().lines()).hasSize(1).first().asString().contains("warning: Fields, ");

    Called run = Called.with("run", file, "--home", folder.resolve("home"), "--json", "--all");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.json().get("error").toString()).contains("\"node\":\"Fields\"");
    assertThat(run.json().get("nodes").toString()).contains("First").doesNotContain("End");
  }

  @Test
  void the_policy_of_the_node_holds_for_such_an_expression() throws IOException {
    Path file =
        file(
            STALE
                .replace("EXPRESSION", "={{ 1 + }}")
                .replace("\"name\": \"Fields\"", "\"name\": \"Fields\", \"continueOnFail\": true"));
    Called run = Called.with("run", file, "--home", folder.resolve("home"), "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("nodes").toString()).startsWith("{\"End\":[[{\"json\":{\"error\":");
  }

  @Test
  void validate_says_once_what_is_to_be_said_of_many_nodes() throws IOException {
    StringBuilder nodes = new StringBuilder("{\"nodes\": [");
    for (int i = 1; i <= 5; i++) {
      nodes.append(
          "{\"name\": \"Mail %d\", \"type\": \"n8n-nodes-base.gmail\", \"position\": [0, %d],"
                  .formatted(i, i * 100)
              + "\"credentials\": {\"gmailOAuth2\": {\"name\": \"Mine\"}}},");
    }
    Path file = file(nodes + "{\"name\": \"T\", \"type\": \"n8n-nodes-base.manualTrigger\"}]}");

    assertThat(Called.with("validate", file).out().lines())
        .contains(
            file
                + ": warning: 5 nodes (Mail 1, Mail 2, Mail 3 and 2 more), type:"
                + " “n8n-nodes-base.gmail” is not available here and cannot run: pin data on it,"
                + " disable it or replace it",
            file
                + ": warning: 5 nodes (Mail 1, Mail 2, Mail 3 and 2 more), credentials.gmailOAuth2:"
                + " the slot “gmailOAuth2”, in n8n filled with “Mine”, is empty, since files hold no"
                + " secrets: fill in what you put in the node's place");
    assertThat(Called.with("validate", file, "--json").json().toString().split("Mine", -1))
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | the file holds an empty list, which is no workflow: n8n's have a list “nodes”",
        "{} | the file holds an empty object, which is no workflow",
        "{\"name\": \"x\"} | the file holds an object without “nodes”, which is no workflow",
        "{\"nodes\": 7} | the file holds an object of which “nodes” is no list",
        "\"x\" | the file holds a text, which is no workflow",
        "<html></html> | the file is a web page or XML, not JSON",
        "{\"nodes\": [{\"name\": | the text ends too early (line 1, column 20): correct it there, copy"
      })
  void a_file_that_is_no_workflow_is_told_in_one_line(String text, String told) throws IOException {
    Path file = file(text);
    assertThat(Called.with("validate", file).out().lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(file + ": error: " + told);
    assertThat(Called.with("run", file, "--home", folder.resolve("home")).err().lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("concertmaster: " + file + ": " + told);
  }

  @Test
  void a_credential_is_told_once_with_its_node_and_what_to_do() throws IOException {
    Path file =
        file(
            """
            {"nodes": [
              {"name": "Begin", "type": "n8n-nodes-base.manualTrigger", "position": [0, 0]},
              {"name": "Ask", "type": "n8n-nodes-base.httpRequest", "typeVersion": 4.2,
               "position": [200, 0], "parameters": {"url": "http://127.0.0.1:9/",
                "authentication": "genericCredentialType", "genericAuthType": "httpHeaderAuth"},
               "credentials": {"httpHeaderAuth": {"id": "1", "name": "Shop"}}}],
             "connections": {"Begin": {"main": [[{"node": "Ask", "type": "main", "index": 0}]]}}}
            """);
    assertThat(Called.with("validate", file).out().lines())
        .containsExactly(
            file
                + ": warning: Ask, credentials.httpHeaderAuth: files hold no secrets: set the"
                + " credential “shop” here, which in n8n is “Shop”, or choose another one in the"
                + " node's settings");
    Called run = Called.with("run", file, "--home", folder.resolve("home"), "--json");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.json().get("error").toString())
        .contains("\"node\":\"Ask\"", "there is no credential “shop” here");
  }

  @Test
  void an_order_written_as_code_sorts() throws IOException {
    Path file =
        file(
            """
            {"nodes": [
              {"name": "Begin", "type": "n8n-nodes-base.manualTrigger", "position": [0, 0]},
              {"name": "Rows", "type": "n8n-nodes-base.noOp", "position": [200, 0]},
              {"name": "Order", "type": "n8n-nodes-base.sort", "typeVersion": 1,
               "position": [400, 0], "parameters": {"type": "code",
                "code": "field = 'n';\\nreturn a.json[field] - b.json[field];"}}],
             "connections": {
              "Begin": {"main": [[{"node": "Rows", "type": "main", "index": 0}]]},
              "Rows": {"main": [[{"node": "Order", "type": "main", "index": 0}]]}},
             "pinData": {"Rows": [{"json": {"n": 3}}, {"json": {"n": 1}}, {"json": {"n": 2}}]}}
            """);
    Called run = Called.with("run", file, "--home", folder.resolve("home"), "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.json().get("nodes").toString())
        .isEqualTo(
            "{\"Order\":[[{\"json\":{\"n\":1},\"paired\":[{\"item\":1,\"input\":0}]},"
                + "{\"json\":{\"n\":2},\"paired\":[{\"item\":2,\"input\":0}]},"
                + "{\"json\":{\"n\":3},\"paired\":[{\"item\":0,\"input\":0}]}]]}");
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
