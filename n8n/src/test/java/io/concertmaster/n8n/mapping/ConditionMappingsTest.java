package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.n8n.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If, Filter and Switch. */
class ConditionMappingsTest {
  private final Probe probe = new Probe();

  private static String typed(String options, String operator) {
    return """
    {'conditions': {'options': %s, 'combinator': 'or', 'conditions': [
      {'leftValue': '={{ $json.a }}', 'rightValue': 5, 'operator': %s}]}}
    """
        .formatted(options, operator);
  }

  @Test
  void early_conditions_compare_as_javascript_does() {
    Mapped mapped =
        probe.read(
            "if",
            1,
            """
            {'combineOperation': 'any', 'conditions': {
              'string': [{'value1': '={{ $json.a }}', 'operation': 'regex', 'value2': '/x/i'}],
              'number': [{'value1': '={{ $json.n }}', 'value2': 2}],
              'dateTime': [{'value1': '={{ $json.d }}', 'value2': '2026-01-01'}]}}
            """);

    assertThat(mapped.outputs()).containsExactly("true", "false");
    assertThat(mapped.parameters())
        .isEqualTo(
            Probe.json(
                """
                {'match': 'any', 'types': 'script', 'conditions': [
                  {'left': '={{ $json.d }}', 'is': 'after', 'right': '2026-01-01',
                   'as': 'dateTime'},
                  {'left': '={{ $json.n }}', 'is': 'lessThan', 'right': 2},
                  {'left': '={{ $json.a }}', 'is': 'matches', 'right': '/x/i'}]}
                """));
  }

  @Test
  void typed_conditions_say_as_what_they_compare() {
    assertThat(
            probe
                .read(
                    "filter",
                    2,
                    typed(
                        "{'caseSensitive': false, 'typeValidation': 'strict'}",
                        "{'type': 'number', 'operation': 'gte'}"))
                .parameters())
        .isEqualTo(
            Probe.json(
                """
                {'match': 'any', 'types': 'strict', 'ignoreCase': true, 'conditions': [
                  {'left': '={{ $json.a }}', 'is': 'greaterOrEqual', 'right': 5,
                   'as': 'number'}]}
                """));
  }

  @Test
  void before_version_2_of_the_rules_loosely_true_is_what_is_something() {
    String operator = "{'type': 'boolean', 'operation': 'true', 'singleValue': true}";

    assertThat(
            probe
                .read(
                    "if", 2, typed("{'caseSensitive': true, 'typeValidation': 'loose'}", operator))
                .parameters())
        .hasToString(
            "{\"conditions\":[{\"left\":\"={{ $json.a }}\",\"is\":\"true\",\"as\":\"truth\"}],"
                + "\"match\":\"any\"}");
    assertThat(
            probe
                .read(
                    "if",
                    2.2,
                    typed(
                        "{'caseSensitive': true, 'typeValidation': 'loose', 'version': 2}",
                        operator))
                .parameters()
                .toString())
        .contains("\"as\":\"boolean\"");
  }

  @Test
  void options_that_a_block_leaves_out_are_off() {
    assertThat(
            probe
                .read("if", 2, typed("{}", "{'type': 'number', 'operation': 'equals'}"))
                .parameters())
        .containsEntry("ignoreCase", true)
        .doesNotContainKey("types");
  }

  @Test
  void no_condition_is_always_met_or_never() {
    assertThat(probe.read("if", 2.2, "{}").parameters())
        .isEqualTo(Probe.json("{'types': 'strict', 'conditions': [{'left': true, 'is': 'true'}]}"));
    assertThat(probe.read("filter", 1, "{'combineConditions': 'OR'}").parameters())
        .isEqualTo(
            Probe.json(
                """
                {'match': 'any', 'types': 'script', 'conditions': [
                  {'left': false, 'is': 'true'}]}
                """));
  }

  @Test
  void an_operation_that_nobody_knows_makes_no_node() {
    assertThat(probe.reads("if", 2.2, typed("{}", "{'type': 'string', 'operation': 'rhymes'}")))
        .isFalse();
    assertThat(probe.findings())
        .singleElement()
        .returns(Finding.Kind.LEFT_OUT, Finding::kind)
        .returns("conditions", Finding::parameter);
  }

