package io.concertmaster.n8n.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Connection;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Retry;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.edit.Batch;
import io.concertmaster.model.edit.Connect;
import io.concertmaster.model.edit.Edit;
import io.concertmaster.model.edit.MoveNodes;
import io.concertmaster.model.edit.RemoveNodes;
import io.concertmaster.model.edit.RenameNode;
import io.concertmaster.model.edit.SetNodeSettings;
import io.concertmaster.model.edit.SetParameters;
import io.concertmaster.n8n.read.WorkflowImport;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Finding.Kind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What changed since the import is in the export, and only that. */
class WorkflowExportTest {
  private static final JsonObject FILE =
      Json.parseObject(
          """
          {"name": "W", "id": "abc", "nodes": [
            {"id": "1", "name": "Begin", "type": "n8n-nodes-base.manualTrigger", "typeVersion": 1,
             "position": [0, 0], "parameters": {}},
            {"id": "2", "name": "Mail", "type": "n8n-nodes-base.gmail", "typeVersion": 2.1,
             "position": [220, 0], "parameters": {"to": "={{ $('Begin').item.json.to }}"},
             "credentials": {"gmail": {"id": "9", "name": "Mine"}}, "onError": "continueErrorOutput"},
            {"id": "3", "name": "End", "type": "n8n-nodes-base.noOp", "typeVersion": 1,
             "position": [440, 0], "parameters": {}},
            {"id": "4", "name": "Note", "type": "n8n-nodes-base.stickyNote", "typeVersion": 1,
             "position": [-20, -100], "parameters": {"content": "Hi", "width": 300, "height": 220}}],
           "connections": {
             "Begin": {"main": [[{"node": "Mail", "type": "main", "index": 0}]]},
             "Mail": {"main": [[{"node": "End", "type": "main", "index": 0}], null]}},
           "settings": {"executionOrder": "v1", "callerPolicy": "any"}, "staticData": {"a": 1},
           "tags": [{"name": "t"}], "versionId": "7"}
          """);

  private static JsonObject after(Edit... edits) {
    Workflow workflow = WorkflowImport.read(FILE).workflow();
    return WorkflowExport.write(Batch.of("all", edits).apply(workflow)).file();
  }

  private static JsonObject node(JsonObject file, String name) {
    return ((JsonArray) file.get("nodes"))
        .stream()
            .map(JsonObject.class::cast)
            .filter(each -> name.equals(each.get("name")))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void whatNobodyChangedIsAsItWas() {
    assertThat(after()).isEqualTo(FILE);
  }

  @Test
  void aNewNameIsFollowedByExpressionsAndConnections() {
    JsonObject file = after(new RenameNode("begin", "Start here"));
    assertThat(node(file, "Mail").get("parameters"))
        .isEqualTo(JsonObject.of("to", "={{ $('Start here').item.json.to }}"));
    assertThat(file.get("connections"))
        .isEqualTo(
            Json.parse(
                """
                {"Start here": {"main": [[{"node": "Mail", "type": "main", "index": 0}]]},
                 "Mail": {"main": [[{"node": "End", "type": "main", "index": 0}], null]}}
                """));
  }

  @Test
  void aMoveChangesThePlaceOfThatNodeOnly() {
    JsonObject file = after(new MoveNodes(Map.of("end", Placement.at(600, 119))));
    assertThat(node(file, "End").get("position")).isEqualTo(JsonArray.of(440L, 100L));
    assertThat(node(file, "Mail").get("position")).isEqualTo(JsonArray.of(220L, 0L));
  }

  @Test
  void policyNotesAndPinnedDataAreOverlaid() {
    Workflow workflow = WorkflowImport.read(FILE).workflow();
    JsonObject file =
        after(
            SetNodeSettings.of(
                workflow,
                Set.of("mail"),
                node ->
                    node.withOnError(OnError.CONTINUE)
                        .withNote("Ask Ann")
                        .withRetry(Optional.of(new Retry(9, Duration.ofSeconds(2), 1)))
                        .withDisabled(true)
                        .withPinned(Optional.of(List.of(Item.of("v", 1L))))));
    assertThat(node(file, "Mail"))
        .isEqualTo(
            node(FILE, "Mail")
                .with("onError", "continueRegularOutput")
                .with("notes", "Ask Ann")
                .with("retryOnFail", true)
                .with("maxTries", 5)
                .with("waitBetweenTries", 2000)
                .with("disabled", true));
    assertThat(file.get("pinData")).isEqualTo(Json.parse("{\"Mail\": [{\"json\": {\"v\": 1}}]}"));
  }

  @Test
  void settingsOfAPlaceholderCanBeChanged() {
    Workflow workflow = WorkflowImport.read(FILE).workflow();
    JsonObject parameters = workflow.nodes().get("mail").parameters();
    JsonObject file =
        after(new SetParameters("mail", parameters.with("settings", JsonObject.of("to", "ann"))));
    assertThat(node(file, "Mail"))
        .isEqualTo(node(FILE, "Mail").with("parameters", JsonObject.of("to", "ann")));
  }

  @Test
  void connectionsComeAndGo() {
    JsonObject file =
        after(
            new RemoveNodes(Set.of("begin")),
            new Connect(new Connection("mail", "error", "end", "main")));
    assertThat(file.get("connections"))
        .isEqualTo(
            Json.parse(
                """
                {"Mail": {"main": [[{"node": "End", "type": "main", "index": 0}],
                                   [{"node": "End", "type": "main", "index": 0}]]}}
                """));
  }

  @Test
  void whatN8nHasNotIsHeldAPlaceAndTold() {
    Workflow own =
        WorkflowBuilder.workflow("own")
            .node("start", "trigger.manual", "Start")
            .node("query", "nobody.has", "Query")
            .connect("start -> query")
            .build();
    Export export = WorkflowExport.write(own);
    JsonObject query = node(export.file(), "Query");
    assertThat(query.get("type")).isEqualTo("n8n-nodes-base.noOp");
    assertThat(query.get("notes"))
        .isEqualTo("Was “nobody.has” in ConcertMaster; n8n has no such node.");
    assertThat(export.file().get("settings")).isEqualTo(JsonObject.of("executionOrder", "v1"));
    assertThat(export.file().get("connections"))
        .isEqualTo(
            Json.parse(
                "{\"Start\": {\"main\": [[{\"node\": \"Query\", \"type\": \"main\", \"index\": 0}]]}}"));
    assertThat(export.findings())
        .filteredOn(finding -> finding.kind() == Kind.LEFT_OUT)
        .extracting(Finding::node)
        .containsExactly("Query");
    assertThat(WorkflowExport.write(own).file()).isEqualTo(export.file());
  }
}
