package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.EngineException;
import io.concertmaster.model.Connection;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes the planner's graph from a definition and the node types that it names. */
public final class GraphBuilder {
  private final Workflow workflow;
  private final Map<String, NodeType> types = new LinkedHashMap<>();
  private final Map<String, List<Wire>> wires = new LinkedHashMap<>();
  private final Map<String, Set<Integer>> connected = new HashMap<>();

  private GraphBuilder(Workflow workflow, NodeCatalog catalog) throws EngineException {
    this.workflow = workflow;
    for (Map.Entry<String, NodeDefinition> entry : workflow.nodes().entrySet()) {
      NodeType type = type(entry.getValue(), catalog);
      if (!type.descriptor().isNote()) {
        types.put(entry.getKey(), type);
      }
    }
  }

  /**
   * The graph of a definition.
   *
   * @throws EngineException when it names a node type, a node or a port that is not there
   */
  public static Graph build(Workflow workflow, NodeCatalog catalog) throws EngineException {
    GraphBuilder builder = new GraphBuilder(workflow, catalog);
    for (Connection connection : workflow.connections()) {
      builder.connect(connection);
    }
    Map<String, GraphNode> nodes = new LinkedHashMap<>();
    builder.types.keySet().forEach(id -> nodes.put(id, builder.node(id)));
    Settings settings = workflow.settings();
    return new Graph(
        settings.executionOrder(), settings.parallelBranches(), nodes, builder.wires.keySet());
  }

  private static NodeType type(NodeDefinition node, NodeCatalog catalog) throws EngineException {
    return catalog
        .find(node.type(), node.version())
        .orElseThrow(() ->
            invalid(
                "“"
                    + node.name()
                    + "” is of a type that is not installed: "
                    + node.type()
                    + " version "
                    + node.version()));
  }

  private void connect(Connection connection) throws EngineException {
    NodeType source = types.get(connection.source());
    NodeType target = types.get(connection.target());
    if (source == null || target == null) {
      throw invalid("the connection “" + connection + "” leads from or to a node that never runs");
    }
    NodeDefinition from = definition(connection.source());
    List<Port> ports = source.outputs(from.parameters());
    if (ports.stream()
        .anyMatch(each -> each.attachment() && each.id().equals(connection.output()))) {
      return; // one node serves another by it: no items flow
    }
    List<String> outputs = ids(ports);
    boolean error = connection.output().equals(Port.ERROR) && from.onError() == OnError.OUTPUT;
    if (!error && !outputs.contains(connection.output())) {
      throw invalid(
          "“" + from.name() + "” has no output “" + connection.output() + "”: " + connection);
    }
    NodeDefinition to = definition(connection.target());
    int input = ids(target.inputs(to.parameters())).indexOf(connection.input());
    if (input < 0) {
      throw invalid("“" + to.name() + "” has no input “" + connection.input() + "”: " + connection);
    }
    wires
        .computeIfAbsent(connection.source(), id -> new ArrayList<>())
        .add(
            new Wire(
                connection.output(),
                error ? outputs.size() : outputs.indexOf(connection.output()),
                connection.target(),
                input));
    connected.computeIfAbsent(connection.target(), id -> new HashSet<>()).add(input);
  }

  private GraphNode node(String id) {
    NodeDefinition definition = definition(id);
    NodeType type = Objects.requireNonNull(types.get(id));
    List<Wire> out = new ArrayList<>(wires.getOrDefault(id, List.of()));
    out.sort(Comparator.comparingInt(Wire::position));
    if (!v0()) {
      out.sort(
          Comparator.comparing((Wire wire) -> place(wire.target()), TOP_LEFT_FIRST).reversed());
    }
    Mode mode = mode(definition);
    return new GraphNode(
        id,
        definition.name(),
        mode,
        Math.max(
            1,
            (int)
                type.inputs(definition.parameters()).stream()
                    .filter(each -> !each.attachment())
                    .count()),
        connected.getOrDefault(id, Set.of()),
        v0() ? Set.of() : type.requiredInputs(definition.parameters()),
        v0() && mode == Mode.RUN && !definition.alwaysOutput() && !type.descriptor().isTrigger(),
        type.effect(definition.parameters()),
        definition.onError(),
        definition.onUncertain(),
        definition.retry(),
        out);
  }

  private boolean v0() {
    return workflow.settings().executionOrder() == ExecutionOrder.V0;
  }

  private static final Comparator<Placement> TOP_LEFT_FIRST =
      Comparator.comparingDouble(Placement::y).thenComparingDouble(Placement::x);

  private Placement place(String id) {
    return workflow.layout().getOrDefault(id, Placement.at(0, 0));
  }

  private static Mode mode(NodeDefinition node) {
    if (node.disabled()) {
      return Mode.PASS;
    }
    return node.pinned().isPresent() ? Mode.PIN : Mode.RUN;
  }

  private NodeDefinition definition(String id) {
    return Objects.requireNonNull(workflow.nodes().get(id));
  }

  private static List<String> ids(List<Port> ports) {
    return ports.stream().map(Port::id).toList();
  }

  private static EngineException invalid(String message) {
    return new EngineException(EngineException.Reason.INVALID_WORKFLOW, message);
  }
}
