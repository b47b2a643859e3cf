package io.concertmaster.model.check;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A workflow's nodes with their types, and its connections by the node where they begin. */
final class Graph {
  private final Workflow workflow;
  private final Map<String, NodeType> types = new HashMap<>();
  private final Map<String, List<Connection>> out = new HashMap<>();
  private final Map<String, List<Connection>> served = new HashMap<>();

  Graph(Workflow workflow, NodeCatalog catalog) {
    this.workflow = workflow;
    workflow
        .nodes()
        .forEach((id, node) ->
            catalog.find(node.type(), node.version()).ifPresent(type -> types.put(id, type)));
    for (Connection connection : workflow.connections()) {
      if (has(connection.source()) && has(connection.target())) {
        (isAttachment(connection) ? served : out)
            .computeIfAbsent(
                isAttachment(connection) ? connection.target() : connection.source(),
                id -> new ArrayList<>())
            .add(connection);
      }
    }
  }

  Workflow workflow() {
    return workflow;
  }

  boolean has(String id) {
    return workflow.nodes().containsKey(id);
  }

  NodeDefinition node(String id) {
    return workflow.node(id).orElseThrow();
  }

  /** The node's type; empty where it is not known. */
  Optional<NodeType> type(String id) {
    return Optional.ofNullable(types.get(id));
  }

  boolean isTrigger(String id) {
    return type(id).filter(type -> type.descriptor().isTrigger()).isPresent();
  }

  boolean isNote(String id) {
    return type(id).filter(type -> type.descriptor().isNote()).isPresent();
  }

  /** Whether the node only stands for something that is not available here. */
  boolean isStandIn(String id) {
    return type(id).filter(type -> type.descriptor().standIn()).isPresent();
  }

  /** Whether a node without inputs stands for a trigger that is not available here. */
  boolean standsForTrigger(String id) {
    return isStandIn(id)
        && type(id)
            .filter(type -> type.inputs(node(id).parameters()).isEmpty())
            .filter(type ->
                type.outputs(node(id).parameters()).stream().anyMatch(port -> !port.attachment()))
            .isPresent();
  }

  /** Whether no items flow along a connection: one node serves the other. */
  boolean isAttachment(Connection connection) {
    return type(connection.source()).stream()
        .flatMap(type -> type.outputs(node(connection.source()).parameters()).stream())
        .anyMatch(port -> port.attachment() && port.id().equals(connection.output()));
  }

  /** Whether items ever come to a node or leave it; otherwise it only serves others. */
  boolean carriesItems(String id) {
    return type(id).stream()
        .flatMap(type ->
            Stream.concat(
                type.inputs(node(id).parameters()).stream(),
                type.outputs(node(id).parameters()).stream()))
        .anyMatch(port -> !port.attachment());
  }

  /** The connections by which others serve a node; no items flow along them. */
  List<Connection> serving(String id) {
    return served.getOrDefault(id, List.of());
  }

  /** The connections along which items flow from a node to one that is there. */
  List<Connection> outOf(String id) {
    return out.getOrDefault(id, List.of());
  }

  /** The ids of the inputs of a node whose type is known. */
  List<String> inputs(String id, NodeType type) {
    return type.inputs(node(id).parameters()).stream().map(Port::id).toList();
  }

  /** The ids of the outputs of a node whose type is known, the engine's error output with them. */
  List<String> outputs(String id, NodeType type) {
    List<String> ids = new ArrayList<>();
    type.outputs(node(id).parameters()).forEach(port -> ids.add(port.id()));
    if (node(id).onError() == OnError.OUTPUT) {
      ids.add(Port.ERROR);
    }
    return ids;
  }
}
