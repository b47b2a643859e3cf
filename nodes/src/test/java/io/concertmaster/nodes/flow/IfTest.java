package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import org.junit.jupiter.api.Test;

class IfTest {
  @Test
  void items_part_and_keep_their_order() throws Exception {
    Outcome outcome =
        NodeRun.of(new If())
            .withPerItem(
                "conditions",
                item ->
                    JsonArray.of(
                        JsonObject.of("left", item.json().get("n"), "is", "greaterThan")
                            .with("right", 10)))
            .input(Item.of("n", 12), Item.of("n", 7), Item.of("n", "x"), Item.of("n", 11))
            .run();

    assertThat(outcome.items(0))
        .containsExactly(Item.of("n", 12).pairedTo(0, 0), Item.of("n", 11).pairedTo(3, 0));
    assertThat(outcome.items(1)).containsExactly(Item.of("n", 7).pairedTo(1, 0));
    assertThat(outcome.rejected()).singleElement().returns(2L, Outcome.Rejected::position);
  }
}
