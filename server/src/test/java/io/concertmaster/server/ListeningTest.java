package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whoever looks after a server sees for what workflows wait, and what keeps them from it. */
class ListeningTest extends ServerFixture {
  private static final String ONE = "/api/v1/workflows/awaits";

  private JsonObject trigger() throws Exception {
    JsonObject listening = (JsonObject) get(ONE).json().get("listening");
    return (JsonObject) ((JsonArray) listening.get("triggers")).getFirst();
  }

  @Test
  void anActiveWorkflowSaysForWhatItWaits() throws Exception {
    live(
        WorkflowBuilder.workflow("Awaits")
            .id("awaits")
            .node("clock", "trigger.schedule", "Nightly")
            .parameter("clock", "times", JsonArray.of(JsonObject.of("unit", "days", "hour", 3))));
    assertThat(get(ONE).json()).doesNotContainKey("listening");
    post(ONE + "/activate", null);

    assertThat((JsonObject) get(ONE).json().get("listening"))
        .containsEntry("running", 0L)
        .containsEntry("waiting", 0L)
        .containsKey("since");
    assertThat(trigger())
        .containsEntry("node", "clock")
        .containsEntry("name", "Nightly")
        .hasEntrySatisfying(
            "awaits", words -> assertThat((String) words).startsWith("every day at 03:00"))
        .doesNotContainKeys("last", "lastRun", "problem");
    assertThat(Instant.parse((String) trigger().get("next"))).isAfter(Instant.now());

    post(ONE + "/deactivate", null);
    assertThat(get(ONE).json()).doesNotContainKey("listening");
  }

  @Test
  void whatIsCalledSaysWhere() throws Exception {
    live(
        WorkflowBuilder.workflow("Awaits")
            .id("awaits")
            .node("hook", "trigger.webhook", "Call")
            .parameter("hook", "path", "orders/:id")
            .parameter("hook", "methods", JsonArray.of("POST")));
    post(ONE + "/activate", null);
    assertThat(trigger()).containsEntry("path", "/hooks/orders/:id");

    put("/api/v1/projects/other", JsonObject.of("name", "Other"));
    put(ONE + "?project=other", get(ONE + "/versions/live").json().get("workflow"));
    post(ONE + "/live?project=other", JsonObject.empty());
    post(ONE + "/activate?project=other", null);
    assertThat(get(ONE + "?project=other").json().get("listening").toString())
        .contains("\"path\":\"/p/other/hooks/orders/:id\"");
  }

  @Test
  void aFolderThatIsNotThereIsTold() throws Exception {
    live(
        WorkflowBuilder.workflow("Awaits")
            .id("awaits")
            .node("files", "trigger.file", "Orders")
            .parameter("files", "folder", "orders")
            .parameter("files", "every", 1));
    post(ONE + "/activate", null);
    await(true);
    assertThat((String) trigger().get("problem")).contains("orders");

    Files.createDirectories(home.resolve("workflows/orders"));
    await(false);
  }

  private void await(boolean problem) throws Exception {
    for (int i = 0; i < 500 && trigger().containsKey("problem") != problem; i++) {
      Thread.sleep(20);
    }
    assertThat(trigger().containsKey("problem")).isEqualTo(problem);
  }
}
