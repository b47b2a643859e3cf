package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.graph.EdgeState;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.GraphNodeBuilder;
import io.concertmaster.canvas.graph.Mark;
import io.concertmaster.canvas.graph.NodeIcon;
import io.concertmaster.canvas.graph.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the canvas' graph from a workflow, its problems and a run. The canvas compares graphs node
 * by node, so a new one after each change costs only what differs.
 */
final class Projection {
  /** The role of nodes whose type is not known here. */
  static final String UNKNOWN_ROLE = "unknown";

  private final NodeCatalog catalog;
  private final NodePorts ports;
  private final Glyphs glyphs = new Glyphs();

  Projection(NodeCatalog catalog) {
    this.catalog = catalog;
    this.ports = new NodePorts(catalog);
  }

  /** The graph at a moment, which counts for the times of nodes at work. */
  Graph project(Workflow workflow, List<Problem> problems, Optional<RunView> run, Instant now) {
    Map<String, Placement> places = AutoPlace.complete(workflow);
    Map<String, Problem> worst = worstByNode(problems);
    List<GraphNode> nodes = new ArrayList<>(workflow.nodes().size());
    for (String id : workflow.nodes().keySet()) {
      NodeDefinition node = workflow.nodes().get(id);
      Placement place = places.getOrDefault(id, Placement.at(0, 0));
      Optional<NodeView> view = run.map(each -> each.nodes().get(id));
      nodes.add(
          isNote(node)
              ? note(id, node, place)
              : card(workflow, id, node, place, view, Optional.ofNullable(worst.get(id)), now));
    }
    List<GraphEdge> edges = new ArrayList<>(workflow.connections().size());
    for (Connection connection : workflow.connections().stream().distinct().toList()) {
      edges.add(
          ports.isAttachment(workflow, connection)
              ? attachment(connection)
              : edge(connection, run));
    }
    return new Graph(nodes, edges);
  }

  /** A card of a node type alone, for the way from the palette to the canvas. */
  GraphNode preview(NodeDescriptor node) {
    return node.isNote()
        ? GraphNode.note("preview", node.name()).size(240, 100).build()
        : GraphNode.card("preview", node.name())
            .subtitle(node.summary())
            .role(role(node))
            .icon(glyphs.of(node.icon()))
            .build();
  }

  /** The edge's id of a connection. */
  static String edgeId(Connection connection) {
    return connection.toString();
  }

  /** The connection of an edge's id. */
  static Optional<Connection> connection(Workflow workflow, String edgeId) {
    return workflow.connections().stream().filter(each -> edgeId(each).equals(edgeId)).findFirst();
  }

  private boolean isNote(NodeDefinition node) {
    return catalog
        .find(node.type(), node.version())
        .map(type -> type.descriptor().isNote())
        .orElse(false);
  }

  private static GraphNode note(String id, NodeDefinition node, Placement place) {
    String text = node.parameters().get("text") instanceof String written ? written : "";
    String color = node.parameters().get("color") instanceof String chosen ? chosen : "yellow";
    return GraphNode.note(id, text)
        .at(place.x(), place.y())
        .size(place.width() > 0 ? place.width() : 240, place.height() > 0 ? place.height() : 96)
        .role(color)
        .build();
  }

  private GraphNode card(
      Workflow workflow,
      String id,
      NodeDefinition node,
      Placement place,
      Optional<NodeView> view,
      Optional<Problem> problem,
      Instant now) {
    Optional<NodeType> type = catalog.find(node.type(), node.version());
    GraphNodeBuilder card =
        GraphNode.card(id, node.name())
            .at(place.x(), place.y())
            .disabled(node.disabled())
            .subtitle(NodeSubtitle.of(node, type, view, now))
            .role(type.map(each -> role(each.descriptor())).orElse(UNKNOWN_ROLE))
            .icon(
                type.map(each -> icon(each, node)).orElseGet(() -> glyphs.of("mdal-help_outline")))
            .state(view.map(each -> state(each)).orElse(NodeState.NONE));
    for (Port port : ports.inputs(workflow, id)) {
      if (port.attachment()) {
        card.attachmentInput(port.id(), port.label());
      } else {
        card.input(port.id(), port.label());
      }
    }
    for (Port port : ports.outputs(workflow, id)) {
      if (port.attachment()) {
        card.attachmentOutput(port.id(), port.label());
      } else if (port.id().equals(Port.ERROR)) {
        card.errorOutput(port.id(), port.label());
      } else {
        card.output(port.id(), port.label());
      }
    }
    problem.ifPresent(each ->
        card.problem(
            each.severity() == Severity.ERROR ? Mark.ERROR : Mark.WARNING, each.message()));
    return card.build();
  }

  private NodeIcon icon(NodeType type, NodeDefinition node) {
    return type.descriptor().standIn()
        ? glyphs.initial(type.caption(node.parameters()))
        : glyphs.of(type.descriptor().icon());
  }

  private static String role(NodeDescriptor type) {
    return type.family().name().toLowerCase(Locale.ROOT);
  }

  private static GraphEdge attachment(Connection connection) {
    return new GraphEdge(
        edgeId(connection),
        connection.source(),
        connection.output(),
        connection.target(),
        connection.input(),
        "",
        EdgeState.NONE,
        false,
        true);
  }

  private static GraphEdge edge(Connection connection, Optional<RunView> run) {
    boolean error = connection.output().equals(Port.ERROR);
    NodeView source = run.map(each -> each.nodes().get(connection.source())).orElse(null);
    String label = "";
    EdgeState state = EdgeState.NONE;
    if (source != null) {
      long items = source.itemsOut(connection.output());
      boolean sent =
          source.activations().stream()
              .anyMatch(each -> each.outputs().containsKey(connection.output()));
      if (sent) {
        label = items == 0 && error ? "" : Counts.text(items);
        state = items == 0 ? EdgeState.NONE : EdgeState.DONE;
      } else if (source.state() == io.concertmaster.engine.NodeState.RUNNING
          && source.last().progress() > 0) {
        state = EdgeState.RUNNING;
      }
    }
    return new GraphEdge(
        edgeId(connection),
        connection.source(),
        connection.output(),
        connection.target(),
        connection.input(),
        label,
        state,
        error);
  }

  private static NodeState state(NodeView view) {
    return switch (view.state()) {
      case RUNNING -> NodeState.RUNNING;
      case RETRYING -> NodeState.RETRYING;
      case WAITING, UNCERTAIN -> NodeState.WAITING;
      case DONE -> NodeState.DONE;
      case FAILED -> NodeState.FAILED;
      case CANCELLED -> NodeState.SKIPPED;
    };
  }

  private static Map<String, Problem> worstByNode(List<Problem> problems) {
    Map<String, Problem> worst = new HashMap<>();
    for (Problem problem : problems) {
      problem
          .nodeId()
          .ifPresent(
              id -> worst.merge(id, problem, (a, b) -> a.severity() == Severity.ERROR ? a : b));
    }
    return worst;
  }
}
