package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import org.junit.jupiter.api.Test;

class MarkRunTest {
  @Test
  void the_run_is_marked_and_items_pass() throws Exception {
    Outcome outcome =
        NodeRun.of(new MarkRun())
            .withPerItem(
                "marks",
                item ->
                    JsonArray.of(JsonObject.of("name", "order", "value", item.json().get("id"))))
            .input(Item.of("id", 1), Item.of("id", 2))
            .run();

    assertThat(outcome.runData().customData()).containsEntry("order", "2");
    assertThat(outcome.items())
        .containsExactly(Item.of("id", 1).pairedTo(0, 0), Item.of("id", 2).pairedTo(1, 0));
  }
}
