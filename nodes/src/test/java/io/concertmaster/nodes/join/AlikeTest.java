package io.concertmaster.nodes.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlikeTest {
  private static boolean alike(Alike alike, String left, String right) {
    Object a = Json.parse(left);
    Object b = Json.parse(right);
    return alike.key(a).equals(alike.key(b)) && alike.same(a, b) && alike.same(b, a);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          1              | 1.0            | EXACT WRITTEN LOOSE LOOSEST
          {"a":1,"b":2}  | {"b":2,"a":1}  | EXACT WRITTEN LOOSE LOOSEST
          null           | null           | EXACT WRITTEN LOOSE LOOSEST
          17             | "17"           | WRITTEN LOOSE LOOSEST
          ""             | null           | LOOSE LOOSEST
          []             | ""             | LOOSE LOOSEST
          true           | "TRUE"         | LOOSE LOOSEST
          false          | 0              | LOOSE LOOSEST
          null           | 0              | LOOSEST
          "0"            | null           | LOOSEST
          ""             | 0              | -
          "true"         | 1              | -
          "01"           | 1              | -
          [1]            | [2]            | -
          "True"         | "true"         | -
          """)
  void values_are_alike_in_more_and_more_ways(String left, String right, String ways) {
    for (Alike each : Alike.values()) {
      assertThat(alike(each, left, right))
          .as(each.name())
          .isEqualTo(java.util.List.of(ways.split(" ")).contains(each.name()));
    }
  }
}
