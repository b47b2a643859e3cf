package io.concertmaster.model.check;

import io.concertmaster.model.Connection;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import java.util.List;
import java.util.Optional;

/** Checks that each connection begins at an output that is there and ends at such an input. */
final class ConnectionCheck {
  private final Graph graph;
  private final Report report;

  ConnectionCheck(Graph graph, Report report) {
    this.graph = graph;
    this.report = report;
  }

  void check() {
    for (Connection connection : graph.workflow().connections()) {
      boolean from = ends(connection, connection.source(), connection.target());
      boolean to = ends(connection, connection.target(), connection.source());
      if (from && to) {
        source(connection);
        target(connection);
        kind(connection);
      }
    }
  }

  /** Whether one end is there. */
  private boolean ends(Connection connection, String id, String other) {
    if (graph.has(id)) {
      return true;
    }
    report.add(
        Severity.ERROR,
        Code.UNKNOWN_NODE,
        Optional.of(other).filter(graph::has),
        "",
        "the connection "
            + connection
            + " speaks of a node "
            + Texts.quoted(id)
            + " that is not there"
            + Suggestion.closest(id, graph.workflow().nodes().keySet())
                .map(near -> ": did you mean " + Texts.quoted(near) + "?")
                .orElse(": delete the connection, or add the node"));
    return false;
  }

  /** An attachment leads to an attachment, items lead to where items are taken. */
  private void kind(Connection connection) {
    Optional<NodeType> target = graph.type(connection.target());
    if (graph.type(connection.source()).isEmpty() || target.isEmpty()) {
      return;
    }
    boolean takes =
        target.get().inputs(graph.node(connection.target()).parameters()).stream()
            .anyMatch(port -> port.attachment() && port.id().equals(connection.input()));
    boolean gives = graph.isAttachment(connection);
    if (takes != gives) {
      report.error(
          Code.UNKNOWN_PORT,
          connection.source(),
          "",
          "the connection to "
              + Texts.quoted(graph.node(connection.target()).name())
              + (gives
                  ? " carries no items, but the input takes items"
                  : " carries items, but the input takes none")
              + ": delete the connection");
    }
  }

  private void source(Connection connection) {
    String id = connection.source();
    Optional<NodeType> type = graph.type(id);
    if (type.isEmpty()) {
      return;
    }
    List<String> outputs = graph.outputs(id, type.get());
    if (outputs.contains(connection.output())) {
      return;
    }
    String advice =
        connection.output().equals(Port.ERROR)
            ? "send its errors to the error output (“on error”), or delete the connection"
            : outputs.isEmpty()
                ? "delete the connection, this node sends nothing"
                : "use one of " + Texts.list(outputs);
    report.error(
        Code.UNKNOWN_PORT,
        id,
        "",
        "the node has no output "
            + Texts.quoted(connection.output())
            + ", from which a connection leads to "
            + Texts.quoted(graph.node(connection.target()).name())
            + ": "
            + advice);
  }

  private void target(Connection connection) {
    String id = connection.target();
    Optional<NodeType> type = graph.type(id);
    if (type.isEmpty()) {
      return;
    }
    String from = Texts.quoted(graph.node(connection.source()).name());
    if (graph.isTrigger(id)) {
      report.error(
          Code.CONNECTION_INTO_TRIGGER,
          id,
          "",
          "a connection comes in from " + from + ", but a run begins here: delete the connection");
      return;
    }
    List<String> inputs = graph.inputs(id, type.get());
    if (!inputs.contains(connection.input())) {
      report.error(
          Code.UNKNOWN_PORT,
          id,
          "",
          "the node has no input "
              + Texts.quoted(connection.input())
              + ", at which a connection from "
              + from
              + " ends: "
              + (inputs.isEmpty()
                  ? "delete the connection, this node takes nothing in"
                  : "use one of " + Texts.list(inputs)));
    }
  }
}
