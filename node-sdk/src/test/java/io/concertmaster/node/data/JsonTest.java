package io.concertmaster.node.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  @Test
  void reads_every_kind_of_value() {
    JsonObject object =
        Json.parseObject(
            """
            {"n": null, "t": true, "i": 12, "d": 1.5, "big": 123456789012345678901234567890, "s": "é\\u20ac", "a": [1, [2]], "o": {"x": {}}}
            """);
    assertThat(object.get("n")).isNull();
    assertThat(object.get("t")).isEqualTo(true);
    assertThat(object.get("i")).isEqualTo(12L);
    assertThat(object.get("d")).isEqualTo(1.5);
    assertThat(object.get("big")).isEqualTo(new BigDecimal("123456789012345678901234567890"));
    assertThat(object.get("s")).isEqualTo("é€");
    assertThat(object.get("a")).isEqualTo(JsonArray.of(1, List.of(2)));
    assertThat(object.get("o")).isEqualTo(Map.of("x", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "[]",
        "{}",
        "[1,2.5,\"x\",null]",
        "{\"a\":{\"b\":[{\"c\":1e+300}]}}",
        "9223372036854775807",
        "123456789012345678901234567890",
        "\"\\\"\\\\\\n\\u0001\"",
        "-0.5"
      })
  void writes_what_it_read(String text) {
    assertThat(Json.write(Json.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,",
        "{\"a\":1,}",
        "nul",
        "\"",
        "{\"a\" 1}",
        "1 2",
        "{'a':1}",
        "[NaN]",
        "\u0000"
      })
  void text_that_is_no_json_is_one_line_of_error(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(JsonException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void an_error_says_where() {
    assertThatThrownBy(() -> Json.parse("{\n  \"a\": 1,\n  b\n}"))
        .isInstanceOfSatisfying(JsonException.class, e -> assertThat(e.line()).isEqualTo(3));
  }

  @Test
  void a_field_named_twice_is_refused() {
    assertThatThrownBy(() -> Json.parse("{\"a\":1,\"a\":2}"))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("a");
  }

  @Test
  void limits_hold_for_depth_strings_and_length() {
    JsonLimits limits = new JsonLimits(1_000, 5, 10);
    assertThat(Json.parse("[[[[[1]]]]]", limits)).isNotNull();
    assertThatThrownBy(() -> Json.parse("[[[[[[1]]]]]]", limits)).hasMessageContaining("too large");
    assertThatThrownBy(() -> Json.parse("\"12345678901\"", limits))
        .hasMessageContaining("too large");
    assertThatThrownBy(() -> Json.parse(" ".repeat(1_001), limits))
        .isInstanceOf(JsonException.class);
    byte[] many = ("[" + "1,".repeat(20_000) + "1]").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.parse(new ByteArrayInputStream(many), limits))
        .hasMessageContaining("too large");
  }

  @Test
  void turns_java_objects_into_data_or_refuses_them() {
    assertThat(Json.value(Arrays.asList(1, (short) 2, 3f, null)))
        .isEqualTo(JsonArray.of(1L, 2L, 3.0, null));
    assertThat(Json.value(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
    assertThat(Json.value(Map.of("a", List.of()))).isEqualTo(JsonObject.of("a", JsonArray.empty()));
    assertThatThrownBy(() -> Json.value(new Object())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_no_number_in_json_is_written_as_null() {
    assertThat(Json.write(JsonArray.of(Double.NaN, Double.POSITIVE_INFINITY)))
        .isEqualTo("[null,null]");
  }

  @Test
  void pretty_text_has_an_indent_of_two_and_ends_with_a_line_end() {
    assertThat(Json.writePretty(JsonObject.of("a", List.of(1), "b", Map.of())))
        .isEqualTo("{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-1.5, -1.5",
    "0.1, 0.1",
    "100, 100",
    "1e21, 1e+21",
    "1e20, 100000000000000000000",
    "123456789012345680000, 123456789012345680000",
    "1.5e300, 1.5e+300",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "1.234e-10, 1.234e-10",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "0.5, 0.5",
    "1234.5678, 1234.5678",
    "9007199254740993, 9007199254740992",
    "1e15, 1000000000000000",
    "123e-20, 1.23e-18",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity",
    "-1e-7, -1e-7",
    "0.00001234, 0.00001234"
  })
  void numbers_read_as_ecmascript_writes_them(double number, String text) {
    assertThat(NumberText.of(number)).isEqualTo(text);
  }
}
