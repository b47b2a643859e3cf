package io.concertmaster.model.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tables of expressions and their values in the test resources. */
class TablesTest {
  private static final JsonObject RECORD =
      Json.parseObject(
              """
              {"name": "Ann Smith", "first name": "Ann", "total": 10.5, "count": 3, "flag": true,
               "nothing": null, "keys": "own field", "tags": ["red", "green", "blue"],
               "nested": {"list": [1, {"x": "deep"}]}, "long": 9007199254740993,
               "longer": 12345678901234567890123,
               "people": [{"name": "Ann", "age": 30}, {"name": "Bob", "age": 25},
                          {"name": "Cid", "age": 40}]}\
              """)
          .with("decimal", new BigDecimal("12.50"));

  @TestFactory
  Stream<DynamicTest> javaScriptsValues() throws IOException {
    return table("javascript.txt");
  }

  @TestFactory
  Stream<DynamicTest> valuesBeyondJavaScript() throws IOException {
    return table("n8n.txt");
  }

  @TestFactory
  Stream<DynamicTest> regularExpressions() throws IOException {
    return table("regexp.txt");
  }

  @TestFactory
  Stream<DynamicTest> dates() throws IOException {
    return Stream.concat(table("date.txt"), table("luxon.txt"));
  }

  @TestFactory
  Stream<DynamicTest> languages() throws IOException {
    return table("intl.txt");
  }

  @TestFactory
  Stream<DynamicTest> queries() throws IOException {
    return table("jmespath.txt");
  }

  private static Stream<DynamicTest> table(String file) throws IOException {
    try (InputStream table =
        Objects.requireNonNull(
            TablesTest.class.getResourceAsStream("/expressions/" + file), file)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains("  =>  "))
          .map(line -> line.split("  =>  ", 2))
          .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[0], row[1])));
    }
  }

  private static void check(String expression, String expected) {
    assertThat(value(expression)).as(expression).isEqualTo(expected);
  }

  static String value(String expression) {
    TestScope scope =
        TestScope.of(RECORD, JsonObject.of("name", "second"))
            .node("Fetch", JsonObject.of("id", 1), JsonObject.of("id", 2))
            .node("Later", false, List.of());
    try {
      // a space keeps braces of the expression's own from ending the block
      String code = expression.replace("}}", "} }").replace("}}", "} }");
      return Shown.of(Expression.compile("={{ " + code + " }}").evaluate(scope));
    } catch (ExpressionException e) {
      return "error " + e.kind();
    }
  }
}
