package io.concertmaster.nodes.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeResult;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskTest {
  private static final Item ORDER = Item.of("total", 12_000);

  @Test
  void itSaysWhatIsAskedOfWhomAndWaits() throws Exception {
    Outcome outcome =
        NodeRun.of(new Task())
            .with("title", "Approve order 4711")
            .with("description", "Over **10,000**")
            .with("assignee", "ria@example.com")
            .input(ORDER)
            .run();

    assertThat(outcome.told())
        .contains(
            JsonObject.of("kind", "task", "title", "Approve order 4711")
                .with("asks", "approval")
                .with("text", "Over **10,000**")
                .with("assignee", "ria@example.com"));
    assertThat(outcome.result()).contains(NodeResult.waitForCall());
    assertThat(outcome.items()).isEmpty();
  }

  @Test
  void whatIsOverdueLeavesByItsOwnOutputWhenTheTimeIsOver() throws Exception {
    Outcome outcome =
        NodeRun.of(new Task())
            .with("title", "A")
            .with("due", "hours")
            .with("hours", 1.5)
            .with("reminder", 0.5)
            .input(ORDER)
            .run();

    assertThat(outcome.result())
        .contains(NodeResult.waitForCall(NodeRun.STARTED.plus(Duration.ofMinutes(90))));
    assertThat(outcome.told().orElseThrow().get("remind"))
        .isEqualTo(NodeRun.STARTED.plus(Duration.ofMinutes(60)).toString());
    assertThat(outcome.records(2)).containsExactly(ORDER.json());
  }

  @Test
  void itsWaysFollowWhatItAsksFor() {
    Task task = new Task();

    assertThat(task.outputs(JsonObject.empty()))
        .extracting(Port::id)
        .containsExactly("approved", "rejected");
    assertThat(task.outputs(JsonObject.of("kind", "form", "due", "hours")))
        .extracting(Port::id)
        .containsExactly("answered", "overdue");
  }

  @Test
  void aFormsFileIsAskedAsItIsWhenTheTaskIsMade(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("check.form.json"),
        "{\"format\": 1, \"id\": \"check\", \"name\": \"Check\", \"schema\": {\"type\": \"object\"}}");

    Outcome outcome =
        NodeRun.of(new Task())
            .with("title", "A")
            .with("kind", "form")
            .with("form", "check.form.json")
            .folder(folder)
            .input(ORDER)
            .run();

    assertThat(((JsonObject) outcome.told().orElseThrow().get("form")).get("id"))
        .isEqualTo("check");
  }

  @Test
  void aFormThatIsNotThereIsToldByItsName(@TempDir Path folder) throws Exception {
    Outcome outcome =
        NodeRun.of(new Task())
            .with("title", "A")
            .with("kind", "form")
            .with("form", "none.form.json")
            .folder(folder)
            .input(ORDER)
            .run();

    assertThat(outcome.error())
        .hasMessage(
            "the form “none.form.json” is not there: choose a *.form.json beside the workflow");
  }

  @Test
  void fieldsMayStandInTheTaskItself() throws Exception {
    JsonArray fields = JsonArray.of(JsonObject.of("label", "Reason"));

    Outcome outcome =
        NodeRun.of(new Task())
            .with("title", "A")
            .with("kind", "form")
            .with("fields", fields)
            .input(ORDER)
            .run();

    assertThat((JsonArray) outcome.told().orElseThrow().get("fields")).hasSize(1);
  }
}
