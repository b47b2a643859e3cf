package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.journal.JournalReader;
import io.concertmaster.engine.local.plan.Graph;
import io.concertmaster.engine.local.plan.GraphBuilder;
import io.concertmaster.engine.local.plan.Planner;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A definition made ready to run: each run of it is pinned to its text.
 *
 * @param text as the file says it
 * @param hash SHA-256 of the text, in hexadecimal
 * @param types the node types, by node id
 * @param settings the settings made ready, by node id
 */
record Definition(
    Workflow workflow,
    String text,
    String hash,
    Graph graph,
    Planner planner,
    Map<String, NodeType> types,
    Map<String, NodeSettings> settings) {

  /**
   * Makes a definition ready.
   *
   * @throws EngineException when it names what is not installed, or an expression is none
   */
  static Definition of(Workflow workflow, NodeCatalog catalog, ExpressionEvaluator evaluator)
      throws EngineException {
    return of(workflow, WorkflowFiles.write(workflow), catalog, evaluator);
  }

  /** Makes a definition ready of which the store has the text. */
  static Definition of(String text, NodeCatalog catalog, ExpressionEvaluator evaluator)
      throws EngineException {
    return of(parse(text), text, catalog, evaluator);
  }

  /**
   * The definition that a text of the store says.
   *
   * @throws EngineException when it says none
   */
  static Workflow parse(String text) throws EngineException {
    try {
      return WorkflowFiles.parse(text);
    } catch (WorkflowFileException e) {
      throw new EngineException(
          EngineException.Reason.STORE_FAILED,
          "the run's definition cannot be read: " + e.getMessage(),
          e);
    }
  }

  private static Definition of(
      Workflow workflow, String text, NodeCatalog catalog, ExpressionEvaluator evaluator)
      throws EngineException {
    Graph graph = GraphBuilder.build(workflow, catalog);
    Map<String, NodeType> types = new HashMap<>();
    Map<String, NodeSettings> settings = new HashMap<>();
    for (String id : graph.nodes().keySet()) {
      NodeDefinition node = Objects.requireNonNull(workflow.nodes().get(id));
      NodeType type = catalog.find(node.type(), node.version()).orElseThrow();
      types.put(id, type);
      settings.put(id, NodeSettings.of(node, type.descriptor(), evaluator));
    }
    return new Definition(
        workflow,
        text,
        JournalReader.hash(text),
        graph,
        new Planner(graph),
        Map.copyOf(types),
        Map.copyOf(settings));
  }

  NodeDefinition node(String id) {
    return Objects.requireNonNull(workflow.nodes().get(id));
  }

  /** The id of a node's first output. */
  String firstOutput(String id) {
    List<Port> ports = outputs(id);
    return ports.isEmpty() ? Port.MAIN : ports.getFirst().id();
  }

  /** A node's outputs, the error output last where it has one; none where it never runs. */
  List<Port> outputs(String id) {
    NodeType type = types.get(id);
    if (type == null) {
      return List.of();
    }
    List<Port> ports = new ArrayList<>(type.outputs(node(id).parameters()));
    if (node(id).onError() == OnError.OUTPUT) {
      ports.add(new Port(Port.ERROR, ""));
    }
    return ports;
  }

  /** The position of an output among a node's outputs; the first where it has no such output. */
  int outputPosition(String id, String output) {
    List<String> ids = outputs(id).stream().map(Port::id).toList();
    return Math.max(0, ids.indexOf(output));
  }

  NodeType type(String id) {
    return Objects.requireNonNull(types.get(id));
  }

  NodeSettings settings(String id) {
    return Objects.requireNonNull(settings.get(id));
  }
}
