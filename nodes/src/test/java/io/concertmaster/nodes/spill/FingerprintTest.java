package io.concertmaster.nodes.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private final Fingerprint fingerprint = new Fingerprint();

  private List<Long> of(String json) {
    fingerprint.take(Json.parse(json));
    return List.of(fingerprint.high(), fingerprint.low());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          1                   | 1.0
          {"a":1,"b":2}       | {"b":2.0,"a":1}
          {"a":1,"b":null}    | {"a":1}
          [{"x":{"y":1}}]     | [{"x":{"y":1.0}}]
          """)
  void equal_values_have_equal_fingerprints(String left, String right) {
    assertThat(of(left)).isEqualTo(of(right));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          1                   | "1"
          true                | "true"
          null                | ""
          [1,[2]]             | [[1],2]
          ["ab","c"]          | ["a","bc"]
          {"a":{"b":1}}       | {"a":1,"b":1}
          {"a":"b"}           | ["a","b"]
          [null]              | []
          0.1                 | 0.10000000000000002
          """)
  void different_values_have_different_ones(String left, String right) {
    assertThat(of(left)).isNotEqualTo(of(right));
  }

  @ParameterizedTest
  @CsvSource({"100000"})
  void long_values_are_taken_whole(int length) {
    String text = "x".repeat(length);

    assertThat(of("\"" + text + "a\"")).isNotEqualTo(of("\"" + text + "b\""));
  }
}
