package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
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
}
