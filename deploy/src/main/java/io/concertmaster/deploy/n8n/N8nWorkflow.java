package io.concertmaster.deploy.n8n;

import io.concertmaster.node.data.JsonObject;
import java.util.List;

/**
 * A workflow as it lies on an n8n server.
 *
 * @param id n8n's own, which no other workflow of that server has
 * @param active whether its triggers listen there
 * @param archived whether somebody put it away there; then it cannot be changed
 * @param content as an n8n file would hold it, without what only that server knows: who may see it,
 *     when it was made, its older versions, and what it keeps from run to run
 */
public record N8nWorkflow(
    String id, String name, boolean active, boolean archived, JsonObject content) {
  /** What of an answer belongs into a file. */
  private static final List<String> PARTS =
      List.of("name", "id", "nodes", "connections", "settings", "pinData", "nodeGroups", "meta");

  /** Reads an answer; what has another form than it should reads as if it were missing. */
  static N8nWorkflow of(JsonObject answer) {
    JsonObject.Builder content = JsonObject.builder();
    for (String part : PARTS) {
      if (answer.get(part) != null) {
        content.put(part, answer.get(part));
      }
    }
    return new N8nWorkflow(
        answer.get("id") instanceof String id ? id : "",
        answer.get("name") instanceof String name ? name : "",
        Boolean.TRUE.equals(answer.get("active")),
        Boolean.TRUE.equals(answer.get("isArchived")),
        content.build());
  }
}
