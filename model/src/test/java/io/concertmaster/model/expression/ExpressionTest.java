package io.concertmaster.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExpressionTest {
  private static final JsonObject ANN = JsonObject.of("name", "Ann", "age", 30);

  private static Object value(String parameter) throws ExpressionException {
    return Expression.compile(parameter).evaluate(TestScope.of(ANN));
  }

  @Test
  void onlyAStringThatBeginsWithAnEqualsSignIsAnExpression() {
    assertThat(Expression.isExpression("={{ 1 }}")).isTrue();
    assertThat(Expression.isExpression("=")).isTrue();
    assertThat(Expression.isExpression("{{ 1 }}")).isFalse();
    assertThat(Expression.isExpression(" ={{ 1 }}")).isFalse();
    assertThat(Expression.isExpression(5L)).isFalse();
    assertThat(Expression.isExpression(null)).isFalse();
  }

  @Test
  void textWithoutBlocksIsWhatStandsBehindTheEqualsSign() throws Exception {
    assertThat(value("=")).isEqualTo("");
    assertThat(value("=plain")).isEqualTo("plain");
    assertThat(value("==x")).isEqualTo("=x");
    assertThat(value("=a } b { c }")).isEqualTo("a } b { c }");
  }

  @Test
  void aBlockAloneKeepsItsType() throws Exception {
    assertThat(value("={{ 5 }}")).isEqualTo(5L);
    assertThat(value("={{ 5.5 }}")).isEqualTo(5.5);
    assertThat(value("={{ [1] }}")).isEqualTo(JsonArray.of(1));
    assertThat(value("={{ null }}")).isNull();
    assertThat(value("={{ undefined }}")).isEqualTo(Undefined.VALUE);
    assertThat(value("={{ }}")).isEqualTo(Undefined.VALUE);
    assertThat(value("={{ $json }}")).isSameAs(ANN);
  }

  @Test
  void blocksAndTextsAreJoinedAsText() throws Exception {
    assertThat(value("={{ 5 }} ")).isEqualTo("5 ");
    assertThat(value("= {{ 5 }}")).isEqualTo(" 5");
    assertThat(value("={{ 1 }}{{ 2 }}")).isEqualTo("12");
    assertThat(value("=Hi {{ $json.name }}, {{ $json.age + 1 }}!")).isEqualTo("Hi Ann, 31!");
    assertThat(value("=<{{ null }}{{ undefined }}{{ $json.nope.x }}>")).isEqualTo("<>");
    assertThat(value("=<{{ [1, [2, null]] }}>")).isEqualTo("<1,2,>");
    assertThat(value("=<{{ {} }}>")).isEqualTo("<[object Object]>");
    assertThat(value("=<{{ true }}{{ -0 }}{{ 1e21 }}>")).isEqualTo("<true01e+21>");
  }

  @Test
  void aBackslashKeepsBracesFromTheirMeaning() throws Exception {
    assertThat(value("=\\{{ 1 }}")).isEqualTo("{{ 1 }}");
    assertThat(value("={{ '\\}}' }}")).isEqualTo("}}");
    assertThat(value("={{ {a: {b: 1\\}}.a.b }}")).isEqualTo(1L);
  }

  @Test
  void whatHasNoValueInJsonIsLeftOutOfRecordsAndNullInLists() throws Exception {
    assertThat(value("={{ {a: undefined, b: x => x, c: [undefined, x => x], d: 1} }}"))
        .isEqualTo(JsonObject.of("c", JsonArray.of(null, null), "d", 1));
    assertThat(value("={{ x => x }}")).isEqualTo(Undefined.VALUE);
    assertThat(value("={{ Math }}")).isEqualTo(JsonObject.empty());
  }

  @Test
  void numbersAreLongsWhereTheyAreWholeAndSmallEnough() throws Exception {
    assertThat(value("={{ 4 / 2 }}")).isEqualTo(2L);
    assertThat(value("={{ 2 ** 53 }}")).isEqualTo(9007199254740992L);
    assertThat(value("={{ 2 ** 54 }}")).isEqualTo(18014398509481984.0);
    assertThat(value("={{ -0 }}")).isEqualTo(-0.0);
    assertThat(value("={{ 0 / 0 }}")).isEqualTo(Double.NaN);
  }

  @Test
  void withoutAnItemItsRecordIsMissing() {
    assertThatThrownBy(() -> Expression.compile("={{ $json.a ?? 1 }}").evaluate(TestScope.of()))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISSING_DATA));
  }

  @Test
  void oneExpressionServesManyThreadsAndShapes() throws Exception {
    Expression expression =
        Expression.compile("={{ $json.x + ':' + [1, 2].map(i => i + $json.x) }}");
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Object>> calls = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        JsonObject record =
            i % 2 == 0 ? JsonObject.of("x", i) : JsonObject.of("pad" + i % 7, 0, "x", i);
        calls.add(() -> expression.evaluate(TestScope.of(record)));
      }
      int i = 0;
      for (Future<Object> result : threads.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo(i + ":" + (1 + i) + "," + (2 + i));
        i++;
      }
    }
  }

  @Test
  void itSaysWhichNodesItNamesAndWhere() throws Exception {
    String parameter =
        "=a {{ $('Get it').item.json.x }} {{ $node.Fetch.json.y + $node['Z']\n.json.z }}";
    List<NodeReference> references = Expression.compile(parameter).nodeReferences();
    assertThat(references)
        .extracting(r -> r.name() + "=" + parameter.substring(r.start(), r.end()))
        .containsExactly("Get it='Get it'", "Fetch=.Fetch", "Z='Z'");
    assertThat(references.get(0).written("O\"k")).isEqualTo("\"O\\\"k\"");
    assertThat(references.get(1).written("New one")).isEqualTo("[\"New one\"]");
  }

  @Test
  void itSaysWhichFieldsItReadsAndWhere() throws Exception {
    String parameter = "={{ $json.a.b + $json['c d'] + (x => x.e)($json) }}";
    assertThat(Expression.compile(parameter).fieldReferences())
        .extracting(r -> r.field() + "=" + parameter.substring(r.start(), r.end()))
        .containsExactly("a=$json.a", "c d=$json['c d']");
  }

  @Test
  void filesAreDescribed() throws Exception {
    Item item =
        Item.of(ANN)
            .withBinary(
                java.util.Map.of(
                    "data",
                    new io.concertmaster.node.data.BinaryData("b1", "a.csv", "text/csv", 12)));
    assertThat(
            Expression.compile("={{ $binary.data.fileName + $binary.data.fileExtension }}")
                .evaluate(TestScope.withItems(item)))
        .isEqualTo("a.csvcsv");
    assertThat(
            Expression.compile("={{ $input.item.binary.data.mimeType }}")
                .evaluate(TestScope.withItems(item)))
        .isEqualTo("text/csv");
  }

  /** Each mistake with the kind of its error, the text it points at, and a part of the message. */
  @TestFactory
  Stream<DynamicTest> mistakesAreShownWhereTheyAre() {
    return """
    ={{ 1 + }} | SYNTAX | - | expected a value
    ={{ $json.a b }} | SYNTAX | b | expected an operator
    =x {{ (1 + 2 }} | SYNTAX | - | expected ')'
    ={{ [1, 2 }} | SYNTAX | - | expected ','
    ={{ 'abc }} | SYNTAX | 'abc  | the text has no end
    ={{ `abc }} | SYNTAX | `abc  | the template has no end
    ={{ {a: {b: 1}}.a }} | SYNTAX | - | the first }} ends the block
    ={{ 1 | SYNTAX | {{ 1 | the block has no end
    ={{ $json. }} | SYNTAX | - | expected a name
    ={{ a ?? b || c }} | SYNTAX | a ?? b || c | parentheses
    ={{ -1 ** 2 }} | SYNTAX | -1 | parentheses
    ={{ 1 = 2 }} | SYNTAX | 1 = | compare with ==
    ={{ 08 }} | SYNTAX | 08 | cannot begin with 0
    ={{ 3px }} | SYNTAX | 3p | cannot follow a number
    ={{ '\\u12' }} | SYNTAX | \\u12' | escape
    ={{ const x = 1 }} | SYNTAX | const | statement
    ={{ {a = 1} }} | SYNTAX | a = 1 | ':'
    ={{ /abc }} | SYNTAX | /abc  | no end
    ={{ 1 /* x }} | SYNTAX | /* x  | comment
    ={{ $jsn.a }} | REFERENCE | $jsn | did you mean $json?
    ={{ 'a'.touppercase() }} | UNSUPPORTED | .touppercase() | did you mean toUpperCase?
    ={{ Math.flor(1) }} | UNSUPPORTED | Math.flor | did you mean floor?
    ={{ [1].push(2) }} | UNSUPPORTED | .push(2) | push()
    ={{ $json.a = 1 }} | UNSUPPORTED | $json.a = 1 | assignments
    ={{ [1].map(function (x) { return x }) }} | UNSUPPORTED | function (x) { return x } | 'function'
    ={{ [1].map(x => { const y = x; return y }) }} | UNSUPPORTED | { const y = x; return y } | several statements
    ={{ (() => { let s = `a${ {x: /}/} }b`; return s; })() }} | UNSUPPORTED | { let s = `a${ {x: /}/} }b`; return s; } | several statements
    ={{ $json.constructor }} | UNSUPPORTED | constructor | constructor
    ={{ $input }} | UNSUPPORTED | $input | cannot stand alone
    ={{ /a(/ }} | SYNTAX | /a(/ | no end
    ={{ /a/gg }} | SYNTAX | /a/gg | flags
    ={{ tag`x` }} | UNSUPPORTED | tag`x` | tagged templates
    ={{ ___n8n_data }} | REFERENCE | ___n8n_data | reserved
    ={{ new Foo.Bar() }} | UNSUPPORTED | new Foo.Bar() | 'new'
    ={{ [1,,2] }} | UNSUPPORTED | [1,,2] | holes
    """
        .lines()
        .map(line -> line.split(" \\| "))
        .map(row ->
            DynamicTest.dynamicTest(
                row[0],
                () ->
                    assertThatThrownBy(() -> Expression.compile(row[0]))
                        .isInstanceOfSatisfying(
                            ExpressionException.class,
                            e -> {
                              assertThat(e.kind()).isEqualTo(Kind.valueOf(row[1]));
                              assertThat(e.getMessage()).contains(row[3]);
                              assertThat(row[0].substring(e.start(), e.end()).strip())
                                  .isEqualTo(row[2].equals("-") ? "" : row[2].strip());
                            })));
  }

  @Test
  void aFailureWhileEvaluatingHasItsPlaceToo() throws Exception {
    String parameter = "=a {{ 1 + ['x'].sum() }}";
    Expression expression = Expression.compile(parameter);
    assertThatThrownBy(() -> expression.evaluate(TestScope.of(ANN)))
        .isInstanceOfSatisfying(
            ExpressionException.class,
            e -> assertThat(parameter.substring(e.start(), e.end())).isEqualTo("['x'].sum()"));
  }
}
