package io.concertmaster.n8n.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.edit.SetNodeSettings;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.WorkflowImport;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Credentials go both ways by their names. */
class CredentialNamesTest {
  private static final JsonObject FILE =
      Json.parseObject(
          """
          {"name": "W", "id": "abc", "nodes": [
            {"id": "1", "name": "Begin", "type": "n8n-nodes-base.webhook", "typeVersion": 2,
             "position": [0, 0], "parameters": {"path": "in", "authentication": "headerAuth"},
             "credentials": {"httpHeaderAuth": {"id": "7", "name": "Callers"}}},
            {"id": "2", "name": "Ask", "type": "n8n-nodes-base.httpRequest", "typeVersion": 4.2,
             "position": [220, 0], "parameters": {"url": "https://api.example.org",
              "authentication": "genericCredentialType", "genericAuthType": "httpBasicAuth"},
             "credentials": {"httpBasicAuth": {"id": "9", "name": "Shop & Co."},
              "httpHeaderAuth": {"id": "8", "name": "An older one"}}},
            {"id": "3", "name": "Rows", "type": "n8n-nodes-base.postgres", "typeVersion": 2.5,
             "position": [440, 0], "parameters": {"operation": "executeQuery",
              "query": "select 1"},
             "credentials": {"postgres": {"id": "5", "name": "Orders"}}}],
           "connections": {
             "Begin": {"main": [[{"node": "Ask", "type": "main", "index": 0}]]},
             "Ask": {"main": [[{"node": "Rows", "type": "main", "index": 0}]]}},
           "settings": {"executionOrder": "v1"}}
          """);

  private static JsonObject credentials(JsonObject file, String name) {
    return ((JsonArray) file.get("nodes"))
        .stream()
            .map(JsonObject.class::cast)
            .filter(each -> name.equals(each.get("name")))
            .map(each -> (JsonObject) each.get("credentials"))
            .findFirst()
            .orElseThrow();
  }

  private static Map<String, String> ours(Workflow workflow, String name) {
    return workflow.nodes().get(workflow.idOfName(name).orElseThrow()).credentials();
  }

  @Test
  void they_fill_our_slots_under_names_that_we_can_keep() {
    Import read = WorkflowImport.read(FILE);

    assertThat(ours(read.workflow(), "Begin")).isEqualTo(Map.of("caller", "callers"));
    assertThat(ours(read.workflow(), "Ask"))
        .isEqualTo(Map.of("http", "shop-co", "httpHeaderAuth", "An older one"));
    assertThat(ours(read.workflow(), "Rows")).isEqualTo(Map.of("postgres", "orders"));
    assertThat(
            read.workflow()
                .nodes()
                .get(read.workflow().idOfName("Rows").orElseThrow())
                .parameters())
        .containsEntry("database", "postgresCredential");
    assertThat(read.findings())
        .anyMatch(each ->
            each.toString().contains("set the credential “shop-co” here, which in n8n is “Shop &"));
  }

  @Test
  void what_nobody_changed_goes_back_as_it_came() {
    JsonObject file = WorkflowExport.write(WorkflowImport.read(FILE).workflow()).file();

    for (String name : new String[] {"Begin", "Ask", "Rows"}) {
      assertThat(credentials(file, name)).isEqualTo(credentials(FILE, name));
    }
  }

  @Test
  void another_choice_goes_back_by_its_name() {
    Workflow workflow = WorkflowImport.read(FILE).workflow();
    String ask = workflow.idOfName("Ask").orElseThrow();
    Workflow changed =
        new SetNodeSettings(
                Map.of(ask, workflow.nodes().get(ask).withCredentials(Map.of("http", "other"))))
            .apply(workflow);

    assertThat(credentials(WorkflowExport.write(changed).file(), "Ask"))
        .isEqualTo(JsonObject.of("httpBasicAuth", JsonObject.of("name", "other")));
  }
}
