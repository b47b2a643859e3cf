package io.concertmaster.canvas;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.Phase;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/** The owner of a canvas as in an application: records every intent and does some of them. */
final class Owner {
  final List<CanvasIntent> intents = new ArrayList<>();
  private final GraphCanvas canvas;

  Owner(GraphCanvas canvas, Graph graph) {
    this.canvas = canvas;
    canvas.setGraph(graph);
    canvas.setOnIntent(this::accept);
  }

  private void accept(CanvasIntent intent) {
    intents.add(intent);
    Graph graph = canvas.graph();
    switch (intent) {
      case CanvasIntent.MoveNodes move when move.phase() == Phase.END ->
          canvas.setGraph(
              new Graph(
                  graph.nodes().stream()
                      .map(node -> {
                        Point2D at = move.positions().get(node.id());
                        return at == null ? node : node.at(at.getX(), at.getY());
                      })
                      .toList(),
                  graph.edges()));
      case CanvasIntent.Connect connect -> {
        List<GraphEdge> edges = new ArrayList<>(graph.edges());
        edges.add(
            new GraphEdge(
                "new" + edges.size(),
                connect.output().node(),
                connect.output().port(),
                connect.input().node(),
                connect.input().port()));
        canvas.setGraph(new Graph(graph.nodes(), edges));
      }
      case CanvasIntent.Delete delete -> {
        List<GraphNode> nodes = new ArrayList<>(graph.nodes());
        nodes.removeIf(node -> delete.selection().nodes().contains(node.id()));
        canvas.setGraph(new Graph(nodes, graph.edges()));
      }
      default -> {}
    }
  }
}
