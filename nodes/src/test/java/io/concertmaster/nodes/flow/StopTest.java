package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import org.junit.jupiter.api.Test;

class StopTest {
  @Test
  void the_node_fails_with_the_message_for_the_first_item() throws Exception {
    assertThat(
            NodeRun.of(new Stop())
                .withPerItem("message", item -> "Order " + item.json().get("id") + " is bad")
                .input(Item.of("id", 7), Item.of("id", 8))
                .run()
                .error())
        .hasMessage("Order 7 is bad");
  }

  @Test
  void without_a_message_it_fails_too_and_asks_for_one() throws Exception {
    assertThat(NodeRun.of(new Stop()).run().error().property()).isEqualTo("message");
  }

  @Test
  void an_object_says_the_reason_in_its_own_words() throws Exception {
    NodeRun run = NodeRun.of(new Stop()).with("kind", "object");

    assertThat(run.with("object", "{\"description\": \"no stock\"}").run().error())
        .hasMessage("no stock");
    assertThat(run.with("object", JsonObject.of("code", 7)).run().error())
        .hasMessage("Error: {\"code\":7}");
    assertThat(run.with("object", "[1]").run().error().property()).isEqualTo("object");
  }
}
