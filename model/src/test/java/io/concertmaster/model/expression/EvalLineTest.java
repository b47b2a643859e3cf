package io.concertmaster.model.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import org.junit.jupiter.api.Test;

class EvalLineTest {
  private static String answer(String line) {
    return EvalLine.evaluate(Json.parseObject(line)).toString();
  }

  @Test
  void theInputIsARecordAnItemOrAListOfThem() {
    assertThat(answer("{\"expression\": \"={{ $json.a + 1 }}\", \"input\": {\"a\": 1}}"))
        .isEqualTo("{\"value\":2,\"type\":\"number\"}");
    assertThat(
            answer("{\"expression\": \"={{ $json.a }}\", \"input\": {\"json\": {\"a\": \"x\"}}}"))
        .isEqualTo("{\"value\":\"x\",\"type\":\"string\"}");
    assertThat(
            answer(
                "{\"expression\": \"={{ $json.a }}\", \"itemIndex\": 1,"
                    + " \"input\": [{\"a\": 1}, {\"a\": [2]}]}"))
        .isEqualTo("{\"value\":[2],\"type\":\"array\"}");
  }

  @Test
  void theContextMayLieInAFieldOfItsOwn() {
    assertThat(
            answer(
                "{\"expression\": \"={{ $json.a + $runIndex }}\","
                    + " \"context\": {\"input\": [{\"json\": {\"a\": 1}}], \"runIndex\": 4}}"))
        .isEqualTo("{\"value\":5,\"type\":\"number\"}");
  }

  @Test
  void typesAreNamed() {
    assertThat(answer("{\"expression\": \"={{ null }}\"}"))
        .isEqualTo("{\"value\":null,\"type\":\"null\"}");
    assertThat(answer("{\"expression\": \"={{ undefined }}\"}"))
        .isEqualTo("{\"value\":null,\"type\":\"undefined\"}");
    assertThat(answer("{\"expression\": \"={{ !0 }}\"}"))
        .isEqualTo("{\"value\":true,\"type\":\"boolean\"}");
    assertThat(answer("{\"expression\": \"={{ {a: 0/0} }}\"}"))
        .isEqualTo(
            "{\"value\":{\"a\":{\"$type\":\"number\",\"value\":\"NaN\"}},\"type\":\"object\"}");
    assertThat(answer("{\"expression\": \"plain\"}"))
        .isEqualTo("{\"value\":\"plain\",\"type\":\"string\"}");
  }

  @Test
  void nodesTimeAndEnvironmentCanBeGiven() {
    assertThat(
            answer(
                "{\"expression\": \"={{ $('A').last().json.x + $env.E + $now.toISO() }}\","
                    + " \"nodes\": {\"A\": [{\"x\": 1}, {\"x\": 2}]}, \"env\": {\"E\": \"e\"},"
                    + " \"now\": \"2026-01-31T12:00:00Z\", \"timezone\": \"Europe/Amsterdam\"}"))
        .isEqualTo("{\"value\":\"2e2026-01-31T13:00:00.000+01:00\",\"type\":\"string\"}");
  }

  @Test
  void stringsInListsAndObjectsAreResolvedOneByOne() {
    assertThat(
            answer(
                "{\"expression\": {\"a\": [\"={{ 1 }}\", \"b\", \"={{ [].x }}\"], \"c\": \"=d\"}}"))
        .isEqualTo("{\"value\":{\"a\":[1,\"b\",null],\"c\":\"d\"},\"type\":\"object\"}");
  }

  @Test
  void failuresAreAnswersToo() {
    assertThat(answer("{\"expression\": \"={{ 1 + }}\"}"))
        .isEqualTo(
            "{\"error\":\"expected a value, but found the end of the block\",\"kind\":\"SYNTAX\","
                + "\"start\":8,\"end\":8}");
    assertThat(answer("{}")).contains("no field 'expression'");
    assertThat(answer("{\"expression\": \"={{ 1 }}\", \"now\": \"soon\"}")).contains("'now'");
  }
}
