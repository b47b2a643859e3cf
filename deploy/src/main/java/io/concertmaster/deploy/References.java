package io.concertmaster.deploy;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow needs besides itself: workflows that it calls, by file or by id, and forms. What
 * only a run decides (an expression) is not known before.
 *
 * @param files paths, relative ones from the workflow's folder
 * @param ids of workflows
 * @param open names of nodes that decide in the run what they call
 */
record References(Set<String> files, Set<String> ids, Set<String> open) {
  private static final String CALL = "flow.subworkflow";
  private static final String FORM_FILE = ".form.json";

  static References of(Workflow workflow) {
    References found =
        new References(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    for (NodeDefinition node : workflow.nodes().values()) {
      if (!node.disabled()) {
        found.add(node);
      }
    }
    workflow
        .settings()
        .errorWorkflow()
        .ifPresent(name -> (name.endsWith(".json") ? found.files : found.ids).add(name));
    return found;
  }

  private void add(NodeDefinition node) {
    if (node.type().equals(CALL)) {
      Object source = node.parameters().get("source");
      if ("id".equals(source)) {
        add(node, node.parameters().get("id"), ids::add);
      } else if (!"definition".equals(source)) {
        add(node, node.parameters().get("file"), files::add);
      }
      return;
    }
    for (Object value : node.parameters().values()) {
      if (value instanceof String text && text.endsWith(FORM_FILE)) {
        add(node, text, files::add);
      }
    }
  }

  private void add(NodeDefinition node, @Nullable Object value, Consumer<String> known) {
    if (!(value instanceof String text) || text.isBlank()) {
      return; // the check tells of it
    }
    if (text.startsWith("=")) {
      open.add(node.name());
    } else {
      known.accept(text);
    }
  }
}
