package io.concertmaster.canvas.gesture;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import java.util.List;

/** Three cards in a row, the first two connected, and a note below them. */
final class GestureGraph {
  private GestureGraph() {}

  static Graph make() {
    return new Graph(
        List.of(
            GraphNode.card("a", "A").at(0, 0).output("main", "").build(),
            GraphNode.card("b", "B").at(300, 0).input("main", "").output("main", "").build(),
            GraphNode.card("c", "C").at(600, 0).input("main", "").build(),
            GraphNode.note("n", "Note").at(0, 200).size(200, 100).build()),
        List.of(new GraphEdge("ab", "a", "main", "b", "main")));
  }
}
