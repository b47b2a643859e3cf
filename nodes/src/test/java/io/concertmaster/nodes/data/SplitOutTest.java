package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.testkit.NodeRun;
import java.util.List;
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
}
