package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.n8n.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merge and Compare Datasets. */
class MergeMappingsTest {
  private final Probe probe = new Probe();

  private String merge(double version, String parameters) {
    return probe.read("merge", version, parameters).parameters().toString().replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                        | {}
          {'mode': 'wait'}                          | {'mode':'choose','give':'empty'}
          {'mode': 'passThrough', 'output': 'input2'} | {'mode':'choose','from':2}
          {'mode': 'multiplex'}                     | {'mode':'allCombinations'}
          {'mode': 'mergeByIndex'}                  | {'mode':'byPosition','deep':true,'without':'keepFirst'}
          {'mode': 'mergeByIndex', 'join': 'inner'} | {'mode':'byPosition','deep':true}
          """)
  void the_modes_of_version_1_are_known(String theirs, String ours) {
    assertThat(merge(1, theirs)).isEqualTo(ours);
  }

  @Test
  void version_1_joins_by_one_field() {
    assertThat(merge(1, "{'mode': 'removeKeyMatches', 'propertyName1': 'a', 'propertyName2': 'b'}"))
        .isEqualTo(
            "{'mode':'combineByFields','fields':[{'first':'a','second':'b'}],"
                + "'join':'anti','strictTypes':true}");
    assertThat(
            merge(
                1,
                "{'mode': 'mergeByKey', 'propertyName1': 'a', 'propertyName2': 'a',"
                    + " 'overwrite': 'blank'}"))
        .endsWith(
            "'join':'left','strictTypes':true,'matches':'first','clash':'preferFirst',"
                + "'skipEmpty':true}");
  }

  @ParameterizedTest
  @CsvSource({
    "keepMatches, both, inner",
    "keepMatches, input1, semi",
    "keepMatches, input2, semiSecond",
    "keepNonMatches, both, antiBoth",
    "keepNonMatches, input1, anti",
    "keepNonMatches, input2, antiSecond",
    "keepEverything, both, outer",
    "enrichInput1, both, left",
    "enrichInput2, both, right"
  })
  void joins_have_their_own_names(String join, String from, String ours) {
    assertThat(
            merge(
                2.1,
                "{'mode': 'combine', 'joinMode': '%s', 'outputDataFrom': '%s'}"
                    .formatted(join, from)))
        .contains("'join':'" + ours + "'");
  }

  @Test
  void version_3_names_fields_in_one_line_and_has_more_inputs() {
    assertThat(
            merge(
                3,
                "{'mode': 'combine', 'fieldsToMatchString': 'a, b.c',"
                    + " 'options': {'fuzzyCompare': true}}"))
        .isEqualTo(
            "{'mode':'combineByFields','fields':[{'first':'a'},{'first':'b.c'}],'join':'inner',"
                + "'aloneLast':true,'loose':true,'deep':true}");
    Mapped four = probe.read("merge", 3.2, "{'numberInputs': 4}");
    assertThat(four.inputs()).containsExactly("input1", "input2", "input3", "input4");
    assertThat(merge(3, "{'mode': 'chooseBranch', 'useDataOfInput': '2'}"))
        .isEqualTo("{'mode':'choose','from':2}");
  }

  @Test
  void sql_means_nearly_the_same() {
    assertThat(merge(3.2, "{'mode': 'combineBySql', 'query': 'SELECT 1'}"))
        .isEqualTo("{'mode':'sql','query':'SELECT 1','confirm':true}");
    assertThat(probe.findings()).singleElement().returns(Finding.Kind.APPROXIMATED, Finding::kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'inputs': 3}",
        "{'mode': 'choose', 'from': 2}",
        "{'mode': 'choose', 'give': 'empty'}",
        "{'mode': 'byPosition', 'without': 'keep', 'clash': 'preferFirst', 'deep': true}",
        "{'mode': 'allCombinations', 'clash': 'suffixAll'}",
        """
        {'mode': 'combineByFields', 'fields': [{'first': 'a', 'second': 'b'}], 'join': 'antiBoth',
         'aloneLast': true, 'tellSource': true, 'strictTypes': true, 'matches': 'first',
         'dotNotation': false, 'skipEmpty': true}
        """
      })
  void a_merge_comes_back(String settings) {
    Probe.comesBack("flow.merge", settings);
  }

  @Test
  void comparing_has_changed_its_words() {
    String fields = "'mergeByFields': {'values': [{'field1': 'id', 'field2': 'id'}]}";
    assertThat(probe.read("compareDatasets", 1, "{" + fields + "}").parameters())
        .isEqualTo(
            Probe.json("{'fields': [{'first': 'id', 'second': 'id'}], 'different': 'preferB'}"));
    assertThat(
            probe.read("compareDatasets", 2, "{" + fields + ", 'fuzzyCompare': true}").parameters())
        .containsEntry("loose", true)
        .containsEntry("missingIsEmpty", false)
        .containsEntry("zeroIsEmpty", false)
        .doesNotContainKey("different");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'fields': [{'first': 'a', 'second': 'b'}]}",
        """
        {'fields': [{'first': 'a', 'second': 'b'}], 'different': 'mix', 'mixFrom': 'b',
         'mixExcept': ['x'], 'skip': ['y.z'], 'loose': true, 'matches': 'all',
         'dotNotation': false}
        """
      })
  void a_comparison_comes_back(String settings) {
    Probe.comesBack("data.compareDatasets", settings);
  }
}
