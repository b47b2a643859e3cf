package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListMappingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "data.splitOut | {'field':'a, b','as':'x, y','noList':'values','keepFiles':false,'wholeNames':true}",
        "data.splitOut | {'field':'$files','include':'all','noList':'values','wholeNames':true}",
        "data.splitOut | {'field':'a','include':'selected','includeFields':['b','c.d'],'noList':'values','keepFiles':false,'wholeNames':true,'dots':false}",
        "data.aggregate | {'as':'rows','include':'except','includeFields':['a','b'],'skipEmpty':true,'files':'different','dots':false}",
        "data.aggregate | {'mode':'fields','fields':[{'field':'a'},{'field':'b','as':'c'}],'keepMissing':true,'mergeLists':true,'files':'all'}",
        "data.limit | {'count':5,'keep':'last'}",
        "data.limit | {}",
        "data.sort | {'keys':[{'field':'a.b'},{'field':'c','order':'desc'}],'ignoreCase':true,'mustExist':true}",
        "data.sort | {'order':'random'}",
        "data.removeDuplicates | {'compare':'selected','fields':['a','b'],'removeOthers':true,'mustExist':true,'types':'same'}",
        "data.removeDuplicates | {'compare':'except','fields':['a'],'types':'same','dots':false}",
        "data.renameFields | {'names':[{'field':'a','as':'b'}],'patterns':[{'find':'x','replace':'y','ignoreCase':true,'everywhere':false,'depth':2}]}",
        "data.summarize | {'groupBy':['a.b','c'],'calculate':[{'field':'d','as':'count_d'},{'operation':'concatenate','field':'e','as':'concatenated_e','separator':' - ','keepEmpty':true}],'texts':'texts','result':'one','skipEmptyGroups':true,'groupValues':'json','flatNames':true}"
      })
  void settings_that_n8n_knows_come_back_as_they_went(String ours, String settings) {
    Probe.comesBack(ours, settings);
  }

  @Test
  void what_n8n_cannot_say_is_told() {
    Probe probe = new Probe();
    probe.write("data.sort", Probe.json("{'keys':[{'field':'a','as':'number'}]}"));
    probe.write("data.splitOut", Probe.json("{'field':'a','include':'except'}"));
    assertThat(probe.findings()).hasSize(3);
  }

  @Test
  void the_first_version_of_summarize_makes_names_of_groups() {
    Probe probe = new Probe();
    String theirs =
        "{'fieldsToSplitBy':'a','fieldsToSummarize':{'values':[{'aggregation':'sum','field':'b.c'}]}}";
    String ours =
        "{'groupBy':['a'],'calculate':[{'operation':'sum','field':'b.c','as':'sum_b_c'}],"
            + "'texts':'texts','flatNames':true,";

    assertThat(probe.read("summarize", 1, theirs).parameters())
        .isEqualTo(Probe.json(ours + "'groupValues':'names','mustExist':true}"));
    assertThat(probe.read("summarize", 1.1, theirs).parameters())
        .isEqualTo(Probe.json(ours + "'groupValues':'json'}"));
  }

  @Test
  void an_order_written_as_code_is_a_script_and_comes_back_as_an_order() {
    Probe probe = new Probe();
    String theirs = "{'type':'code','code':'return a.json.n - b.json.n;'}";
    Mapped ours = probe.read("sort", 1, theirs);

    assertThat(ours.type()).isEqualTo("code.javascript");
    assertThat(ours.parameters().get("code"))
        .asString()
        .contains("$input.all()", ".sort((a, b) => {\nreturn a.json.n - b.json.n;\n});");
    NodeMapping.Written written = probe.write(ours.type(), ours.parameters());
    assertThat(written.type()).isEqualTo("n8n-nodes-base.sort");
    assertThat(written.parameters()).isEqualTo(Probe.json(theirs));
    assertThat(probe.read("itemLists", 3, theirs.replace("{", "{'operation':'sort',")))
        .isEqualTo(ours);
    assertThat(probe.findings()).isEmpty();
  }

  @Test
  void an_order_without_a_return_fails_as_in_n8n() {
    Mapped ours = new Probe().read("sort", 1, "{'type':'code','code':'a.n'}");

    assertThat(ours.parameters().get("code")).asString().startsWith("throw new Error(");
    assertThat(new Probe().write(ours.type(), ours.parameters()).parameters())
        .isEqualTo(Probe.json("{'type':'code','code':'a.n'}"));
  }

  @Test
  void another_script_is_no_order() {
    assertThat(new Probe().write("code.javascript", Probe.json("{'code':'return [];'}")).type())
        .isEqualTo("n8n-nodes-base.code");
  }

  @Test
  void remove_duplicates_holds_fields_to_one_type_as_its_version_does() {
    Probe probe = new Probe();

    assertThat(probe.read("removeDuplicates", 2, "{}").parameters())
        .isEqualTo(Probe.json("{'types':'same'}"));
    assertThat(probe.read("removeDuplicates", 1, "{}").parameters())
        .isEqualTo(Probe.json("{'types':'strict'}"));
    assertThat(probe.read("itemLists", 3, "{'operation':'removeDuplicates'}").parameters())
        .isEqualTo(Probe.json("{}"));
    probe.write("data.removeDuplicates", Probe.json("{}"));
    assertThat(probe.findings()).hasSize(1);
  }

  @Test
  void an_expression_in_a_fixed_setting_is_told() {
    Probe probe = new Probe();
    probe.read("limit", 1, "{'keep':'={{ $json.k }}','maxItems':'={{ $json.n }}'}");
    assertThat(probe.findings()).hasSize(1);
  }

  @Test
  void what_former_runs_have_seen_is_a_node_of_its_own() {
    for (String ours :
        new String[] {
          "{'value':'={{ $json.id }}','most':500,'scope':'workflow'}",
          "{'by':'number','value':'={{ $json.id }}'}",
          "{'by':'date','value':'={{ $json.at }}'}",
          "{'operation':'forget'}"
        }) {
      Probe probe = new Probe();
      NodeMapping.Written written = probe.write("data.newItems", Probe.json(ours));
      Mapped back = probe.read("removeDuplicates", 2, written.parameters().toString());
      assertThat(back.type()).isEqualTo("data.newItems");
      assertThat(back.parameters()).isEqualTo(Probe.json(ours));
      assertThat(back.outputs()).isEqualTo(written.outputs());
      assertThat(probe.findings()).hasSize(1);
    }
  }
}
