package io.concertmaster.nodes.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import org.junit.jupiter.api.Test;

class ManualTriggerTest {
  @Test
  void a_run_without_input_begins_with_one_empty_item() throws Exception {
    assertThat(NodeRun.of(new ManualTrigger()).run().records()).containsExactly(JsonObject.empty());
  }

  @Test
  void what_the_run_was_given_goes_on() throws Exception {
    assertThat(
            NodeRun.of(new ManualTrigger()).input(Item.of("a", 1), Item.of("a", 2)).run().items())
        .containsExactly(Item.of("a", 1), Item.of("a", 2));
  }
}
