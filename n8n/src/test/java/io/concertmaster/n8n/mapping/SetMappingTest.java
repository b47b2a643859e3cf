package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.n8n.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetMappingTest {
  private final Probe probe = new Probe();

  private String read(double version, String parameters) {
    return probe.read("set", version, parameters).parameters().toString().replace('"', '\'');
  }

  @Test
  void early_versions_set_values_as_they_are_flags_first() {
    String values =
        """
        {'keepOnlySet': true, 'options': {'dotNotation': false}, 'values': {
          'string': [{'name': 's', 'value': 'x'}, {'name': 'e'}],
          'number': [{'name': 'n', 'value': '5'}], 'boolean': [{'name': 'b'}]}}
        """;

    assertThat(read(1, values))
        .isEqualTo(
            "{'fields':[{'name':'b','value':false},{'name':'n','value':'5'},"
                + "{'name':'s','value':'x'},{'name':'e','value':''}],"
                + "'keep':'none','keepFiles':false,'dotNotation':false}");
    assertThat(read(2, values))
        .contains("{'name':'n','type':'number','value':'5'}")
        .contains("'misfits':'keep'");
  }

  @Test
  void up_to_3_2_each_type_has_its_own_value() {
    assertThat(
            read(
                3.2,
                """
                {'include': 'except', 'excludeFields': 'a, b', 'fields': {'values': [
                  {'name': 's', 'stringValue': 'x'},
                  {'name': 'n', 'type': 'numberValue', 'numberValue': 5},
                  {'name': 'b', 'type': 'booleanValue'}]},
                 'options': {'ignoreConversionErrors': true, 'includeBinary': true}}
                """))
        .isEqualTo(
            "{'fields':[{'name':'s','type':'string','value':'x'},"
                + "{'name':'n','type':'number','value':5},"
                + "{'name':'b','type':'boolean','value':'true'}],"
                + "'misfits':'keep','keep':'except','keepFields':['a','b']}");
    assertThat(read(3, "{'options': {}}")).isEqualTo("{'fields':[],'keepFiles':false}");
  }

  @Test
  void since_3_3_other_fields_are_asked_for_and_since_3_4_files_go_with_them() {
    assertThat(read(3.3, "{'options': {}}"))
        .isEqualTo("{'fields':[],'keep':'none','keepFiles':false}");
    assertThat(read(3.4, "{'includeOtherFields': true, 'options': {}}")).isEqualTo("{'fields':[]}");
    assertThat(
            read(
                3.4,
                """
                {'includeOtherFields': true, 'include': 'selected', 'includeFields': '',
                 'options': {'stripBinary': true}}
                """))
        .isEqualTo("{'fields':[],'keep':'none','keepFiles':false}");
  }

  @Test
  void json_and_copies_are_read() {
    assertThat(
            read(
                3.4,
                "{'mode': 'raw', 'jsonOutput': '={}', 'duplicateItem': true,"
                    + " 'duplicateCount': 2, 'options': {}}"))
        .isEqualTo("{'mode':'json','json':'={}','keep':'none','keepFiles':false,'copies':2}");
    assertThat(probe.findings()).extracting(Finding::parameter).containsExactly("duplicateItem");
  }

  @Test
  void lists_and_objects_go_into_a_json_text_as_json() {
    assertThat(JsonTemplate.of("={\"a\": {{ $json.list }}, \"b\": \"{{ $json.b }}\"}"))
        .isEqualTo(
            "={\"a\": {{ (value => value !== null && typeof value === 'object'"
                + " ? JSON.stringify(value) : String(value))($json.list) }},"
                + " \"b\": \"{{ $json.b }}\"}");
    for (String same :
        new String[] {
          "={{ $json }}", "{\"a\": 1}", "={\"a\": {{ JSON.stringify($json.a) }}}", "={{ a"
        }) {
      assertThat(JsonTemplate.of(same)).isEqualTo(same);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {'fields': [{'name': 'a.b', 'type': 'number', 'value': '={{ $json.x }}'},
                    {'name': 'c', 'type': 'array', 'value': '[1]'}]}
        """,
        """
        {'fields': [], 'keep': 'selected', 'keepFields': ['a', 'b'], 'dotNotation': false,
         'misfits': 'keep', 'keepFiles': false}
        """,
        "{'mode': 'json', 'json': '={{ $json }}', 'keep': 'none', 'keepFiles': false}"
      })
  void settings_come_back(String settings) {
    Probe.comesBack("data.editFields", settings);
  }
}
