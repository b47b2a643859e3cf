package io.concertmaster.canvas;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeKind;
import io.concertmaster.canvas.graph.NodeState;
import io.concertmaster.canvas.graph.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a screen reader says about the canvas. */
final class Narrator {
  private Narrator() {}

  /** One line about what is chosen. */
  static String line(Graph graph, Selection selection) {
    int nodes = selection.nodes().size();
    if (nodes == 1) {
      return graph.node(selection.nodes().iterator().next()).map(Narrator::node).orElse("");
    }
    if (nodes > 1) {
      return nodes + " nodes selected";
    }
    if (selection.edges().size() == 1) {
      return graph
          .edge(selection.edges().iterator().next())
          .map(edge ->
              "Connection from " + name(graph, edge.source()) + " to " + name(graph, edge.target()))
          .orElse("");
    }
    return "Canvas with " + graph.nodes().size() + " nodes, nothing selected";
  }

  private static String name(Graph graph, String id) {
    return graph.node(id).map(GraphNode::title).orElse(id);
  }

  private static String node(GraphNode node) {
    List<String> parts = new ArrayList<>();
    parts.add(
        node.kind() == NodeKind.NOTE
            ? "Note: " + node.text().lines().findFirst().orElse("")
            : node.title());
    parts.add(node.subtitle());
    parts.add(node.state() == NodeState.NONE ? "" : node.state().name().toLowerCase(Locale.ROOT));
    parts.add(node.disabled() ? "disabled" : "");
    parts.add(node.problem().isEmpty() ? "" : "problem: " + node.problem());
    parts.removeIf(String::isEmpty);
    return String.join(", ", parts);
  }
}
