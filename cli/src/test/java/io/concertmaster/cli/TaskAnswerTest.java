package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that the command line answers are judged as their pages judge them. */
final class TaskAnswerTest {
  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void home() {
    home = folder.resolve("home");
  }

  private void waits(WorkflowBuilder workflow) throws Exception {
    Path file = folder.resolve("task.workflow.json");
    WorkflowFiles.save(workflow.build(), file);
    Path items = Files.writeString(folder.resolve("items.json"), "[{\"order\": 4711}]");
    Called run = Called.with("run", file, "--input", items, "--home", home);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("waits for an answer");
  }

  private static WorkflowBuilder approval() {
    return WorkflowBuilder.workflow("Approving")
        .node("start", "trigger.manual")
        .node("task", "flow.task", "Decide")
        .parameter("task", "title", "Approve it")
        .node("yes", "flow.noOp")
        .node("no", "flow.noOp")
        .connect("start -> task", "task:approved -> yes", "task:rejected -> no");
  }

  private Called answered(String answer) throws IOException {
    Path file = Files.writeString(folder.resolve("answer.json"), answer);
    return Called.with("runs", "resume", "1", "--input", file, "--json", "--all", "--home", home);
  }

  @Test
  void a_page_of_a_form_is_judged_by_its_form() throws Exception {
    JsonArray fields =
        JsonArray.of(JsonObject.of("label", "mail", "type", "email").with("required", true));
    waits(
        WorkflowBuilder.workflow("Asking on")
            .node("start", "trigger.manual")
            .node("page", "flow.form", "More")
            .parameter("page", "title", "Your address")
            .parameter("page", "fields", fields)
            .connect("start -> page"));

    Called refused = answered("[{\"mail\": \"nobody\"}]");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .contains("waits at the page “Your address”: “mail”: Write an e-mail address")
        .contains("one object with the fields of its form");
    Called nothing = Called.with("runs", "resume", "1", "--home", home);
    assertThat(nothing.exit()).isEqualTo(2);
    assertThat(nothing.err()).contains("it goes on with an answer only");

    Called taken = answered("[{\"mail\": \"r@example.com\"}]");
    assertThat(taken.exit()).as(taken.err()).isZero();
    assertThat(String.valueOf(taken.json().get("nodes"))).contains("r@example.com", "submittedAt");
  }

  @Test
  void a_rejection_leaves_by_rejected_with_the_item_that_was_held() throws Exception {
    waits(approval());
    Called called =
        answered("[{\"json\": {\"decision\": \"rejected\", \"comment\": \"too dear\"}}]");
    assertThat(called.exit()).as(called.err()).isZero();
    JsonObject nodes = (JsonObject) called.json().get("nodes");
    assertThat(nodes.get("yes")).isNull();
    assertThat(String.valueOf(nodes.get("no")))
        .contains("4711", "\"decision\":\"rejected\"", "too dear");
  }

  @Test
  void what_is_no_decision_is_refused_and_the_task_stays_open() throws Exception {
    waits(approval());
    Called unknown = answered("{\"decision\": \"perhaps\"}");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("“Approve it”", "“decision”", "{\"decision\": \"approved\"}");
    Called several = answered("[{\"decision\": \"approved\"}, {\"decision\": \"approved\"}]");
    assertThat(several.exit()).isEqualTo(2);
    assertThat(several.err()).contains("has 2 objects, not one");
    Called nothing = Called.with("runs", "resume", "1", "--home", home);
    assertThat(nothing.exit()).isEqualTo(2);
    assertThat(nothing.err()).contains("it goes on with an answer only");
    assertThat(answered("{\"decision\": \"approved\"}").exit()).isZero();
  }

  @Test
  void a_form_is_judged_by_its_fields() throws Exception {
    waits(
        WorkflowBuilder.workflow("Asking")
            .node("start", "trigger.manual")
            .node("task", "flow.task", "Ask")
            .parameter("task", "title", "Tell us")
            .parameter("task", "kind", "form")
            .parameter(
                "task",
                "fields",
                JsonArray.of(
                    JsonObject.of("label", "amount", "type", "number").with("required", true)))
            .connect("start -> task"));
    Called wrong = answered("{\"amount\": \"much\"}");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("“amount”", "the fields of its form");
    Called right = answered("{\"amount\": 7}");
    assertThat(right.exit()).as(right.err()).isZero();
    assertThat(right.out().replaceAll("\\s", ""))
        .contains("\"order\":4711", "\"answer\":{\"amount\":7}");
  }
}
