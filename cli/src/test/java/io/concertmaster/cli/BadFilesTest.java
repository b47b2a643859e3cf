package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is wrong with a file is told in one line, with the right exit code, and the file stays as it
 * is.
 */
final class BadFilesTest {
  private static final String GOOD =
      """
      {
        "format": 1,
        "id": "good",
        "name": "Good",
        "nodes": {
          "start": { "type": "trigger.manual", "version": 1, "name": "Start" },
          "pass": { "type": "flow.noOp", "version": 1, "name": "Pass" }
        },
        "connections": [
          "start -> pass"
        ]
      }
      """;

  @TempDir Path folder;

  @Test
  void a_good_file_runs() throws IOException {
    Called run = Called.with("run", file(GOOD), "--home", folder.resolve("home"), "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("status")).isEqualTo("succeeded");
    assertThat(run.json().get("nodes").toString())
        .isEqualTo("{\"Pass\":[[{\"json\":{},\"paired\":[{\"item\":0,\"input\":0}]}]]}");
  }

  @Test
  void truncated_json_is_told_with_its_place() throws IOException {
    refused(GOOD.substring(0, 120), "ends too early", "line");
  }

  @Test
  void an_unknown_node_type_is_told_with_the_node() throws IOException {
    refused(GOOD.replace("flow.noOp", "flow.nope"), "Pass", "flow.nope");
  }

  @Test
  void an_unknown_parameter_is_told_with_the_node_and_the_parameter() throws IOException {
    refused(
        GOOD.replace("\"name\": \"Pass\"", "\"name\": \"Pass\", \"parameters\": { \"colour\": 1 }"),
        "Pass",
        "colour");
  }

  @Test
  void a_newer_format_asks_for_an_update() throws IOException {
    refused(GOOD.replace("\"format\": 1", "\"format\": 2"), "format 2", "newer");
  }

  @Test
  void a_file_of_20_mb_is_too_large() throws IOException {
    refused(GOOD.replace("\"Good\"", "\"" + "x".repeat(20_000_000) + "\""), "16");
  }

  @Test
  void a_depth_of_200_is_too_deep() throws IOException {
    String deep = "[".repeat(200) + "]".repeat(200);
    refused(
        GOOD.replace(
            "\"name\": \"Pass\"", "\"name\": \"Pass\", \"parameters\": { \"x\": " + deep + " }"),
        "64");
  }

  @Test
  void a_cycle_without_an_exit_is_told_with_a_node_of_it() throws IOException {
    String cycle = GOOD.replace("\"start -> pass\"", "\"start -> pass\",\n    \"pass -> pass\"");
    refused(cycle, "Pass", "loop");
  }

  @Test
  void a_missing_file_is_told_with_its_path() {
    Called run = Called.with("run", folder.resolve("nowhere.workflow.json"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("nowhere.workflow.json");
  }

  @Test
  void a_mistyped_command_is_no_file_that_could_be_opened() {
    Called call = Called.with("rum");
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.err().lines()).hasSize(1).first().asString().contains("“rum”", "--help");
    Called missing = Called.with(folder.resolve("nowhere.workflow.json"));
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err().lines()).hasSize(1).first().asString().contains("check the path");
  }

  @Test
  void what_is_wrong_with_others_is_told_beside_a_missing_file() throws IOException {
    Path broken = file("{");
    Called call = Called.with("validate", folder.resolve("nowhere.workflow.json"), broken);
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.out()).contains(broken.getFileName().toString());
    assertThat(call.err()).contains("nowhere.workflow.json");
  }

  @Test
  void all_missing_files_are_named_at_once() throws IOException {
    Path one = folder.resolve("one.workflow.json");
    Path two = folder.resolve("two.workflow.json");
    String told = "there is no file " + one + ", " + two + ": check the paths";
    assertThat(Called.with("validate", one, two).err()).contains(told);
    Called beside = Called.with("validate", one, file("{"), two);
    assertThat(beside.exit()).isEqualTo(2);
    assertThat(beside.err().lines()).hasSize(1).first().asString().endsWith(told);
  }

