package io.concertmaster.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalkOrderTest {
  private static final Graph GRAPH =
      new Graph(List.of(node("right", 300, 0), node("low", 0, 100), node("high", 0, 0)), List.of());

  @Test
  void goesFromLeftToRightAndFromTopToBottom() {
    assertThat(WalkOrder.next(GRAPH, Optional.empty(), 1)).contains("high");
    assertThat(WalkOrder.next(GRAPH, Optional.of("high"), 1)).contains("low");
    assertThat(WalkOrder.next(GRAPH, Optional.of("low"), 1)).contains("right");
    assertThat(WalkOrder.next(GRAPH, Optional.of("low"), -1)).contains("high");
  }

  @Test
  void endsAtBothEnds() {
    assertThat(WalkOrder.next(GRAPH, Optional.of("right"), 1)).isEmpty();
    assertThat(WalkOrder.next(GRAPH, Optional.of("high"), -1)).isEmpty();
    assertThat(WalkOrder.next(Graph.empty(), Optional.empty(), 1)).isEmpty();
  }

  @Test
  void comesBackInAtTheEndThatLiesBehind() {
    assertThat(WalkOrder.next(GRAPH, Optional.empty(), -1)).contains("right");
    assertThat(WalkOrder.next(GRAPH, Optional.of("gone"), 1)).contains("high");
  }

  private static GraphNode node(String id, double x, double y) {
    return GraphNode.card(id, id).at(x, y).build();
  }
}
