package io.concertmaster.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NodeRunTest {
  @Test
  void a_setting_by_function_is_read_for_each_item_and_others_have_their_defaults()
      throws Exception {
    Outcome outcome =
        NodeRun.of(new Doubler())
            .withPerItem("number", item -> item.json().get("n"))
            .input(Item.of("n", 4), Item.of("n", 5))
            .run();

    assertThat(outcome.records())
        .containsExactly(JsonObject.of("product", 8L), JsonObject.of("product", 10L));
    assertThat(outcome.items().get(1).paired()).containsExactly(new Paired(1, 0));
    assertThat(outcome.result()).contains(NodeResult.done());
    assertThat(outcome.log()).containsExactly("2 items");
  }

  @Test
  void items_put_aside_are_told_with_position_and_reason() throws Exception {
    Outcome outcome =
        NodeRun.of(new Doubler())
            .withPerItem("number", item -> item.json().get("n"))
            .with("factor", 3)
            .input(Item.of("n", 4), Item.of("n", "four"))
            .run();

    assertThat(outcome.records()).containsExactly(JsonObject.of("product", 12L));
    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(rejected -> {
          assertThat(rejected.position()).isEqualTo(1);
          assertThat(rejected.error()).hasMessageContaining("must be a number");
        });
  }

  @Test
  void stopping_at_the_first_item_that_fails_names_the_item() throws Exception {
    Outcome outcome =
        NodeRun.of(new Doubler())
            .withPerItem(
                "number",
                item -> {
                  throw new FailedExpression("“n” is not defined");
                })
            .input(Item.of("m", 1))
            .stopAtReject()
            .run();

    assertThat(outcome.error()).hasMessage("“n” is not defined");
    assertThat(outcome.error().item()).hasValue(0);
    assertThat(outcome.error().property()).isEqualTo("number");
    assertThatThrownBy(outcome::items).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_property_that_the_node_lacks_is_refused_at_once() {
    NodeRun run = NodeRun.of(new Doubler());

    assertThatThrownBy(() -> run.with("faktor", 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("faktor");
  }

  @Test
  void files_given_along_can_be_read() throws Exception {
    NodeRun run = NodeRun.of(new Doubler()).with("number", 1);
    BinaryData file = run.file("a.txt", "text/plain", "abc".getBytes(StandardCharsets.UTF_8));

    assertThat(run.run().bytes(file)).asString().isEqualTo("abc");
    assertThat(file.size()).isEqualTo(3);
    assertThatThrownBy(() -> run.run().bytes(new BinaryData("other", "b.txt", "text/plain", 1)))
        .isInstanceOf(NodeException.class);
  }
}
