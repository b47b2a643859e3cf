package io.concertmaster.deploy.n8n;

import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.read.WorkflowImport;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Finding.Kind;
import io.concertmaster.n8n.write.Export;
import io.concertmaster.n8n.write.WorkflowExport;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A workflow as n8n's API takes it.
 *
 * @param body what is sent: name, nodes, connections, settings, and where there are any pinned data
 *     and groups of nodes
 * @param findings what became of the workflow's parts
 */
public record Shipment(JsonObject body, List<Finding> findings) {
  /** What the API knows of a node; with anything else it refuses the workflow. */
  private static final Set<String> NODE =
      Set.of(
          "id",
          "name",
          "webhookId",
          "disabled",
          "notesInFlow",
          "notes",
          "type",
          "typeVersion",
          "executeOnce",
          "alwaysOutputData",
          "retryOnFail",
          "maxTries",
          "waitBetweenTries",
          "continueOnFail",
          "onError",
          "position",
          "parameters",
          "credentials",
          "customTelemetryTags");

  /** What is sent where there is any. */
  private static final List<String> FURTHER = List.of("pinData", "nodeGroups");

  /** What the API knows of settings. */
  private static final Set<String> SETTINGS =
      Set.of(
          "saveExecutionProgress",
          "saveManualExecutions",
          "saveDataErrorExecution",
          "saveDataSuccessExecution",
          "executionTimeout",
          "errorWorkflow",
          "timezone",
          "executionOrder",
          "callerPolicy",
          "callerIds",
          "timeSavedMode",
          "timeSavedPerExecution",
          "redactionPolicy",
          "availableInMCP");

  public Shipment {
    findings = List.copyOf(findings);
  }

  /** Writes a workflow as n8n has it, and leaves out what the API does not take. */
  public static Shipment of(Workflow workflow) {
    Export export = WorkflowExport.write(workflow);
    JsonObject file = export.file();
    List<Finding> findings = new ArrayList<>(export.findings());
    JsonObject settings =
        file.get("settings") instanceof JsonObject given ? given : JsonObject.empty();
    List<JsonObject> nodes = new ArrayList<>();
    if (file.get("nodes") instanceof JsonArray blocks) {
      for (Object each : blocks) {
        if (each instanceof JsonObject block) {
          String name = block.get("name") instanceof String text ? text : "";
          nodes.add(known(whole(block), NODE, name, "", findings));
        }
      }
    }
    JsonObject body =
        JsonObject.of("name", workflow.name(), "nodes", JsonArray.copyOf(nodes))
            .with(
                "connections",
                Objects.requireNonNullElse(file.get("connections"), JsonObject.empty()))
            .with("settings", known(settings, SETTINGS, "", "settings.", findings));
    for (String part : FURTHER) {
      if (file.get(part) != null) {
        body = body.with(part, file.get(part));
      }
    }
    return new Shipment(body, findings);
  }

  /** A node as the API wants it: what files may lack it must have. */
  private static JsonObject whole(JsonObject block) {
    JsonObject node = block;
    if (!(node.get("parameters") instanceof JsonObject)) {
      node = node.with("parameters", JsonObject.empty());
    }
    if (!(node.get("position") instanceof JsonArray)) {
      node = node.with("position", JsonArray.of(0L, 0L));
    }
    return node;
  }

  private static JsonObject known(
      JsonObject given, Set<String> names, String node, String prefix, List<Finding> findings) {
    JsonObject.Builder kept = JsonObject.builder();
    given.forEach((name, value) -> {
      if (!names.contains(name)) {
        findings.add(
            new Finding(Kind.LEFT_OUT, node, prefix + name, "n8n's API does not take this"));
      } else if (value != null) {
        kept.put(name, value);
      }
    });
    return kept.build();
  }

  /** The workflow as it will read when it comes back. */
  public Workflow arriving() {
    return WorkflowImport.read(body).workflow();
  }

  /** Whether what lies on the server holds all that would be sent, to the letter. */
  boolean isHeldBy(N8nWorkflow there) {
    JsonObject content = there.content();
    return Objects.equals(body.get("name"), content.get("name"))
        && holds(content.get("settings"), body.get("settings"))
        && Objects.equals(body.get("connections"), content.get("connections"))
        && FURTHER.stream()
            .allMatch(each ->
                !body.containsKey(each) || Objects.equals(body.get(each), content.get(each)))
        && content.get("nodes") instanceof JsonArray has
        && body.get("nodes") instanceof JsonArray sent
        && has.size() == sent.size()
        && holdsEach(has, sent);
  }

  private static boolean holdsEach(JsonArray has, JsonArray sent) {
    for (int i = 0; i < sent.size(); i++) {
      if (!holds(has.get(i), sent.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The server adds to nodes and settings, such as ids of webhooks: that is no difference. */
  private static boolean holds(
      @org.jspecify.annotations.Nullable Object has,
      @org.jspecify.annotations.Nullable Object sent) {
    return sent instanceof JsonObject object
        && has instanceof JsonObject there
        && object.entrySet().stream()
            .allMatch(each -> Objects.equals(there.get(each.getKey()), each.getValue()));
  }
}
