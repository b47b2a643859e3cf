package io.concertmaster.node.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldPathTest {
  private static final JsonObject ORDER =
      Json.parseObject(
          """
          {"id": 7, "customer": {"name": "Ann", "city": null},
           "lines": [{"sku": "a"}, {"sku": "b"}], "ship.to": "Berlin"}
          """);

  @Test
  void dots_lead_into_fields_and_numbers_into_lists() {
    assertThat(FieldPath.of("id").get(ORDER)).isEqualTo(7L);
    assertThat(FieldPath.of("customer.name").get(ORDER)).isEqualTo("Ann");
    assertThat(FieldPath.of("lines.1.sku").get(ORDER)).isEqualTo("b");
    assertThat(FieldPath.of("lines.2.sku").get(ORDER)).isNull();
    assertThat(FieldPath.of("id.deeper").get(ORDER)).isNull();
  }

  @Test
  void a_name_with_dots_wins_over_the_way_by_dots() {
    assertThat(FieldPath.of("ship.to").get(ORDER)).isEqualTo("Berlin");
    assertThat(FieldPath.of("ship.to").set(ORDER, "Rome")).containsEntry("ship.to", "Rome");
    assertThat(FieldPath.of("ship.to").remove(ORDER)).doesNotContainKey("ship.to");
    assertThat(FieldPath.ofName("customer.name").get(ORDER)).isNull();
  }

  @Test
  void a_field_that_is_null_is_there_and_a_missing_one_is_not() {
    assertThat(FieldPath.of("customer.city").isIn(ORDER)).isTrue();
    assertThat(FieldPath.of("customer.street").isIn(ORDER)).isFalse();
    assertThat(FieldPath.of("lines.1").isIn(ORDER)).isTrue();
    assertThat(FieldPath.of("lines.2").isIn(ORDER)).isFalse();
    assertThat(FieldPath.of("nothing").isIn(ORDER)).isFalse();
  }

  @Test
  void setting_makes_what_is_missing_on_the_way() {
    assertThat(FieldPath.of("a.b.c").set(JsonObject.empty(), 1))
        .isEqualTo(Json.parseObject("{\"a\":{\"b\":{\"c\":1}}}"));
    assertThat(FieldPath.of("id.x").set(JsonObject.of("id", 7), 1))
        .isEqualTo(Json.parseObject("{\"id\":{\"x\":1}}"));
    assertThat(FieldPath.of("customer.name").set(ORDER, "Bob").get("customer"))
        .isEqualTo(Json.parseObject("{\"name\":\"Bob\",\"city\":null}"));
  }

  @Test
  void setting_changes_and_lengthens_lists_in_place() {
    assertThat(FieldPath.of("lines.0.sku").set(ORDER, "z").get("lines"))
        .isEqualTo(Json.parse("[{\"sku\":\"z\"},{\"sku\":\"b\"}]"));
    assertThat(FieldPath.of("lines.2.sku").set(ORDER, "c").get("lines"))
        .isEqualTo(Json.parse("[{\"sku\":\"a\"},{\"sku\":\"b\"},{\"sku\":\"c\"}]"));
  }

  @Test
  void brackets_lead_into_lists_and_to_names_with_dots() {
    assertThat(FieldPath.of("lines[1].sku").get(ORDER)).isEqualTo("b");
    assertThat(FieldPath.of("[\"ship.to\"]").get(ORDER)).isEqualTo("Berlin");
    assertThat(FieldPath.of("lines[x").get(ORDER)).isNull();
    assertThat(FieldPath.of("a[2].b").set(JsonObject.empty(), 1))
        .isEqualTo(Json.parseObject("{\"a\":[null,null,{\"b\":1}]}"));
  }

  @Test
  void removing_leaves_the_rest_and_does_nothing_where_nothing_is() {
    assertThat(FieldPath.of("customer.city").remove(ORDER).get("customer"))
        .isEqualTo(JsonObject.of("name", "Ann"));
    assertThat(FieldPath.of("lines.0").remove(ORDER).get("lines"))
        .isEqualTo(Json.parse("[null,{\"sku\":\"b\"}]"));
    assertThat(FieldPath.of("customer.street").remove(ORDER)).isSameAs(ORDER);
  }
}
