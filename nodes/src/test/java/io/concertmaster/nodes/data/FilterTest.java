package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import org.junit.jupiter.api.Test;

class FilterTest {
  private static JsonArray over(Item item, int limit) {
    return JsonArray.of(
        JsonObject.of("left", item.json().get("total"), "is", "greaterThan").with("right", limit));
  }

  @Test
  void what_meets_the_conditions_goes_on_in_its_order() throws Exception {
    Outcome outcome =
        NodeRun.of(new Filter())
            .withPerItem("conditions", item -> over(item, 10))
            .input(Item.of("total", 12), Item.of("total", 10), Item.of("total", 11))
            .run();

    assertThat(outcome.items())
        .containsExactly(Item.of("total", 12).pairedTo(0, 0), Item.of("total", 11).pairedTo(2, 0));
  }

  @Test
  void an_item_that_cannot_be_compared_is_put_aside_alone() throws Exception {
    Outcome outcome =
        NodeRun.of(new Filter())
            .withPerItem("conditions", item -> over(item, 10))
            .input(Item.of("total", "n/a"), Item.of("total", 11))
            .run();

    assertThat(outcome.records()).containsExactly(JsonObject.of("total", 11));
    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(rejected -> {
          assertThat(rejected.position()).isZero();
          assertThat(rejected.error().property()).isEqualTo("conditions[0]");
        });
  }
}