  @Test
  void a_workflow_without_nodes_is_told() throws IOException {
    Path begun =
        file(
            """
            {"format": 1, "id": "begun", "name": "Begun", "nodes": {}, "connections": []}
            """);
    Called call = Called.with("validate", begun);
    assertThat(call.exit()).isZero();
    assertThat(call.out()).contains("warning: there are no nodes, so nothing can run");
  }

  private Path form(String field, String element) throws IOException {
    return Files.writeString(
        folder.resolve("ask.form.json"),
        """
        {
          "format": 1, "id": "ask", "name": "Ask",
          "schema": { "type": "object", "properties": { "email": { "type": "string", %s } } },
          "ui": { "type": "VerticalLayout", "elements": [ { "type": "%s", "scope": "#/properties/email" } ] }
        }
        """
            .formatted(field, element));
  }

  @Test
  void a_form_that_cannot_be_used_is_an_error_with_its_place() throws IOException {
    Called pattern =
        Called.with("validate", form("\"title\": \"E-mail\", \"pattern\": \"[\"", "Control"));
    assertThat(pattern.exit()).isEqualTo(1);
    assertThat(pattern.out())
        .contains(
            "ask.form.json: error: schema.properties.email.pattern: the pattern “[” is not right");
    Called element = Called.with("validate", form("\"title\": \"E-mail\"", "Contrl"), "--json");
    assertThat(element.exit()).isEqualTo(1);
    assertThat(element.out()).contains("ui.elements[0]", "bad_form", "“Contrl” is not known");
  }

  @Test
  void what_some_people_cannot_use_in_a_form_is_a_warning() throws IOException {
    Called call = Called.with("validate", form("\"title\": \"\"", "Control"));
    assertThat(call.exit()).isZero();
    assertThat(call.out())
        .contains("warning: ui.elements[0]: The field “email” has no label: give it one");
    Called good = Called.with("validate", form("\"title\": \"E-mail\"", "Control"));
    assertThat(good.out()).contains("no problems");
  }

  @Test
  void a_home_that_is_a_file_is_refused_in_words() throws IOException {
    Path taken = file("{}");
    Called call = Called.with("runs", "prune", "--older-than", "1d", "--home", taken);
    assertThat(call.exit()).isEqualTo(2);
    assertThat(call.err())
        .contains(
            taken + " cannot be used as a home: there is a file " + taken + "; choose another");
  }

  @Test
  void a_home_without_runs_has_an_empty_list() {
    Called call = Called.with("runs", "list", "--json", "--home", folder);
    assertThat(call.exit()).isZero();
    assertThat(Json.parse(call.out())).isEqualTo(JsonArray.empty());
    assertThat(Called.with("runs", "list", "--home", folder.resolve("nowhere")).exit())
        .isEqualTo(2);
  }

  @Test
  void a_run_that_has_ended_is_neither_taken_up_nor_ended_again() throws IOException {
    Path home = folder.resolve("home");
    Path sample = SampleRun.samples().resolve("order-approval.workflow.json");
    Path flow = Files.copy(sample, folder.resolve("order.workflow.json"));
    Files.copy(sample.resolveSibling("order.form.json"), folder.resolve("order.form.json"));
    assertThat(Called.with("run", flow, "--home", home).exit()).isZero();
    for (String command : new String[] {"resume", "cancel"}) {
      Called call = Called.with("runs", command, "1", "--home", home);
      assertThat(call.err()).contains("run 1 had ended already: nothing was done");
      assertThat(call.exit()).isZero();
    }
  }

  /** {@code run} refuses it in one line with exit 2, {@code validate} lists it with exit 1. */
  private void refused(String text, String... told) throws IOException {
    Path file = file(text);
    Called run = Called.with("run", file, "--home", folder.resolve("home"), "--json");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("concertmaster: ").contains(told);
    Called validate = Called.with("validate", file);
    assertThat(validate.exit()).isEqualTo(1);
    assertThat(validate.out()).contains(told);
    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(folder.resolve("home")).as("nothing was started").doesNotExist();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("case.workflow.json"), text);
  }
}