  @Test
  void a_switch_of_version_1_has_four_outputs() {
    Mapped mapped =
        probe.read(
            "switch",
            1,
            """
            {'dataType': 'string', 'value1': '={{ $json.a }}', 'fallbackOutput': 3,
             'rules': {'rules': [{'value2': 'x', 'output': 1}, {'value2': 'y'}]}}
            """);

    assertThat(mapped.outputs()).containsExactly("rule1", "rule2", "rule3", "rule4");
    assertThat(mapped.parameters())
        .containsEntry("outputs", 4L)
        .containsEntry("fallback", "existing")
        .containsEntry("fallbackTo", 3L);
    assertThat(mapped.parameters().get("rules").toString()).contains("\"output\":1");
  }

  @Test
  void a_switch_of_version_3_names_its_outputs() {
    Mapped mapped =
        probe.read(
            "switch",
            3.2,
            """
            {'options': {'fallbackOutput': 'extra', 'renameFallbackOutput': 'Rest',
                         'allMatchingOutputs': true},
             'looseTypeValidation': true,
             'rules': {'values': [{'renameOutput': true, 'outputKey': 'Big', 'conditions': {
               'conditions': [{'leftValue': 1, 'rightValue': 1,
                               'operator': {'type': 'number', 'operation': 'equals'}}]}}]}}
            """);

    assertThat(mapped.outputs()).containsExactly("rule1", "fallback");
    assertThat(mapped.parameters())
        .isEqualTo(
            Probe.json(
                """
                {'send': 'all', 'fallback': 'output', 'fallbackName': 'Rest', 'rules': [
                  {'name': 'Big', 'conditions': [
                    {'left': 1, 'is': 'equals', 'right': 1, 'as': 'number'}]}]}
                """));
  }

  @Test
  void a_switch_by_expression_counts_outputs_from_0() {
    assertThat(probe.read("switch", 3, "{'mode': 'expression', 'output': '={{ 1 }}'}"))
        .returns(4, mapped -> mapped.outputs().size())
        .returns(
            Probe.json("{'mode': 'number', 'number': '={{ 1 }}', 'outputs': 4}"),
            Mapped::parameters);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {'types': 'strict', 'ignoreCase': true, 'match': 'any', 'conditions': [
          {'left': '={{ $json.a }}', 'is': 'notStartsWith', 'right': 'x', 'as': 'string'},
          {'left': '={{ $json.b }}', 'is': 'notBefore', 'right': '2026-01-01', 'as': 'dateTime'},
          {'left': '={{ $json.c }}', 'is': 'lengthLessThan', 'right': 3, 'as': 'array'}]}
        """,
        """
        {'conditions': [{'left': '={{ $json.a }}', 'is': 'false', 'as': 'boolean'},
          {'left': '={{ $json.o }}', 'is': 'notExists', 'as': 'object'}]}
        """
      })
  void if_and_filter_come_back(String settings) {
    Probe.comesBack("flow.if", settings);
    Probe.comesBack("data.filter", settings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {'types': 'strict', 'fallback': 'output', 'fallbackName': 'Rest', 'send': 'all',
         'rules': [{'name': 'A', 'match': 'any', 'conditions': [
           {'left': '={{ $json.a }}', 'is': 'lessThan', 'right': 3, 'as': 'number'}]}]}
        """,
        """
        {'fallback': 'existing', 'fallbackTo': 0, 'rules': [{'conditions': [
           {'left': '={{ $json.a }}', 'is': 'contains', 'right': 'x', 'as': 'array'}]}]}
        """,
        "{'mode': 'number', 'number': '={{ $json.n }}', 'outputs': 3}"
      })
  void a_switch_comes_back(String settings) {
    Probe.comesBack("flow.switch", settings);
  }

  @Test
  void what_means_another_thing_there_is_told() {
    probe.write(
        "flow.if",
        Probe.json("{'types': 'script', 'conditions': [{'left': 1, 'is': 'equals', 'right': 1}]}"));

    assertThat(probe.findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.APPROXIMATED, Finding.Kind.APPROXIMATED);
  }
}
