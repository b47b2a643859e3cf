package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTest {
  private static Item[] items(String json) {
    return ((JsonArray) Json.parse(json))
        .stream().map(record -> Item.of((JsonObject) record)).toArray(Item[]::new);
  }

  private static NodeRun merge(String mode, String first, String second) {
    return NodeRun.of(new Merge())
        .with("mode", mode)
        .input(0, items(first))
        .input(1, items(second));
  }

  private static NodeRun join(NodeRun run) {
    return run.with("mode", "combineByFields")
        .with("fields", Json.parse("[{\"first\":\"customer\",\"second\":\"id\"}]"))
        .input(
            0,
            items(
                """
                [{"order":1,"customer":7},{"order":2,"customer":8},
                 {"order":3,"customer":"7"},{"order":4}]
                """))
        .input(
            1,
            items(
                """
                [{"id":7,"name":"Ann"},{"id":9,"name":"Cid"},{"id":7.0,"name":"Abe"},{"name":"Dan"}]
                """));
  }

  @Test
  void append_gives_one_list_after_the_other() throws Exception {
    assertThat(merge("append", "[{\"a\":1},{\"a\":2}]", "[{\"b\":1}]").run().items())
        .containsExactly(
            Item.of("a", 1).pairedTo(0, 0),
            Item.of("a", 2).pairedTo(1, 0),
            Item.of("b", 1).pairedTo(0, 1));
  }

  @Test
  void append_takes_up_to_ten_inputs() throws Exception {
    NodeRun run = NodeRun.of(new Merge()).with("inputs", 10);
    for (int input = 0; input < 10; input++) {
      run.input(input, Item.of("n", input));
    }
    assertThat(run.run().records())
        .extracting(record -> record.get("n"))
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void the_number_of_inputs_is_a_setting_where_more_than_two_make_sense() {
    assertThat(new Merge().inputs(JsonObject.of("inputs", 3)))
        .containsExactly(
            new Port("input1", "Input 1"),
            new Port("input2", "Input 2"),
            new Port("input3", "Input 3"));
    assertThat(new Merge().inputs(JsonObject.of("mode", "byPosition", "inputs", 99))).hasSize(10);
    assertThat(new Merge().inputs(JsonObject.of("mode", "combineByFields", "inputs", 3)))
        .hasSize(2);
  }

  @Test
  void by_position_stops_at_the_shortest_unless_told_to_go_on() throws Exception {
    NodeRun run = merge("byPosition", "[{\"a\":1},{\"a\":2},{\"a\":3}]", "[{\"b\":1},{\"a\":9}]");

    assertThat(run.run().records().toString()).isEqualTo("[{\"a\":1,\"b\":1}, {\"a\":9}]");
    assertThat(run.run().items().getFirst().paired())
        .containsExactly(new Paired(0, 0), new Paired(0, 1));
    assertThat(run.with("without", "keep").run().records().toString())
        .isEqualTo("[{\"a\":1,\"b\":1}, {\"a\":9}, {\"a\":3}]");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1 << 20})
  void all_combinations_pair_every_item_with_every_item(long allowance) throws Exception {
    assertThat(
            NodeRun.of(new Merge())
                .allowance(allowance)
                .with("mode", "allCombinations")
                .input(0, items("[{\"a\":1},{\"a\":2}]"))
                .input(1, items("[{\"b\":1},{\"b\":2}]"))
                .run()
                .records()
                .toString())
        .isEqualTo("[{\"a\":1,\"b\":1}, {\"a\":1,\"b\":2}, {\"a\":2,\"b\":1}, {\"a\":2,\"b\":2}]");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          inner | all   | 1 Ann, 1 Abe, 3 Ann, 3 Abe
          inner | first | 1 Ann, 3 Ann
          left  | all   | 1 Ann, 1 Abe, 2 -, 3 Ann, 3 Abe, 4 -
          left  | first | 1 Ann, 2 -, 3 Ann, 4 -
          outer | all   | 1 Ann, 1 Abe, 2 -, 3 Ann, 3 Abe, 4 -, - Cid, - Dan
          outer | first | 1 Ann, 2 -, 3 Ann, 4 -, - Cid, - Abe, - Dan
          anti  | all   | 2 -, 4 -
          """)
  void items_meet_by_the_values_of_fields(String kind, String matches, String expected)
      throws Exception {
    for (long allowance : new long[] {1 << 20, 700, 1}) {
      Outcome outcome =
          join(NodeRun.of(new Merge())
                  .allowance(allowance)
                  .with("join", kind)
                  .with("matches", matches))
              .run();

      assertThat(
              outcome.records().stream()
                  .map(r -> r.getOrDefault("order", "-") + " " + r.getOrDefault("name", "-"))
                  .toList()
                  .toString())
          .as("holding %s bytes", allowance)
          .isEqualTo("[" + expected + "]");
    }
  }

  @Test
  void a_match_knows_both_items_it_came_from() throws Exception {
    assertThat(join(NodeRun.of(new Merge())).run().items().get(1).paired())
        .containsExactly(new Paired(0, 0), new Paired(2, 1));
  }

  @Test
  void numbers_and_texts_can_be_told_apart() throws Exception {
    assertThat(join(NodeRun.of(new Merge())).with("strictTypes", true).run().records())
        .extracting(record -> record.get("order"))
        .containsExactly(1L, 1L);
  }

  @Test
  void several_pairs_must_all_be_equal() throws Exception {
    assertThat(
            merge(
                    "combineByFields",
                    "[{\"a\":\"1\",\"b\":\"23\",\"x\":1},{\"a\":\"12\",\"b\":\"3\",\"x\":2}]",
                    "[{\"a\":\"12\",\"c\":\"3\"}]")
                .with(
                    "fields", Json.parse("[{\"first\":\"a\"},{\"first\":\"b\",\"second\":\"c\"}]"))
                .run()
                .records())
        .extracting(record -> record.get("x"))
        .containsExactly(2L);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          preferFirst | {"id":1,"v":"a","w":5}
          preferLast  | {"id":1,"v":"b","w":5}
          suffix      | {"id":1,"v_1":"a","v_2":"b","w_2":5}
          """)
  void fields_of_the_same_name_are_settled(String clash, String expected) throws Exception {
    assertThat(
            merge("combineByFields", "[{\"id\":1,\"v\":\"a\"}]", "[{\"id\":1,\"v\":\"b\",\"w\":5}]")
                .with("fields", Json.parse("[{\"first\":\"id\"}]"))
                .with("clash", clash)
                .run()
                .records()
                .getFirst())
        .hasToString(expected);
  }

  @Test
  void with_numbers_behind_names_items_without_partner_look_like_the_others() throws Exception {
    NodeRun run =
        merge(
                "combineByFields",
                "[{\"id\":1,\"v\":\"a\"},{\"id\":2,\"v\":\"b\"}]",
                "[{\"id\":2,\"v\":\"c\"},{\"id\":3,\"v\":\"d\"}]")
            .with("fields", Json.parse("[{\"first\":\"id\"}]"))
            .with("clash", "suffix");

    assertThat(run.with("join", "outer").run().records().toString())
        .isEqualTo(
            "[{\"id\":1,\"v_1\":\"a\"}, {\"id\":2,\"v_1\":\"b\",\"v_2\":\"c\"},"
                + " {\"id\":3,\"v_2\":\"d\"}]");
    assertThat(run.with("join", "anti").run().records().toString())
        .isEqualTo("[{\"id\":1,\"v\":\"a\"}]");
  }

  @Test
  void files_of_both_sides_go_along() throws Exception {
    NodeRun run = NodeRun.of(new Merge()).with("mode", "byPosition");
    var a = run.file("a.txt", "text/plain", new byte[1]);
    var b = run.file("b.txt", "text/plain", new byte[2]);
    run.input(0, Item.of("x", 1).withBinary(Map.of("a", a)))
        .input(1, Item.of("y", 1).withBinary(Map.of("b", b)));

    assertThat(run.run().items().getFirst().binary()).containsEntry("a", a).containsEntry("b", b);
  }

  @Test
  void without_fields_to_match_there_is_no_join() throws Exception {
    assertThat(
            merge("combineByFields", "[{\"a\":1}]", "[{\"a\":1}]")
                .with("fields", List.of())
                .run()
                .error()
                .property())
        .isEqualTo("fields");
  }
}
