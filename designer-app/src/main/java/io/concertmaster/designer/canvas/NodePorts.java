package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ports that a node of a workflow has. */
public final class NodePorts {
  private final NodeCatalog catalog;

  /** By the types of a catalogue. */
  public NodePorts(NodeCatalog catalog) {
    this.catalog = catalog;
  }

  /** The inputs; those that connections use where the type is not known here. */
  public List<Port> inputs(Workflow workflow, String id) {
    NodeDefinition node = workflow.nodes().get(id);
    if (node == null) {
      return List.of();
    }
    Optional<NodeType> type = catalog.find(node.type(), node.version());
    return type.isPresent()
        ? type.get().inputs(node.parameters())
        : used(workflow.into(id).stream().map(Connection::input));
  }

  /** The outputs with the error output; those that connections use for an unknown type. */
  public List<Port> outputs(Workflow workflow, String id) {
    NodeDefinition node = workflow.nodes().get(id);
    if (node == null) {
      return List.of();
    }
    Optional<NodeType> type = catalog.find(node.type(), node.version());
    if (type.isEmpty()) {
      return used(workflow.outOf(id).stream().map(Connection::output));
    }
    List<Port> ports = new ArrayList<>(type.get().outputs(node.parameters()));
    if (node.onError() == OnError.OUTPUT
        && ports.stream().noneMatch(port -> port.id().equals(Port.ERROR))) {
      ports.add(new Port(Port.ERROR, "error"));
    }
    return ports;
  }

  /** Whether no items flow along a connection: one node serves the other. */
  boolean isAttachment(Workflow workflow, Connection connection) {
    return isAttachment(outputs(workflow, connection.source()), connection.output());
  }

  /** Whether a port carries no items. */
  boolean isAttachment(Workflow workflow, PortRef port) {
    return isAttachment(
        port.side() == PortRef.Side.OUTPUT
            ? outputs(workflow, port.node())
            : inputs(workflow, port.node()),
        port.port());
  }

  private static boolean isAttachment(List<Port> ports, String id) {
    return ports.stream().anyMatch(port -> port.attachment() && port.id().equals(id));
  }

  private static List<Port> used(Stream<String> ids) {
    return ids.distinct().sorted().map(id -> new Port(id, id.equals(Port.MAIN) ? "" : id)).toList();
  }
}
