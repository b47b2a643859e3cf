package io.concertmaster.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultsTest {
  private static final List<Property> PROPERTIES =
      List.of(
          Property.of("format", "Format", PropertyKind.text()).defaultsTo("csv"),
          Property.of("name", "Name", PropertyKind.text()),
          Property.of(
              "options",
              "Options",
              new PropertyKind.Group(
                  List.of(
                      Property.of("header", "Header", PropertyKind.flag()).defaultsTo(true),
                      Property.of("quote", "Quote", PropertyKind.text())))),
          Property.of(
              "fields",
              "Fields",
              PropertyKind.entries(
                  "field",
                  Property.of("name", "Name", PropertyKind.text()),
                  Property.of("type", "Type", PropertyKind.text()).defaultsTo("auto"))));

  @Test
  void what_is_left_out_gets_its_default_and_what_has_none_stays_out() {
    assertThat(Defaults.apply(PROPERTIES, JsonObject.empty()))
        .isEqualTo(Json.parseObject("{\"format\":\"csv\",\"options\":{\"header\":true}}"));
  }

  @Test
  void entries_and_groups_are_filled_inside() {
    JsonObject given =
        Json.parseObject(
            """
            {"format":"json","options":{"quote":"'"},
             "fields":[{"name":"a"},{"name":"b","type":"number"},"={{ $json.c }}"]}
            """);

    assertThat(Defaults.apply(PROPERTIES, given))
        .isEqualTo(
            Json.parseObject(
                """
                {"format":"json","options":{"quote":"'","header":true},
                 "fields":[{"name":"a","type":"auto"},{"name":"b","type":"number"},"={{ $json.c }}"]}
                """));
  }

  @Test
  void null_counts_as_left_out() {
    assertThat(Defaults.apply(PROPERTIES, JsonObject.of("format", null)))
        .containsEntry("format", "csv");
  }

  @Test
  void an_expression_in_place_of_a_group_stays() {
    assertThat(Defaults.apply(PROPERTIES, JsonObject.of("options", "={{ $json }}")))
        .containsEntry("options", "={{ $json }}");
  }

  @Test
  void complete_settings_come_back_as_they_are() {
    JsonObject complete =
        Json.parseObject(
            "{\"format\":\"json\",\"options\":{\"header\":false},\"fields\":[{\"type\":\"auto\"}]}");

    assertThat(Defaults.apply(PROPERTIES, complete)).isSameAs(complete);
  }
}
