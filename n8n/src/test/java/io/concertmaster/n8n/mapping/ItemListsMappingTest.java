package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemListsMappingTest {
  private final Probe probe = new Probe();

  private void becomes(double version, String theirs, String type, String ours) {
    Mapped mapped = probe.read("itemLists", version, theirs);
    assertThat(mapped.type()).isEqualTo(type);
    assertThat(mapped.parameters()).isEqualTo(Probe.json(ours));
  }

  @Test
  void each_operation_becomes_a_node_of_its_own() {
    becomes(
        3,
        "{'operation':'limit','maxItems':4,'keep':'lastItems'}",
        "data.limit",
        "{'count':4,'keep':'last'}");
    becomes(3, "{'operation':'sort','type':'random'}", "data.sort", "{'order':'random'}");
    becomes(
        3,
        "{'operation':'removeDuplicates','compare':'selectedFields','fieldsToCompare':'a, b.c'}",
        "data.removeDuplicates",
        "{'compare':'selected','fields':['a','b.c'],'mustExist':true}");
    becomes(
        1,
        "{'operation':'removeDuplicates','compare':'allFieldsExcept','fieldsToExclude':{'fields':[{'fieldName':'a'}]}}",
        "data.removeDuplicates",
        "{'compare':'except','fields':['a']}");
    assertThat(probe.findings()).isEmpty();
  }

  @Test
  void what_may_be_split_grew_with_the_versions() {
    String theirs = "{'fieldToSplitOut':'a, b[0]','options':{'destinationFieldName':'x, y'}}";
    String ours =
        "{'field':'a, b.0','as':'x, y','noList':'%s','keepFiles':false,'wholeNames':true%s}";
    becomes(1, theirs, "data.splitOut", ours.formatted("error", ",'mustExist':true"));
    becomes(2, theirs, "data.splitOut", ours.formatted("objects", ",'mustExist':true"));
    becomes(2.1, theirs, "data.splitOut", ours.formatted("objects", ""));
    becomes(2.2, theirs, "data.splitOut", ours.formatted("values", ""));
    becomes(3, theirs, "data.splitOut", ours.formatted("values", ""));
  }

  @Test
  void whole_items_are_collected_by_names_as_they_are() {
    becomes(
        2,
        "{'operation':'aggregateItems','aggregate':'aggregateAllItemData','include':'specifiedFields',"
            + "'fieldsToInclude':{'fields':[{'fieldName':'id'}]}}",
        "data.aggregate",
        "{'include':'selected','includeFields':['id'],'skipEmpty':true,'dots':false}");
    becomes(
        3,
        "{'operation':'concatenateItems','fieldsToAggregate':{'fieldToAggregate':[{'fieldToAggregate':'a.b'},"
            + "{'fieldToAggregate':'c','renameField':true,'outputFieldName':'d'}]}}",
        "data.aggregate",
        "{'mode':'fields','fields':[{'field':'a.b','as':'b'},{'field':'c','as':'d'}]}");
  }

  @Test
  void an_unknown_operation_is_told() {
    assertThat(probe.reads("itemLists", 1, "{'operation':'juggle'}")).isFalse();
    assertThat(probe.findings()).hasSize(1);
  }
}
