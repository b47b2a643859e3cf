package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitOutTest {
  private static final Item ORDER =
      Item.of(
          Json.parseObject(
              """
              {"id":7,"d":{"lines":[{"sku":"a"},{"sku":"b"}],"note":"x"},"tags":["p",null]}
              """));

  private static NodeRun split(String field) {
    return NodeRun.of(new SplitOut()).with("field", field).input(Item.of("id", 6), ORDER);
  }

  @Test
  void objects_become_items_and_know_where_they_came_from() throws Exception {
    assertThat(split("d.lines").run().items())
        .containsExactly(Item.of("sku", "a").pairedTo(1, 0), Item.of("sku", "b").pairedTo(1, 0));
  }

  @Test
  void other_values_go_into_a_field_of_the_list_s_name_or_the_one_told() throws Exception {
    assertThat(split("tags").run().records().toString())
        .isEqualTo("[{\"tags\":\"p\"}, {\"tags\":null}]");
    assertThat(split("d.lines").with("as", "line").run().records().toString())
        .isEqualTo("[{\"line\":{\"sku\":\"a\"}}, {\"line\":{\"sku\":\"b\"}}]");
  }

  @Test
  void other_fields_go_along() throws Exception {
    assertThat(split("d.lines").with("include", "all").run().records().getFirst())
        .hasToString(
            "{\"id\":7,\"d\":{\"note\":\"x\",\"lines\":{\"sku\":\"a\"}},\"tags\":[\"p\",null]}");
    assertThat(
            split("d.lines")
                .with("include", "selected")
                .with("includeFields", List.of("id"))
                .with("as", "line")
                .run()
                .records()
                .getFirst())
        .hasToString("{\"id\":7,\"line\":{\"sku\":\"a\"}}");
  }

  @Test
  void a_value_that_is_no_list_is_a_list_of_one_and_a_missing_one_gives_nothing() throws Exception {
    assertThat(split("id").run().records().toString()).isEqualTo("[{\"id\":6}, {\"id\":7}]");
    assertThat(split("nothing").run().items()).isEmpty();
  }

  private static List<JsonObject> n8n(String record, String field, String as) throws Exception {
    return NodeRun.of(new SplitOut())
        .with("field", field)
        .with("as", as)
        .with("noList", "values")
        .with("wholeNames", true)
        .input(Item.of(Json.parseObject(record)))
        .run()
        .records();
  }

  @Test
  void several_lists_are_split_side_by_side() throws Exception {
    assertThat(n8n("{\"a\":[1,2],\"b\":[{\"c\":3}]}", "a, b", ""))
        .containsExactly(
            Json.parseObject("{\"a\":1,\"b\":{\"c\":3}}"), Json.parseObject("{\"a\":2}"));
    assertThat(n8n("{\"a\":[1],\"b\":7}", "a, b", "x, y"))
        .containsExactly(Json.parseObject("{\"x\":1,\"y\":7}"));
  }

  @Test
  void what_is_no_list_can_give_its_values_or_an_error() throws Exception {
    assertThat(n8n("{\"a\":{\"x\":1,\"y\":null}}", "a", ""))
        .containsExactly(JsonObject.of("a", 1), JsonObject.of("a", null));
    assertThat(n8n("{\"a\":null}", "a", "")).containsExactly(JsonObject.of("a", null));
    assertThat(n8n("{\"p\":{\"a\":[[1,2]]}}", "p.a", ""))
        .containsExactly(JsonObject.of("0", 1, "1", 2));
    assertThat(n8n("{\"p\":{\"a\":[5]}}", "p.a", "")).containsExactly(JsonObject.of("p.a", 5));
    NodeRun strict = NodeRun.of(new SplitOut()).with("field", "a").input(Item.of("a", 1));
    assertThat(strict.with("noList", "objects").run().error()).hasMessageContaining("'a' is not");
    assertThat(strict.with("field", "b").with("mustExist", true).run().error())
        .hasMessageContaining("no field “b”");
  }

  @Test
  void files_become_items_of_their_own() throws Exception {
    NodeRun run = NodeRun.of(new SplitOut()).with("field", "$files");
    BinaryData one = run.file("1.txt", "text/plain", new byte[1]);
    BinaryData two = run.file("2.txt", "text/plain", new byte[2]);

    assertThat(
            run.input(Item.of("a", 1).withBinary(Map.of("x", one, "y", two))).run().items().stream()
                .map(Item::binary))
        .containsExactly(Map.of("x", one), Map.of("y", two));
  }
}
