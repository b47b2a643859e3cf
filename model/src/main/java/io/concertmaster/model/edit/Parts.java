package io.concertmaster.model.edit;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Workflows with one part changed. */
final class Parts {
  private Parts() {}

  static Workflow withName(Workflow workflow, String name) {
    return new Workflow(
        workflow.id(),
        name,
        workflow.settings(),
        workflow.nodes(),
        workflow.connections(),
        workflow.layout(),
        workflow.unknown());
  }

  static Workflow withSettings(Workflow workflow, Settings settings) {
    return new Workflow(
        workflow.id(),
        workflow.name(),
        settings,
        workflow.nodes(),
        workflow.connections(),
        workflow.layout(),
        workflow.unknown());
  }

  static Workflow withGraph(
      Workflow workflow,
      Map<String, NodeDefinition> nodes,
      List<Connection> connections,
      Map<String, Placement> layout) {
    return new Workflow(
        workflow.id(),
        workflow.name(),
        workflow.settings(),
        nodes,
        connections,
        layout,
        workflow.unknown());
  }

  static Workflow withNodes(Workflow workflow, Map<String, NodeDefinition> nodes) {
    return withGraph(workflow, nodes, workflow.connections(), workflow.layout());
  }

  static Workflow withConnections(Workflow workflow, List<Connection> connections) {
    return withGraph(workflow, workflow.nodes(), connections, workflow.layout());
  }

  static Workflow withLayout(Workflow workflow, Map<String, Placement> layout) {
    return withGraph(workflow, workflow.nodes(), workflow.connections(), layout);
  }

  /** One node changed, in its place. */
  static Workflow withNode(Workflow workflow, String id, UnaryOperator<NodeDefinition> change) {
    Map<String, NodeDefinition> nodes = new LinkedHashMap<>(workflow.nodes());
    nodes.put(id, change.apply(Edit.node(workflow, id)));
    return withNodes(workflow, nodes);
  }
}
