package io.concertmaster.nodes.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import io.concertmaster.nodes.data.Filter;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private static NodeRun filter(String conditions) {
    return NodeRun.of(new Filter())
        .with("conditions", Json.parse(conditions))
        .input(Item.of("a", 1));
  }

  private static String condition(String left, String is, String right) {
    return "[{\"left\":" + left + ",\"is\":\"" + is + "\",\"right\":" + right + "}]";
  }

  private static boolean meets(NodeRun run) throws InterruptedException {
    Outcome outcome = run.run();
    assertThat(outcome.rejected()).isEmpty();
    return !outcome.items().isEmpty();
  }

  private static String fails(NodeRun run) throws InterruptedException {
    return run.run().rejected().getFirst().error().getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          12        | equals         | 12.0       | true
          12        | equals         | "12.0"     | true
          "12"      | equals         | 12         | true
          "0123"    | equals         | "123"      | false
          "a"       | equals         | "A"        | false
          true      | equals         | "true"     | true
          true      | equals         | 1          | false
          null      | equals         | null       | true
          null      | equals         | ""         | false
          [1,2]     | equals         | [1.0,"2"]  | true
          {"a":1}   | equals         | {"a":1}    | true
          {"a":1}   | equals         | {"b":1}    | false
          1         | notEquals      | 2          | true
          null      | notEquals      | 2          | true
          "10"      | greaterThan    | 9          | true
          "10"      | greaterThan    | "9"        | true
          "pear"    | greaterThan    | "apple"    | true
          2         | greaterThan    | 2          | false
          2         | greaterOrEqual | 2          | true
          9007199254740993 | greaterThan | 9007199254740992 | true
          1         | lessThan       | 1.5        | true
          1.5       | lessOrEqual    | "1.5"      | true
          null      | lessThan       | 5          | false
          null      | greaterThan    | 5          | false
          "invoice" | contains       | "voi"      | true
          [1,"b"]   | contains       | "1"        | true
          {"k":0}   | contains       | "k"        | true
          1234      | contains       | 23         | true
          null      | contains       | "a"        | false
          null      | notContains    | "a"        | true
          "invoice" | startsWith     | "in"       | true
          "invoice" | endsWith       | "in"       | false
          "A-17"    | matches        | "\\\\d+$"  | true
          "A-x"     | notMatches     | "\\\\d+$"  | true
          null      | matches        | "."        | false
          "2026-11-24" | before      | "2026-11-24T10:30" | true
          "2026-11-24T10:30:00+02:00" | after | "2026-11-24T08:29Z" | true
          "2026-11-24 10:30:00" | after | "2026-11-24T10:29:59Z" | true
          0         | before         | "1970-01-02" | true
          ""        | empty          | null       | true
          []        | empty          | null       | true
          0         | empty          | null       | false
          0         | notEmpty       | null       | true
          null      | notExists      | null       | true
          ""        | exists         | null       | true
          "TRUE"    | true           | null       | true
          false     | false          | null       | true
          null      | false          | null       | false
          """)
  void values_compare_loosely_where_nobody_is_surprised(
      String left, String is, String right, boolean expected) throws Exception {
    assertThat(meets(filter(condition(left, is, right)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          "abc"     | greaterThan | 5       | Condition 1: cannot compare the text “abc” with the number 5
          {"a":1}   | lessThan    | 5       | Condition 1: cannot compare the object {"a":1} with the number 5
          "soon"    | before      | "2026-11-24" | Condition 1: the text “soon” is no date; dates look like 2026-11-24T10:30
          "a"       | matches     | "("     | Condition 1: “(” is not a pattern: Unclosed group
          "maybe"   | true        | null    | Condition 1: the text “maybe” is neither true nor false
          [1]       | startsWith  | "1"     | Condition 1: the list [1] is no text
          "a"       | resembles   | "b"     | Condition 1: “resembles” is not a way to compare
          """)
  void what_cannot_be_compared_is_an_error_of_its_item(
      String left, String is, String right, String message) throws Exception {
    assertThat(fails(filter(condition(left, is, right)))).isEqualTo(message);
  }

  @Test
  void all_must_be_met_or_any_is_enough() throws Exception {
    String one =
        "[{\"left\":1,\"is\":\"equals\",\"right\":1},{\"left\":1,\"is\":\"equals\",\"right\":2}]";

    assertThat(meets(filter(one))).isFalse();
    assertThat(meets(filter(one).with("match", "any"))).isTrue();
  }

  @Test
  void case_can_be_ignored() throws Exception {
    for (String is : new String[] {"equals", "contains", "startsWith", "endsWith", "matches"}) {
      assertThat(meets(filter(condition("\"ÄPFEL\"", is, "\"äpfel\"")))).isFalse();
      assertThat(meets(filter(condition("\"ÄPFEL\"", is, "\"äpfel\"")).with("ignoreCase", true)))
          .as(is)
          .isTrue();
    }
  }

  @Test
  void a_missing_value_can_be_made_an_error() throws Exception {
    assertThat(fails(filter(condition("null", "lessThan", "5")).with("missing", "error")))
        .isEqualTo("Condition 1: the left value is missing");
    assertThat(meets(filter(condition("null", "notExists", "null")).with("missing", "error")))
        .isTrue();
  }

  @Test
  void dates_without_offset_are_at_home_in_the_zone_of_the_workflow() throws Exception {
    String midnight = condition("\"2026-07-01\"", "before", "\"2026-06-30T23:00:00Z\"");

    assertThat(meets(filter(midnight))).isFalse();
    assertThat(meets(filter(midnight).zone(ZoneId.of("Europe/Amsterdam")))).isTrue();
  }

  @Test
  void no_condition_at_all_is_an_error() throws Exception {
    assertThat(fails(filter("[]"))).contains("there is no condition");
  }

  @Test
  void the_caption_says_the_first_condition() {
    JsonObject total =
        JsonObject.of("left", "={{ $json.total }}", "is", "greaterThan").with("right", 10_000);

    assertThat(Conditions.caption(JsonArray.of(total))).isEqualTo("total is greater than 10000");
    assertThat(Conditions.caption(JsonArray.of(total, total))).endsWith(" …");
    assertThat(
            Conditions.caption(
                JsonArray.of(JsonObject.of("left", "={{ $json.a.b }}", "is", "empty"))))
        .isEqualTo("a.b is empty");
    assertThat(Conditions.caption("={{ $json.conditions }}")).isEmpty();
  }

  @Test
  void a_pattern_that_takes_forever_stops_when_the_run_is_cancelled() throws Exception {
    NodeRun run = filter(condition("\"" + "a".repeat(60) + "!\"", "matches", "\"^(.*a){30}$\""));
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread worker =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                run.run();
                end.complete(new AssertionError("it came to an end by itself"));
              } catch (Throwable e) {
                end.complete(e);
              }
            });
    worker.interrupt();

    assertThat(end.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }
}
