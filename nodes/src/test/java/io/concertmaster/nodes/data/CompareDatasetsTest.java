package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareDatasetsTest {
  private static Item[] items(String json) {
    return ((JsonArray) Json.parse(json))
        .stream().map(record -> Item.of((JsonObject) record)).toArray(Item[]::new);
  }

  private static NodeRun compare(long allowance, String a, String b) {
    return NodeRun.of(new CompareDatasets())
        .allowance(allowance)
        .with("fields", Json.parse("[{\"first\":\"id\"}]"))
        .input(0, items(a))
        .input(1, items(b));
  }

  private static NodeRun compare(String a, String b) {
    return compare(1 << 20, a, b);
  }

  @ParameterizedTest
  @ValueSource(longs = {1 << 20, 1})
  void each_item_leaves_by_one_of_four_outputs(long allowance) throws Exception {
    Outcome outcome =
        compare(
                allowance,
                "[{\"id\":1,\"v\":1},{\"id\":2,\"v\":2},{\"id\":3,\"v\":3},{\"v\":0}]",
                "[{\"id\":1,\"v\":1},{\"id\":2,\"v\":9},{\"id\":4,\"v\":4},{\"v\":0}]")
            .run();

    assertThat(outcome.items(0)).extracting(item -> item.json().get("v")).containsExactly(3L, 0L);
    assertThat(outcome.items(1)).containsExactly(items("[{\"id\":1,\"v\":1}]")[0].pairedTo(0, 0));
    assertThat(outcome.items(2)).hasSize(1);
    assertThat(outcome.items(2).getFirst().json())
        .hasToString(
            "{\"keys\":{\"id\":2},\"same\":{\"id\":2},"
                + "\"different\":{\"v\":{\"inputA\":2,\"inputB\":9}}}");
    assertThat(outcome.items(2).getFirst().paired())
        .containsExactly(new Paired(1, 0), new Paired(1, 1));
    assertThat(outcome.items(3)).extracting(item -> item.json().get("v")).containsExactly(4L, 0L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          preferA | a | {"id":1,"v":1,"w":1}
          preferB | a | {"id":1,"v":2,"w":2}
          mix     | a | {"id":1,"v":1,"w":2}
          mix     | b | {"id":1,"v":2,"w":1}
          """)
  void a_difference_can_be_settled(String different, String from, String expected)
      throws Exception {
    assertThat(
            compare("[{\"id\":1,\"v\":1,\"w\":1}]", "[{\"id\":1,\"v\":2,\"w\":2}]")
                .with("different", different)
                .with("mixFrom", from)
                .with("mixExcept", Json.parse("[\"w\"]"))
                .run()
                .items(2)
                .getFirst()
                .json())
        .hasToString(expected);
  }

  @Test
  void fields_that_are_skipped_make_no_difference_and_are_told_apart() throws Exception {
    NodeRun run =
        compare(
            "[{\"id\":1,\"at\":{\"day\":1,\"by\":\"x\"},\"n\":1}]",
            "[{\"id\":1,\"at\":{\"day\":2,\"by\":\"x\"},\"n\":2}]");

    assertThat(run.with("skip", Json.parse("[\"at.day\",\"n\"]")).run().items(1)).hasSize(1);
    assertThat(run.with("skip", Json.parse("[\"at.day\"]")).run().items(2).getFirst().json())
        .containsEntry(
            "skipped", Json.parse("{\"at\":{\"inputA\":{\"day\":1},\"inputB\":{\"day\":2}}}"));
  }

  @Test
  void loosely_nothing_is_as_good_as_no_field() throws Exception {
    NodeRun run = compare("[{\"id\":1,\"v\":\"\"}]", "[{\"id\":\"1\"}]").with("loose", true);

    assertThat(run.run().items(1)).hasSize(1);
    assertThat(run.with("missingIsEmpty", false).run().items(2)).hasSize(1);
  }

  @Test
  void of_several_matches_one_or_all_count() throws Exception {
    NodeRun run = compare("[{\"id\":1,\"v\":1}]", "[{\"id\":1,\"v\":1},{\"id\":1,\"v\":2}]");

    assertThat(run.run().items(3)).hasSize(1);
    assertThat(run.with("matches", "all").run().items(2)).hasSize(1);
    assertThat(run.with("matches", "all").run().items(3)).isEmpty();
  }
}
