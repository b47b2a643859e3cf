package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.NodeRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways of merging beyond a plain join. */
class MergeWaysTest {
  private static Item[] items(String json) {
    return ((JsonArray) Json.parse(json))
        .stream().map(record -> Item.of((JsonObject) record)).toArray(Item[]::new);
  }

  private static NodeRun byId(String first, String second) {
    return NodeRun.of(new Merge())
        .with("mode", "combineByFields")
        .with("fields", Json.parse("[{\"first\":\"id\"}]"))
        .input(0, items(first))
        .input(1, items(second));
  }

  private static final String FIRST = "[{\"id\":1,\"a\":1},{\"id\":2,\"a\":2},{\"id\":3,\"a\":3}]";
  private static final String SECOND = "[{\"id\":3,\"b\":3},{\"id\":4,\"b\":4},{\"id\":1,\"b\":1}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          right      | {"id":3,"a":3,"b":3}, {"id":4,"b":4}, {"id":1,"a":1,"b":1}
          semi       | {"id":1,"a":1}, {"id":3,"a":3}
          semiSecond | {"id":3,"b":3}, {"id":1,"b":1}
          antiSecond | {"id":4,"b":4}
          antiBoth   | {"id":2,"a":2}, {"id":4,"b":4}
          """)
  void one_side_can_stay_as_it_is(String join, String expected) throws Exception {
    for (long allowance : new long[] {1 << 20, 1}) {
      NodeRun run =
          NodeRun.of(new Merge())
              .allowance(allowance)
              .with("mode", "combineByFields")
              .with("fields", Json.parse("[{\"first\":\"id\"}]"))
              .with("join", join)
              .input(0, items(FIRST))
              .input(1, items(SECOND));

      assertThat(run.run().records().toString())
          .as("holding %s bytes", allowance)
          .isEqualTo("[" + expected + "]");
    }
  }

  @Test
  void items_without_a_match_can_come_last_and_say_where_they_are_from() throws Exception {
    assertThat(byId(FIRST, SECOND).with("join", "left").with("aloneLast", true).run().records())
        .extracting(record -> record.get("id"))
        .containsExactly(1L, 3L, 2L);
    assertThat(
            byId(FIRST, SECOND).with("join", "antiBoth").with("tellSource", true).run().records())
        .extracting(record -> record.get("_source"))
        .containsExactly("input1", "input2");
    assertThat(byId(FIRST, "[]").with("join", "antiBoth").with("tellSource", true).run().records())
        .noneMatch(record -> record.containsKey("_source"));
  }

  @Test
  void the_one_that_wins_is_laid_over_the_other() throws Exception {
    NodeRun run = byId("[{\"id\":1,\"v\":{\"x\":1}}]", "[{\"id\":1,\"v\":{\"y\":2}}]");

    assertThat(run.with("deep", true).run().records().getFirst())
        .hasToString("{\"id\":1,\"v\":{\"x\":1,\"y\":2}}");
    assertThat(run.with("clash", "preferFirst").run().items().getFirst().paired())
        .containsExactly(new Paired(0, 1), new Paired(0, 0));
    assertThat(run.with("clash", "suffixAll").run().records().getFirst().keySet())
        .containsExactly("id_1", "v_1", "id_2", "v_2");
  }

  @Test
  void empty_values_need_not_win() throws Exception {
    NodeRun run = byId("[{\"id\":1,\"v\":5,\"w\":null}]", "[{\"id\":1,\"v\":\"\",\"w\":2}]");

    assertThat(run.with("skipEmpty", true).run().records().getFirst())
        .hasToString("{\"id\":1,\"v\":5,\"w\":2}");
  }

  @Test
  void loosely_an_empty_field_matches_a_missing_one() throws Exception {
    NodeRun run = byId("[{\"id\":\"\"},{\"x\":1}]", "[{\"y\":1}]");

    assertThat(run.run().records()).isEmpty();
    assertThat(run.with("loose", true).run().records().getFirst())
        .hasToString("{\"id\":\"\",\"y\":1}");
  }

  @Test
  void a_field_that_is_null_matches_another_and_a_missing_one_nothing() throws Exception {
    assertThat(byId("[{\"id\":null},{\"x\":1}]", "[{\"id\":null},{}]").run().records()).hasSize(1);
  }

  @Test
  void waiting_gives_one_input_or_one_empty_item() throws Exception {
    NodeRun run =
        NodeRun.of(new Merge())
            .with("mode", "choose")
            .input(0, items("[{\"a\":1}]"))
            .input(1, items("[{\"b\":1},{\"b\":2}]"));

    assertThat(run.with("from", 2).run().items())
        .containsExactly(Item.of("b", 1).pairedTo(0, 1), Item.of("b", 2).pairedTo(1, 1));
    assertThat(run.with("give", "empty").run().items().getFirst().paired()).hasSize(3);
    assertThat(new Merge().requiredInputs(JsonObject.of("mode", "choose"))).containsExactly(0, 1);
    assertThat(new Merge().requiredInputs(JsonObject.empty())).isEmpty();
  }

  @Test
  void an_empty_item_knows_no_ancestors_where_they_are_too_many() throws Exception {
    NodeRun run = NodeRun.of(new Merge()).with("mode", "choose").with("give", "empty");

    assertThat(
            run.input(0, items("[" + "{},".repeat(999) + "{}]"))
                .input(1, items("[{\"b\":1}]"))
                .run()
                .items())
        .containsExactly(Item.of(JsonObject.empty()));
  }

  @Test
  void by_position_those_of_input_1_can_stay() throws Exception {
    NodeRun run = NodeRun.of(new Merge()).with("mode", "byPosition").with("without", "keepFirst");

    assertThat(
            run.input(0, items("[{\"a\":1},{\"a\":2}]"))
                .input(1, items("[{\"b\":1}]"))
                .run()
                .records())
        .hasSize(2);
    assertThat(run.input(0, items("[]")).run().records()).isEmpty();
  }
}
