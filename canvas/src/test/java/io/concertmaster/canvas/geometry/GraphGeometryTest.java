package io.concertmaster.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.NodeState;
import io.concertmaster.canvas.graph.PortRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class GraphGeometryTest {
  private static final List<GraphEdge> EDGES =
      List.of(
          new GraphEdge("ab", "a", "main", "b", "main"),
          new GraphEdge("lost", "a", "main", "nobody", "main"));

  @Test
  void newsOfARunCostNoNewLayout() {
    GraphGeometry before = GraphGeometry.of(graph(NodeState.NONE, 400));
    GraphGeometry after = before.next(graph(NodeState.RUNNING, 400));
    assertThat(after.sharesLayout(before)).isTrue();
    assertThat(after.graph().node("a").orElseThrow().state()).isEqualTo(NodeState.RUNNING);
  }

  @Test
  void aMovedNodeBringsANewLayout() {
    GraphGeometry before = GraphGeometry.of(graph(NodeState.NONE, 400));
    GraphGeometry after = before.next(graph(NodeState.NONE, 500));
    assertThat(after.sharesLayout(before)).isFalse();
    assertThat(after.route(0).orElseThrow().end().getX()).isEqualTo(500);
  }

  @Test
  void anEdgeOfAnUnknownNodeHasNoRoute() {
    GraphGeometry geometry = GraphGeometry.of(graph(NodeState.NONE, 400));
    assertThat(geometry.route(1)).isEmpty();
    assertThat(geometry.edgesIn(new Rectangle2D(-1000, -1000, 5000, 5000))).containsExactly(0);
  }

  @Test
  void knowsTheEdgesOfNodesAndThePlacesOfPorts() {
    GraphGeometry geometry = GraphGeometry.of(graph(NodeState.NONE, 400));
    assertThat(geometry.edgesOf(Set.of("b"))).containsExactly("ab");
    assertThat(geometry.port(new PortRef("gone", PortRef.Side.INPUT, "main"))).isEmpty();
  }

  @Test
  void theBoundsHoldEverything() {
    assertThat(GraphGeometry.of(graph(NodeState.NONE, 400)).bounds())
        .isEqualTo(Optional.of(new Rectangle2D(0, 0, 576, 58)));
    assertThat(GraphGeometry.empty().bounds()).isEmpty();
  }

  private static Graph graph(NodeState state, double x) {
    return new Graph(
        List.of(
            GraphNode.card("a", "A").output("main", "").state(state).build(),
            GraphNode.card("b", "B").at(x, 0).input("main", "").build()),
        EDGES);
  }
}
