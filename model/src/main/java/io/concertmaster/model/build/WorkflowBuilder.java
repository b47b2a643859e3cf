package io.concertmaster.model.build;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds a workflow step by step:
 *
 * <pre>{@code
 * Workflow workflow =
 *     WorkflowBuilder.workflow("Orders")
 *         .node("start", "trigger.manual")
 *         .node("big", "flow.if", "Over 10,000?", JsonObject.of("conditions", conditions))
 *         .set("big", node -> node.withOnError(OnError.OUTPUT))
 *         .connect("start -> big", "big:true -> approve")
 *         .build();
 * }</pre>
 *
 * Nothing is checked but the form of connections: wrong workflows can be built too.
 */
public final class WorkflowBuilder {
  private final String name;
  private String id = "workflow";
  private Settings settings = Settings.DEFAULT;
  private final Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
  private final List<Connection> connections = new ArrayList<>();
  private final Map<String, Placement> layout = new LinkedHashMap<>();

  private WorkflowBuilder(String name) {
    this.name = name;
  }

  /** Starts a workflow of this name, with the id {@code workflow}. */
  public static WorkflowBuilder workflow(String name) {
    return new WorkflowBuilder(name);
  }

  public WorkflowBuilder id(String slug) {
    id = slug;
    return this;
  }

  public WorkflowBuilder settings(Settings changed) {
    settings = changed;
    return this;
  }

  /** Adds a node of version 1 whose name is its id. */
  public WorkflowBuilder node(String nodeId, String type) {
    return node(nodeId, type, nodeId);
  }

  /** Adds a node of version 1. */
  public WorkflowBuilder node(String nodeId, String type, String nodeName) {
    return node(nodeId, NodeDefinition.of(type, 1, nodeName));
  }

  /** Adds a node of version 1 with settings. */
  public WorkflowBuilder node(String nodeId, String type, String nodeName, JsonObject parameters) {
    return node(nodeId, NodeDefinition.of(type, 1, nodeName).withParameters(parameters));
  }

  /** Adds a node. */
  public WorkflowBuilder node(String nodeId, NodeDefinition definition) {
    nodes.put(nodeId, definition);
    return this;
  }

  /**
   * Changes a node that was added.
   *
   * @throws IllegalArgumentException when there is none of this id
   */
  public WorkflowBuilder set(String nodeId, UnaryOperator<NodeDefinition> change) {
    NodeDefinition definition = nodes.get(nodeId);
    if (definition == null) {
      throw new IllegalArgumentException("no node is called " + nodeId);
    }
    return node(nodeId, change.apply(definition));
  }

  /** Sets one parameter of a node that was added. */
  public WorkflowBuilder parameter(String nodeId, String property, @Nullable Object value) {
    return set(nodeId, node -> node.withParameters(node.parameters().with(property, value)));
  }

  /**
   * Adds connections, each as files write it: {@code a -> b}, {@code a:true -> m:input2}.
   *
   * @throws IllegalArgumentException when a line is no connection
   */
  public WorkflowBuilder connect(String... lines) {
    for (String line : lines) {
      connections.add(
          Connection.parse(line)
              .orElseThrow(() -> new IllegalArgumentException("not a connection: " + line)));
    }
    return this;
  }

  /** Puts a node on the canvas. */
  public WorkflowBuilder at(String nodeId, double x, double y) {
    layout.put(nodeId, Placement.at(x, y));
    return this;
  }

  /** Puts a node of a size of its own (a note) on the canvas. */
  public WorkflowBuilder at(String nodeId, double x, double y, double width, double height) {
    layout.put(nodeId, new Placement(x, y, width, height));
    return this;
  }

  /** The workflow built so far. */
  public Workflow build() {
    return new Workflow(id, name, settings, nodes, connections, layout, JsonObject.empty());
  }
}
