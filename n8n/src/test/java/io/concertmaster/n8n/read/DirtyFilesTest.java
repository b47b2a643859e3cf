package io.concertmaster.n8n.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.write.WorkflowExport;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not as they should be open all the same, and what is wrong is told. */
class DirtyFilesTest {
  @TempDir Path folder;

  private static JsonObject json(String text) {
    return Json.parseObject(text.replace('\'', '"'));
  }

  private static Import read(String text) {
    return WorkflowImport.read(json(text));
  }

  @Test
  void nodesWithoutNameOrWithOneNameGetNewOnes() {
    Import read =
        read(
            "{'nodes':[{'type':'x.a','name':'A'},{'type':'x.a','name':'A'},{'type':'x.a'},"
                + "{'type':'x.a','name':'A 2'}],'connections':{'A':{'main':[[{'node':'A 2'}]]}}}");
    assertThat(read.workflow().nodes().values())
        .extracting(node -> node.name())
        .containsExactly("A", "A 3", "Node", "A 2");
    assertThat(read.workflow().connections()).hasToString("[a -> a-2]");
    assertThat(read.findings())
        .filteredOn(finding -> finding.parameter().equals("name"))
        .extracting(Finding::node)
        .containsExactly("A 3", "Node");
  }

  @Test
  void expressionsFollowANodeThatGotAName() {
    Import read =
        read(
            "{'nodes':[{'type':'x.a','name':''},{'type':'x.b','name':'B','parameters':"
                + "{'v':'={{ $(\\\"\\\").first() }}'}}]}");
    JsonObject settings =
        (JsonObject) read.workflow().nodes().get("b").parameters().get("settings");
    assertThat(settings).isEqualTo(JsonObject.of("v", "={{ $(\"Node\").first() }}"));
  }

  @Test
  void partsOfAnotherKindReadAsMissing() {
    Import read =
        read(
            "{'name':7,'nodes':[5,null,'x',{'name':'A','type':3,'typeVersion':'2','parameters':[1],"
                + "'position':'far','credentials':[],'disabled':'yes'}],'connections':[1],"
                + "'settings':[],'pinData':[1],'tags':{}}");
    assertThat(read.workflow().nodes()).hasSize(1);
    assertThat(read.workflow().layout()).isEmpty();
    assertThat(read.workflow().name()).isEqualTo("Workflow");
    assertThat(read.findings())
        .extracting(Finding::parameter)
        .contains("nodes", "settings", "parameters", "position", "type");
  }

  @Test
  void aConnectionToNowhereIsLeftOutAndTold() {
    Import read =
        read(
            "{'nodes':[{'type':'x.a','name':'A'}],'connections':{'A':{'main':[null,[{'node':'Z',"
                + "'type':'main','index':0},{},5]]},'Y':{'main':[[{'node':'A'}]]}}}");
    assertThat(read.workflow().connections()).isEmpty();
    assertThat(read.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.LEFT_OUT)
        .extracting(Finding::message)
        .containsExactly(
            "a connection from “A” to “Z” names a node that the file does not have",
            "a connection from “Y” to “A” names a node that the file does not have");
  }

  @Test
  void pinnedDataIsTakenInAnyForm() {
    Workflow workflow =
        read("{'nodes':[{'type':'x.a','name':'A'},{'type':'x.a','name':'B'},{'type':'x.a',"
                + "'name':'C'}],'pinData':{'A':[{'json':{'v':1}}],'B':{'v':2},'C':[{'v':3},7],"
                + "'Gone':[]}}")
            .workflow();
    assertThat(workflow.nodes().get("a").pinned().orElseThrow()).containsExactly(Item.of("v", 1L));
    assertThat(workflow.nodes().get("b").pinned().orElseThrow()).containsExactly(Item.of("v", 2L));
    assertThat(workflow.nodes().get("c").pinned().orElseThrow()).containsExactly(Item.of("v", 3L));
    assertThat(WorkflowExport.write(workflow).file().get("pinData"))
        .isEqualTo(json("{'A':[{'json':{'v':1}}],'B':[{'v':2}],'C':[{'v':3},7],'Gone':[]}"));
  }

  @Test
  void aWorkflowIsFoundInsideWhatWrapsIt() throws Exception {
    String workflow = "{'nodes':[{'type':'x.a','name':'A'}],'connections':{}}".replace('\'', '"');
    for (String text :
        new String[] {
          workflow,
          "\uFEFF" + workflow,
          "[" + workflow + "]",
          "{\"data\":" + workflow + "}",
          "{\"data\":[" + workflow + "]}",
          "{\"workflow\":{\"id\":1,\"workflow\":" + workflow + "}}"
        }) {
      Path file = Files.writeString(folder.resolve("w.json"), text);
      Import read = WorkflowDocuments.read(file);
      assertThat(read.isForeign()).as(text).isTrue();
      assertThat(read.workflow().nodes()).hasSize(1);
    }
    Optional<Import> two = WorkflowDocuments.pasted("[" + workflow + "," + workflow + "]");
    assertThat(two.orElseThrow().findings())
        .extracting(Finding::message)
        .contains("the file holds 1 more workflows, of which the first was read");
    assertThat(WorkflowDocuments.pasted("\"nodes\" are nice")).isEmpty();
  }

  @Test
  void twentyThousandNodesOfOneNameOpenInAMoment() {
    StringBuilder nodes = new StringBuilder();
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      nodes.append(i == 0 ? "" : ",").append("{'type':'x.a','name':'节点','position':[");
      nodes.append(i % 200 * 220).append(',').append(i / 200 * 160).append("]}");
      links.append(i == 0 ? "" : ",").append("{'node':'节点'}");
    }
    long begun = System.nanoTime();
    Import read = read("{'nodes':[" + nodes + "],'connections':{'节点':{'main':[[" + links + "]]}}}");
    assertThat(read.workflow().nodes()).hasSize(20_000);
    assertThat((System.nanoTime() - begun) / 1e9).isLessThan(20);
  }
}
