package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummarizeTest {
  private static Item sale(Object country, Object total) {
    return Item.of(JsonObject.of("country", country, "total", total));
  }

  private static NodeRun summarize(String calculate, Item... items) {
    return NodeRun.of(new Summarize()).with("calculate", Json.parse(calculate)).input(items);
  }

  @Test
  void each_group_is_one_item_in_the_order_of_first_appearance() throws Exception {
    Outcome outcome =
        summarize(
                "[{\"operation\":\"count\"},{\"operation\":\"sum\",\"field\":\"total\"}]",
                sale("NL", 10),
                sale("DE", 5),
                sale("NL", 2.5))
            .with("groupBy", List.of("country"))
            .run();

    assertThat(outcome.records().toString())
        .isEqualTo(
            "[{\"country\":\"NL\",\"count\":2,\"sum_total\":12.5},"
                + " {\"country\":\"DE\",\"count\":1,\"sum_total\":5}]");
    assertThat(outcome.items().getFirst().paired())
        .containsExactly(new Paired(0, 0), new Paired(2, 0));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          count       | [1,null,"",2]                 | 2
          countUnique | [1,1.0,"1",[1],[1.0],null]    | 3
          sum         | [1,"2"," 3.5 ",null,""]       | 6.5
          sum         | [9223372036854775807,1]       | 9223372036854775808
          sum         | [9223372036854775807,1,-2]    | 9223372036854775806
          sum         | [0.1,0.2,0.3,-0.3,-0.2,-0.1]  | 0
          sum         | [1e100,1,-1e100]              | 1
          sum         | []                            | 0
          average     | [1,2,null,6]                  | 3
          average     | []                            | null
          min         | ["10","9","x"]                | "9"
          max         | [3,12,5]                      | 12
          max         | ["2026-01-02","2025-12-31"]   | "2026-01-02"
          min         | [null]                        | null
          first       | [null,"a","b"]                | "a"
          last        | ["a","b",null]                | "b"
          concatenate | ["a",1,true,null,"b"]         | "a, 1, true, b"
          append      | [1,null,"a",[2]]              | [1,"a",[2]]
          """)
  void values_are_worked_out(String operation, String values, String expected) throws Exception {
    Item[] items =
        ((JsonArray) Json.parse(values))
            .stream().map(value -> Item.of("v", value)).toArray(Item[]::new);

    assertThat(
            summarize("[{\"operation\":\"" + operation + "\",\"field\":\"v\",\"as\":\"r\"}]", items)
                .run()
                .records()
                .getFirst())
        .hasToString("{\"r\":" + expected + "}");
  }

  @Test
  void a_text_that_is_no_number_puts_its_item_aside_and_leaves_no_trace() throws Exception {
    Outcome outcome =
        summarize(
                "[{\"operation\":\"count\"},{\"operation\":\"sum\",\"field\":\"total\"}]",
                sale("NL", "n/a"),
                sale("NL", 3))
            .run();

    assertThat(outcome.records())
        .containsExactly(Json.parseObject("{\"count\":1,\"sum_total\":3}"));
    assertThat(outcome.rejected().getFirst().error())
        .hasMessage("“total” must be a number, not \"n/a\"");
  }

  @Test
  void groups_tell_missing_from_empty_and_numbers_by_value() throws Exception {
    Outcome outcome =
        summarize("[{}]", sale(1, 0), sale(1.0, 0), sale("1", 0), sale("", 0), sale(null, 0))
            .with("groupBy", "country")
            .run();

    assertThat(outcome.records().toString())
        .isEqualTo(
            "[{\"country\":1,\"count\":2}, {\"country\":\"1\",\"count\":1},"
                + " {\"country\":\"\",\"count\":1}, {\"country\":null,\"count\":1}]");
  }

  @Test
  void results_go_where_they_are_told_dots_included() throws Exception {
    assertThat(
            summarize(
                    "[{\"operation\":\"concatenate\",\"field\":\"total\",\"as\":\"all.totals\","
                        + "\"separator\":\"/\"}]",
                    sale("NL", 1),
                    sale("NL", 2))
                .run()
                .records())
        .containsExactly(Json.parseObject("{\"all\":{\"totals\":\"1/2\"}}"));
  }

  @Test
  void empty_texts_can_count_as_values() throws Exception {
    assertThat(
            summarize("[{\"field\":\"country\"}]", sale("", 1), sale(null, 1))
                .with("skipEmpty", false)
                .run()
                .records())
        .containsExactly(JsonObject.of("count_country", 1));
  }

  @Test
  void a_calculation_without_its_field_and_an_unknown_one_are_errors() throws Exception {
    assertThat(summarize("[{\"operation\":\"sum\"}]").run().error().property())
        .isEqualTo("calculate[0].field");
    assertThat(summarize("[{\"operation\":\"median\",\"field\":\"a\"}]").run().error())
        .hasMessageContaining("median");
  }

  @Test
  void a_large_group_forgets_its_lineage() throws Exception {
    Item[] items = new Item[Lineage.MOST + 1];
    Arrays.fill(items, sale("NL", 1));

    assertThat(summarize("[{}]", items).run().items().getFirst().paired()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_000})
  void more_groups_than_memory_holds_give_the_same(long allowance) throws Exception {
    Random random = new Random(3);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      items.add(
          Item.of(
              JsonObject.of("a", "k" + random.nextInt(300), "b", random.nextInt(3))
                  .with("v", random.nextInt(1_000))
                  .with("w", random.nextInt(100) / 8.0)));
    }
    String calculate =
        """
        [{"operation":"count"},{"operation":"countUnique","field":"v"},
         {"operation":"sum","field":"w"},{"operation":"average","field":"v"},
         {"operation":"min","field":"v"},{"operation":"max","field":"w"},
         {"operation":"first","field":"v"},{"operation":"last","field":"v"},
         {"operation":"concatenate","field":"v"},{"operation":"append","field":"w"}]
        """;
    Item[] input = items.toArray(Item[]::new);
    List<Item> expected = summarize(calculate, input).with("groupBy", "a, b").run().items();

    assertThat(expected).hasSizeGreaterThan(700);
    assertThat(
            NodeRun.of(new Summarize())
                .allowance(allowance)
                .with("calculate", Json.parse(calculate))
                .with("groupBy", "a, b")
                .input(input)
                .run()
                .items())
        .isEqualTo(expected);
  }

  private static NodeRun reviews(String calculate) {
    return NodeRun.of(new Summarize())
        .with("calculate", Json.parse(calculate.replace('\'', '"')))
        .input(
            Item.of("r", "good"),
            Item.of("r", ""),
            Item.of("r", null),
            Item.of("r", 3),
            Item.of("x", 1));
  }

  @Test
  void missing_values_can_count_too() throws Exception {
    assertThat(
            reviews(
                    "[{'field':'r','keepEmpty':true,'as':'n'},"
                        + "{'operation':'countUnique','field':'r','keepEmpty':true,'as':'u'},"
                        + "{'operation':'concatenate','field':'r','keepEmpty':true,'as':'c'}]")
                .run()
                .records())
        .containsExactly(
            Json.parseObject("{\"n\":5,\"u\":5,\"c\":\"good, , null, 3, undefined\"}"));
  }

  @Test
  void texts_can_be_left_out_of_sums() throws Exception {
    assertThat(
            reviews("[{'operation':'sum','field':'r','as':'s'}]")
                .with("texts", "texts")
                .run()
                .records())
        .containsExactly(JsonObject.of("s", 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_000})
  void groups_with_the_same_first_value_stand_together(long allowance) throws Exception {
    NodeRun run =
        NodeRun.of(new Summarize())
            .allowance(allowance)
            .with("groupBy", List.of("a.x", "b"))
            .with("flatNames", true)
            .with("groupValues", "names")
            .with("calculate", Json.parse("[{\"as\":\"n\"}]"))
            .input(
                item("r 1", "f"), item("b", "s"), item("g", "x"), item("r 1", "b"), item("b", "f"));
    assertThat(run.run().records().stream().map(r -> r.get("a_x") + "/" + r.get("b")))
        .containsExactly("r_1/f", "r_1/b", "b/s", "b/f", "g/x");
    assertThat(run.with("result", "one").run().records())
        .containsExactly(
            Json.parseObject(
                ("{'r_1':{'f':{'n':1},'b':{'n':1}},'b':{'s':{'n':1},'f':{'n':1}},"
                        + "'g':{'x':{'n':1}}}")
                    .replace('\'', '"')));
  }

  private static Item item(String a, String b) {
    return Item.of(JsonObject.of("a", JsonObject.of("x", a), "b", b));
  }

  @Test
  void items_without_a_group_can_be_left_out() throws Exception {
    assertThat(
            reviews("[{'as':'n'}]")
                .with("groupBy", List.of("r"))
                .with("skipEmptyGroups", true)
                .run()
                .records())
        .containsExactly(JsonObject.of("r", "good", "n", 1), JsonObject.of("r", 3, "n", 1));
  }

  @Test
  void what_cannot_be_split_and_does_not_fit_memory_is_refused() throws Exception {
    Item[] items = IntStream.range(0, 2_000).mapToObj(i -> Item.of("v", i)).toArray(Item[]::new);

    assertThat(
            NodeRun.of(new Summarize(1 << 14))
                .allowance(1_000)
                .with("calculate", Json.parse("[{\"operation\":\"append\",\"field\":\"v\"}]"))
                .input(items)
                .run()
                .error())
        .hasMessageContaining("one group do not fit memory")
        .hasMessageContaining("smaller groups");
    assertThat(
            NodeRun.of(new Summarize(1 << 14))
                .with("groupBy", "v")
                .with("calculate", Json.parse("[{\"operation\":\"count\"}]"))
                .with("result", "one")
                .input(items)
                .run()
                .error())
        .hasMessageContaining("do not fit into one item");
  }
}
