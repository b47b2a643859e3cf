package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveDuplicatesTest {
  private static Item item(String json) {
    return Item.of(Json.parseObject(json));
  }

  @Test
  void the_first_of_equal_items_stays() throws Exception {
    assertThat(
            NodeRun.of(new RemoveDuplicates())
                .input(
                    item("{\"a\":1,\"b\":[1]}"),
                    item("{\"a\":2}"),
                    item("{\"b\":[1.0],\"a\":1.0}"),
                    item("{\"a\":2,\"b\":null}"),
                    item("{\"a\":\"1\",\"b\":[1]}"))
                .run()
                .items())
        .containsExactly(
            item("{\"a\":1,\"b\":[1]}").pairedTo(0, 0),
            item("{\"a\":2}").pairedTo(1, 0),
            item("{\"a\":\"1\",\"b\":[1]}").pairedTo(4, 0));
  }

  @Test
  void selected_fields_or_all_but_some_are_compared() throws Exception {
    NodeRun run =
        NodeRun.of(new RemoveDuplicates())
            .input(
                item("{\"id\":1,\"c\":{\"n\":\"Ann\"}}"),
                item("{\"id\":2,\"c\":{\"n\":\"Ann\"}}"),
                item("{\"id\":3,\"c\":{\"n\":\"Bob\"}}"));

    assertThat(run.with("compare", "selected").with("fields", List.of("c.n")).run().records())
        .extracting(record -> record.get("id"))
        .containsExactly(1L, 3L);
    assertThat(run.with("compare", "except").with("fields", List.of("id")).run().records())
        .extracting(record -> record.get("id"))
        .containsExactly(1L, 3L);
  }

  @Test
  void values_side_by_side_are_not_run_together() throws Exception {
    assertThat(
            NodeRun.of(new RemoveDuplicates())
                .with("compare", "selected")
                .with("fields", List.of("a", "b"))
                .input(
                    item("{\"a\":\"x\",\"b\":\"yz\"}"),
                    item("{\"a\":\"xy\",\"b\":\"z\"}"),
                    item("{\"a\":[[],1]}"),
                    item("{\"a\":[[1]]}"))
                .run()
                .items())
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3_200, 64_000, 1 << 24})
  void more_than_memory_holds_gives_the_same_in_the_same_order(long allowance) throws Exception {
    Random random = new Random(11);
    List<Item> items = new ArrayList<>();
    List<Item> expected = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < 8_000; i++) {
      Item item = Item.of(JsonObject.of("k", random.nextInt(3_000), "s", "same"));
      items.add(item);
      if (seen.add(item.json())) {
        expected.add(item.pairedTo(i, 0));
      }
    }

    assertThat(
            NodeRun.of(new RemoveDuplicates())
                .allowance(allowance)
                .input(items.toArray(Item[]::new))
                .run()
                .items())
        .isEqualTo(expected);
  }

  @Test
  void other_fields_can_be_removed_and_missing_ones_refused() throws Exception {
    NodeRun run =
        NodeRun.of(new RemoveDuplicates())
            .with("compare", "selected")
            .with("fields", List.of("a"))
            .input(
                Item.of(JsonObject.of("a", 1, "b", 1)),
                Item.of(JsonObject.of("a", 1, "b", 2)),
                Item.of("c", 3));
    assertThat(run.with("removeOthers", true).run().records())
        .containsExactly(JsonObject.of("a", 1), JsonObject.empty());
    assertThat(run.with("mustExist", true).run().error()).hasMessageContaining("“a”");
  }

  @Test
  void a_field_of_several_types_can_be_refused() throws Exception {
    NodeRun run =
        NodeRun.of(new RemoveDuplicates())
            .input(item("{\"id\":1}"), item("{\"id\":null}"), item("{\"id\":\"1\"}"));

    assertThat(run.run().records()).hasSize(3);
    NodeException same = run.with("types", "same").run().error();
    assertThat(same)
        .hasMessage(
            "The field “id” is a text here and a number in the items before: give it one type"
                + " first, with Edit fields");
    assertThat(same.item()).hasValue(2);
    assertThat(run.with("types", "strict").run().error().item()).hasValue(1);
  }

  @Test
  void types_are_held_to_in_all_compared_fields_and_in_no_other() throws Exception {
    NodeRun run =
        NodeRun.of(new RemoveDuplicates())
            .with("types", "same")
            .input(
                item("{\"a\":{\"b\":[1]},\"c\":true}"), item("{\"a\":{\"b\":[\"x\"]},\"c\":true}"));

    assertThat(run.run().error()).hasMessageContaining("“a.b.0” is a text");
    assertThat(run.with("dots", false).run().records()).hasSize(2);
    assertThat(run.with("compare", "except").with("fields", List.of("a")).run().records())
        .hasSize(1);
    assertThat(run.with("compare", "selected").with("fields", List.of("c")).run().records())
        .hasSize(1);
  }
}
