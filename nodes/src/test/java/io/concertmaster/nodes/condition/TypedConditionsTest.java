package io.concertmaster.nodes.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import io.concertmaster.nodes.data.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that say as what they compare, and the ways to deal with types. */
class TypedConditionsTest {
  private static NodeRun filter(String types, String as, String left, String is, String right) {
    String named = as.isEmpty() ? "" : ",\"as\":\"" + as + "\"";
    return NodeRun.of(new Filter())
        .with(
            "conditions",
            Json.parse(
                "[{\"left\":%s,\"is\":\"%s\",\"right\":%s%s}]".formatted(left, is, right, named)))
        .with("types", types)
        .input(Item.of("a", 1));
  }

  private static String verdict(NodeRun run) throws InterruptedException {
    Outcome outcome = run.run();
    return outcome.rejected().isEmpty() ? String.valueOf(!outcome.items().isEmpty()) : "error";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          string   | null      | empty             | null   | true
          string   | 12        | startsWith        | 1      | true
          string   | "abc"     | notStartsWith     | "a"    | false
          string   | "abc"     | notEndsWith       | "b"    | true
          string   | {"a":1}   | contains          | "\\"a\\"" | true
          string   | "Order-7" | matches           | "/^order-\\\\d$/i" | true
          number   | "0x1F"    | equals            | 31     | true
          number   | ""        | equals            | 0      | true
          number   | null      | equals            | 0      | false
          number   | null      | greaterThan       | -1     | true
          number   | null      | lessOrEqual       | -1     | false
          number   | "x"       | equals            | 0      | error
          dateTime | "2026-01-05" | before         | "Jan 6, 2026" | true
          dateTime | "2026-01-05" | notAfter       | "2026-01-05T00:00" | true
          dateTime | "soon"    | before            | "2026-01-05" | error
          dateTime | null      | before            | "2026-01-05" | false
          boolean  | "TRUE"    | true              | null   | true
          boolean  | 0         | false             | null   | true
          boolean  | null      | false             | null   | true
          boolean  | "maybe"   | true              | null   | error
          truth    | "false"   | true              | null   | true
          truth    | 0         | true              | null   | false
          array    | [1,2]     | contains          | 2      | true
          array    | [1,2]     | contains          | "2"    | false
          array    | "[1, 2]"  | lengthEquals      | 2      | true
          array    | [1,2]     | lengthGreaterThan | 2      | false
          array    | [1,2]     | lengthLessOrEqual | "2"    | true
          array    | null      | empty             | null   | true
          object   | {}        | notEmpty          | null   | false
          object   | null      | empty             | null   | true
          object   | "x"       | empty             | null   | error
          """)
  void values_are_made_what_they_are_compared_as(
      String as, String left, String is, String right, String expected) throws Exception {
    assertThat(verdict(filter("convert", as, left, is, right))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          number   | 12           | equals | 12           | true
          number   | "12"         | equals | 12           | error
          number   | 12           | equals | "12"         | error
          number   | null         | equals | 12           | false
          string   | "a"          | equals | "a"          | true
          string   | 1            | equals | "1"          | error
          boolean  | "true"       | true   | null         | error
          dateTime | "2026-01-05" | before | "2026-01-06" | true
          ''       | 12           | equals | 12           | true
          ''       | 12           | equals | "12"         | error
          ''       | "2026-01-05" | after  | "2026-01-04" | true
          """)
  void strictly_only_values_of_the_type_compare(
      String as, String left, String is, String right, String expected) throws Exception {
    assertThat(verdict(filter("strict", as, left, is, right))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          ''       | "12"   | equals      | 12     | false
          ''       | "12"   | greaterThan | 5      | true
          ''       | "12"   | greaterThan | "5"    | false
          ''       | null   | lessThan    | 1      | true
          ''       | {"a":1}| lessThan    | 1      | false
          ''       | null   | contains    | ""     | true
          ''       | 123    | contains    | 2      | true
          ''       | []     | empty       | null   | true
          ''       | 0      | empty       | null   | false
          ''       | "ab"   | matches     | "/^A/i"| true
          ''       | ""     | true        | null   | false
          dateTime | "2026-01-06" | after | "2026-01-05T23:59" | true
          dateTime | ""     | after       | "2026-01-05" | error
          """)
  void as_in_a_script_nothing_is_converted_but_numbers(
      String as, String left, String is, String right, String expected) throws Exception {
    assertThat(verdict(filter("script", as, left, is, right))).isEqualTo(expected);
  }

  @Test
  void a_number_that_is_missing_has_no_place_among_others() throws Exception {
    NodeRun run =
        NodeRun.of(new Filter())
            .with("conditions", Json.parse("[{\"is\":\"lessThan\",\"right\":1,\"as\":\"number\"}]"))
            .input(Item.of("a", 1));

    assertThat(verdict(run)).isEqualTo("false");
  }

  @Test
  void an_unknown_type_is_an_error() throws Exception {
    assertThat(verdict(filter("convert", "colour", "1", "equals", "1"))).isEqualTo("error");
  }
}
