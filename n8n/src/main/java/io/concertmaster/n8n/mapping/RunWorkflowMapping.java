package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code executeWorkflow}: the workflow's id is a text in version 1.0, an object with the way it
 * was chosen since; values are given one by one since 1.2.
 */
final class RunWorkflowMapping implements NodeMapping {
  private static final String OURS = "flow.subworkflow";
  private static final String THEIRS = "n8n-nodes-base.executeWorkflow";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(node, findings, "source", "mode");
    JsonObject settings = JsonObject.empty();
    switch (node.text("source", "database")) {
      case "localFile" ->
          settings = settings.with("source", "file").with("file", node.value("workflowPath", ""));
      case "parameter" ->
          settings =
              settings
                  .with("source", "definition")
                  .with("definition", node.value("workflowJson", ""));
      case "url" -> {
        findings.leftOut("source", "a workflow at an address is not run here: save it as a file");
        return Optional.empty();
      }
      default -> {
        Object id = id(node.value("workflowId"));
        if (id.equals("")) {
          findings.leftOut("workflowId", "no workflow is chosen");
          return Optional.empty();
        }
        settings = settings.with("source", "id").with("id", id);
      }
    }
    settings = node.text("mode", "once").equals("each") ? settings.with("mode", "each") : settings;
    Object wait = node.value("options.waitForSubWorkflow", true);
    settings = wait.equals(true) ? settings : settings.with("wait", wait);
    JsonObject fields = node.object("workflowInputs.value");
    return Optional.of(
        Mapped.of(OURS, fields.isEmpty() ? settings : settings.with("fields", fields)));
  }

  private static Object id(@Nullable Object given) {
    Object id = given instanceof JsonObject chosen ? chosen.get("value") : given;
    return id == null ? "" : id;
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    JsonObject written =
        switch (ours.get("source") instanceof String source ? source : "file") {
          case "id" ->
              JsonObject.of(
                  "workflowId",
                  JsonObject.of("__rl", true, "mode", "id").with("value", ours.get("id")));
          case "definition" ->
              JsonObject.of("source", "parameter", "workflowJson", ours.get("definition"));
          default -> JsonObject.of("source", "localFile", "workflowPath", ours.get("file"));
        };
    written = Renaming.copied(ours, "mode", written, "mode");
    if (ours.get("fields") instanceof JsonObject fields && !fields.isEmpty()) {
      written =
          written.with(
              "workflowInputs", JsonObject.of("mappingMode", "defineBelow", "value", fields));
    }
    JsonObject options = Renaming.copied(ours, "wait", JsonObject.empty(), "waitForSubWorkflow");
    List<String> main = List.of(Port.MAIN);
    return Optional.of(new Written(THEIRS, 1.2, written.with("options", options), main, main));
  }
}
