package io.concertmaster.n8n.write;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.Provenance;
import io.concertmaster.n8n.mapping.Mappings;
import io.concertmaster.n8n.read.WorkflowImport;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workflow as n8n has it. What was read from an n8n file and not changed since goes back
 * as it was; what changed, and what is new, is written as n8n's newest version of its type does.
 */
public final class WorkflowExport {
  private final Workflow workflow;
  private final JsonObject kept;
  private final List<Finding> findings = new ArrayList<>();

  private WorkflowExport(Workflow workflow) {
    this.workflow = workflow;
    this.kept = Provenance.block(workflow.unknown());
  }

  /** Writes a workflow with the mappings that come with the product. */
  public static Export write(Workflow workflow) {
    return write(workflow, Mappings.builtIn());
  }

  /** Writes a workflow. */
  public static Export write(Workflow workflow, Mappings mappings) {
    return new WorkflowExport(workflow).with(mappings);
  }

  private Export with(Mappings mappings) {
    Origins origins = new Origins(workflow);
    NodeWriting writing = new NodeWriting(workflow, mappings, origins);
    Map<String, WrittenNode> nodes = new LinkedHashMap<>();
    workflow.nodes().forEach((id, node) -> nodes.put(id, writing.write(id, node, findings(node))));
    JsonObject.Builder file = JsonObject.builder();
    if (!workflow.name().equals(WorkflowImport.name(kept)) || kept.containsKey("name")) {
      file.put("name", name());
    }
    file.put("nodes", JsonArray.copyOf(nodes.values().stream().map(WrittenNode::block).toList()));
    file.put(
        "connections",
        new ConnectionWriting(workflow, nodes, origins, findings).write(kept.get("connections")));
    PinnedWriting.write(workflow, kept.get("pinData")).ifPresent(data -> file.put("pinData", data));
    SettingsWriting.write(workflow.settings(), kept, new Findings("", findings))
        .ifPresent(settings -> file.put("settings", settings));
    JsonObject known = file.build();
    return new Export(known.withAll(kept).withAll(known), findings);
  }

  /** The name in the file is kept as it stands there while it still means the same. */
  private @Nullable Object name() {
    return workflow.name().equals(WorkflowImport.name(kept)) && kept.containsKey("name")
        ? kept.get("name")
        : workflow.name();
  }

  private Findings findings(NodeDefinition node) {
    return new Findings(node.name(), findings);
  }
}
