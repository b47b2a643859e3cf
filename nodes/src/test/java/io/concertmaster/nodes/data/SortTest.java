package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {
  private static String sorted(String keys, Object... values) throws InterruptedException {
    return sorted(NodeRun.of(new Sort()), keys, values);
  }

  private static String sorted(NodeRun run, String keys, Object... values)
      throws InterruptedException {
    Item[] items = Arrays.stream(values).map(v -> Item.of("v", v)).toArray(Item[]::new);
    return run.with("keys", Json.parse(keys)).input(items).run().records().stream()
        .map(record -> record.get("v"))
        .toList()
        .toString();
  }

  @Test
  void numbers_come_by_value_and_texts_by_the_alphabet_behind_them() throws Exception {
    assertThat(sorted("[{\"field\":\"v\"}]", "b", 10, 9.5, "a", null, true, 9))
        .isEqualTo("[9, 9.5, 10, a, b, true, null]");
  }

  @Test
  void descending_turns_the_order_but_nothing_stays_last() throws Exception {
    assertThat(sorted("[{\"field\":\"v\",\"order\":\"desc\"}]", 1, null, 3, 2))
        .isEqualTo("[3, 2, 1, null]");
  }

  @Test
  void texts_can_be_compared_as_numbers_and_numbers_as_texts() throws Exception {
    assertThat(sorted("[{\"field\":\"v\"}]", "10", "9")).isEqualTo("[10, 9]");
    assertThat(sorted("[{\"field\":\"v\",\"as\":\"number\"}]", "10", "x", "9"))
        .isEqualTo("[9, 10, x]");
    assertThat(sorted("[{\"field\":\"v\",\"as\":\"text\"}]", 10, 9)).isEqualTo("[10, 9]");
  }

  @Test
  void case_can_be_ignored() throws Exception {
    assertThat(sorted("[{\"field\":\"v\"}]", "b", "A", "a", "B")).isEqualTo("[A, B, a, b]");
    assertThat(
            sorted(
                NodeRun.of(new Sort()).with("ignoreCase", true),
                "[{\"field\":\"v\"}]",
                "b",
                "A",
                "a",
                "B"))
        .isEqualTo("[A, a, b, B]");
  }

  @Test
  void no_key_and_an_unknown_order_are_errors() throws Exception {
    assertThat(NodeRun.of(new Sort()).run().error()).hasMessageContaining("nothing to sort by");
    assertThat(
            NodeRun.of(new Sort())
                .with("keys", Json.parse("[{\"field\":\"v\",\"order\":\"up\"}]"))
                .run()
                .error()
                .property())
        .isEqualTo("keys[0].order");
  }

  /** 1 byte: every item is a run of its own, so runs are merged in several passes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 3_000, 1 << 20})
  void more_than_memory_holds_comes_in_the_same_stable_order(long allowance) throws Exception {
    Random random = new Random(7);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      items.add(Item.of(JsonObject.of("k", random.nextInt(50), "g", "x" + random.nextInt(3))));
    }
    List<Item> expected = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      expected.add(items.get(i).pairedTo(i, 0));
    }
    expected.sort(
        Comparator.comparing((Item item) -> (String) item.json().get("g"))
            .reversed()
            .thenComparing(item -> (Long) item.json().get("k")));

    assertThat(
            NodeRun.of(new Sort())
                .allowance(allowance)
                .with(
                    "keys", Json.parse("[{\"field\":\"g\",\"order\":\"desc\"},{\"field\":\"k\"}]"))
                .input(items.toArray(Item[]::new))
                .run()
                .items())
        .isEqualTo(expected);
  }

  @Test
  void the_order_can_be_left_to_chance() throws Exception {
    Item[] items = LongStream.range(0, 100).mapToObj(i -> Item.of("n", i)).toArray(Item[]::new);
    List<JsonObject> shuffled =
        NodeRun.of(new Sort())
            .allowance(1_000)
            .with("order", "random")
            .input(items)
            .run()
            .records();

    assertThat(shuffled)
        .containsExactlyInAnyOrderElementsOf(Stream.of(items).map(Item::json).toList())
        .isNotEqualTo(Stream.of(items).map(Item::json).toList());
  }

  @Test
  void a_field_that_no_item_has_can_be_an_error() throws Exception {
    NodeRun run =
        NodeRun.of(new Sort())
            .with("keys", Json.parse("[{\"field\":\"b\"}]"))
            .input(Item.of("a", 1));
    assertThat(run.run().items()).hasSize(1);
    assertThat(run.with("mustExist", true).run().error()).hasMessageContaining("“b”");
  }
}
