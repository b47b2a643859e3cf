package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditFieldsTest {
  private static final Item ORDER =
      Item.of(Json.parseObject("{\"id\":7,\"price\":2.5,\"customer\":{\"name\":\"Ann\"}}"));

  private static NodeRun edit(String fields) {
    return NodeRun.of(new EditFields()).with("fields", Json.parse(fields)).input(ORDER);
  }

  private static String edited(NodeRun run) throws InterruptedException {
    Outcome outcome = run.run();
    assertThat(outcome.rejected()).isEmpty();
    return outcome.records().getFirst().toString();
  }

  @Test
  void known_fields_change_in_place_and_new_ones_go_to_the_end() throws Exception {
    assertThat(edited(edit("[{\"name\":\"new\",\"value\":true},{\"name\":\"id\",\"value\":8}]")))
        .isEqualTo("{\"id\":8,\"price\":2.5,\"customer\":{\"name\":\"Ann\"},\"new\":true}");
  }

  @Test
  void dots_make_objects_unless_switched_off() throws Exception {
    String fields = "[{\"name\":\"customer.city\",\"value\":\"Rome\"}]";

    assertThat(edited(edit(fields)))
        .isEqualTo("{\"id\":7,\"price\":2.5,\"customer\":{\"name\":\"Ann\",\"city\":\"Rome\"}}");
    assertThat(edited(edit(fields).with("dotNotation", false)))
        .isEqualTo(
            "{\"id\":7,\"price\":2.5,\"customer\":{\"name\":\"Ann\"},\"customer.city\":\"Rome\"}");
  }

  @Test
  void what_stays_of_the_input_is_chosen() throws Exception {
    String fields = "[{\"name\":\"x\",\"value\":1}]";

    assertThat(edited(edit(fields).with("keep", "none"))).isEqualTo("{\"x\":1}");
    assertThat(
            edited(
                edit(fields)
                    .with("keep", "selected")
                    .with("keepFields", List.of("customer.name", "nothing"))))
        .isEqualTo("{\"customer\":{\"name\":\"Ann\"},\"x\":1}");
    assertThat(
            edited(
                edit(fields)
                    .with("keep", "selected")
                    .with("keepFields", List.of("price", "id", "price"))))
        .isEqualTo("{\"price\":2.5,\"id\":7,\"x\":1}");
    assertThat(
            edited(
                edit(fields).with("keep", "selected").with("keepFields", List.of("price", "id"))))
        .isEqualTo("{\"price\":2.5,\"id\":7,\"x\":1}");
    assertThat(
            edited(
                edit(fields).with("keep", "except").with("keepFields", List.of("id", "customer"))))
        .isEqualTo("{\"price\":2.5,\"x\":1}");
  }

  @Test
  void choosing_fields_without_naming_any_is_an_error_of_the_node() throws Exception {
    assertThat(edit("[]").with("keep", "except").run().error())
        .hasMessageContaining("names no field");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          string  | 12          | "12"
          string  | 1e21        | "1e+21"
          string  | {"a":1}     | "{\\"a\\":1}"
          string  | null        | null
          number  | " 12 "      | 12
          number  | "1.5"       | 1.5
          number  | true        | 1
          boolean | "Yes"       | true
          boolean | 0           | false
          array   | "[1,2]"     | [1,2]
          object  | "{\\"a\\":1}" | {"a":1}
          auto    | "12"        | "12"
          """)
  void values_are_made_to_fit_their_type(String type, String value, String expected)
      throws Exception {
    assertThat(
            edited(
                edit("[{\"name\":\"x\",\"type\":\"" + type + "\",\"value\":" + value + "}]")
                    .with("keep", "none")))
        .isEqualTo("{\"x\":" + expected + "}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          number  | "1,000"  | “x”: “1,000” cannot be made a number
          boolean | "maybe"  | “x”: “maybe” cannot be made true or false
          array   | {"a":1}  | “x”: {"a":1} cannot be made a list
          object  | "[1]"    | “x”: “[1]” cannot be made an object
          """)
  void a_value_that_does_not_fit_fails_with_its_field(String type, String value, String message)
      throws Exception {
    Outcome outcome =
        edit("[{\"name\":\"x\",\"type\":\"" + type + "\",\"value\":" + value + "}]").run();

    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(rejected -> {
          assertThat(rejected.error()).hasMessage(message);
          assertThat(rejected.error().property()).isEqualTo("fields[0].value");
        });
  }

  @Test
  void names_and_values_may_differ_from_item_to_item() throws Exception {
    Outcome outcome =
        NodeRun.of(new EditFields())
            .withPerItem(
                "fields",
                item ->
                    JsonArray.of(
                        JsonObject.of("name", item.json().get("k"), "value", item.json().get("v"))))
            .with("keep", "none")
            .input(
                Item.of(JsonObject.of("k", "a", "v", 1)), Item.of(JsonObject.of("k", "b", "v", 2)))
            .run();

    assertThat(outcome.items())
        .containsExactly(Item.of("a", 1).pairedTo(0, 0), Item.of("b", 2).pairedTo(1, 0));
  }

  @Test
  void a_whole_object_can_be_set_from_text_or_value() throws Exception {
    NodeRun run = NodeRun.of(new EditFields()).with("mode", "json").input(ORDER);

    assertThat(edited(run.with("json", "{\"id\": 8, \"y\": [1]}").with("keep", "none")))
        .isEqualTo("{\"id\":8,\"y\":[1]}");
    assertThat(edited(run.with("json", Map.of("id", 9)).with("keep", "all")))
        .isEqualTo("{\"id\":9,\"price\":2.5,\"customer\":{\"name\":\"Ann\"}}");
    assertThat(run.with("json", "[1]").run().rejected().getFirst().error())
        .hasMessage("“json” must be an object");
    assertThat(run.with("json", "{").run().rejected().getFirst().error())
        .hasMessageContaining("“json” is the text ends too early");
  }

  @Test
  void files_stay_unless_told_otherwise() throws Exception {
    NodeRun run = NodeRun.of(new EditFields());
    var file = run.file("a.txt", "text/plain", new byte[3]);
    run.input(ORDER.withBinary(Map.of("data", file)));

    assertThat(run.run().items().getFirst().binary()).containsEntry("data", file);
    assertThat(run.with("keepFiles", false).run().items().getFirst().binary()).isEmpty();
  }

  @Test
  void brackets_set_elements_of_lists() throws Exception {
    assertThat(edited(edit("[{\"name\":\"tags[1]\",\"value\":\"x\"}]").with("keep", "none")))
        .isEqualTo("{\"tags\":[null,\"x\"]}");
  }

  @Test
  void a_value_that_does_not_fit_can_stay() throws Exception {
    NodeRun run =
        edit("[{\"name\":\"n\",\"type\":\"number\",\"value\":\"many\"}]").with("keep", "none");

    assertThat(run.run().rejected()).hasSize(1);
    assertThat(edited(run.with("misfits", "keep"))).isEqualTo("{\"n\":\"many\"}");
  }

  @Test
  void items_can_be_given_several_times() throws Exception {
    assertThat(edit("[]").with("copies", 2).run().items())
        .hasSize(3)
        .allMatch(item -> item.paired().getFirst().item() == 0);
  }
}
