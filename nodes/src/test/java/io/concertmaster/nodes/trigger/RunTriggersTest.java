package io.concertmaster.nodes.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import org.junit.jupiter.api.Test;

/** Triggers of runs that other runs are the reason of. */
class RunTriggersTest {
  @Test
  void aCalledWorkflowSendsOnWhatItWasGiven() throws Exception {
    assertThat(NodeRun.of(new SubworkflowTrigger()).input(Item.of("a", 1)).run().records())
        .containsExactly(JsonObject.of("a", 1));
  }

  @Test
  void aCalledWorkflowThatSaysItsFieldsGetsJustThose() throws Exception {
    assertThat(
            NodeRun.of(new SubworkflowTrigger())
                .with("fields", JsonArray.of("a", "b"))
                .input(Item.of(JsonObject.of("a", 1, "c", 2)))
                .run()
                .records())
        .containsExactly(JsonObject.of("a", 1).with("b", null));
  }

  @Test
  void aFailureIsSentOnAndByHandAnExampleIs() throws Exception {
    JsonObject failure = Json.parseObject("{\"execution\":{\"id\":\"7\"}}");
    assertThat(NodeRun.of(new ErrorTrigger()).input(Item.of(failure)).run().records())
        .containsExactly(failure);
    JsonObject example =
        NodeRun.of(new ErrorTrigger())
            .input(Item.of(JsonObject.empty()))
            .run()
            .records()
            .getFirst();
    assertThat(example.keySet()).containsExactly("execution", "workflow");
  }
}
