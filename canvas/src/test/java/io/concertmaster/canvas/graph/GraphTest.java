package io.concertmaster.canvas.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphTest {
  private static final GraphNode A = GraphNode.card("a", "A").build();

  @Test
  void refusesTwoNodesOrEdgesWithOneId() {
    GraphEdge edge = new GraphEdge("e", "a", "main", "a", "main");
    assertThatThrownBy(() -> new Graph(List.of(A, A), List.of()))
        .hasMessage("two nodes with the id a");
    assertThatThrownBy(() -> new Graph(List.of(A), List.of(edge, edge)))
        .hasMessage("two edges with the id e");
  }

  @Test
  void refusesANodeThatIsNowhere() {
    assertThatThrownBy(() -> GraphNode.card("x", "X").at(Double.NaN, 0).build())
        .hasMessageContaining("node x is nowhere");
  }

  @Test
  void findsByIdOrSaysThatThereIsNone() {
    Graph graph = new Graph(List.of(A), List.of());
    assertThat(graph.node("a")).contains(A);
    assertThat(graph.node("b")).isEmpty();
    assertThat(graph.indexOfEdge("e")).isEqualTo(-1);
  }

  @Test
  void aSelectionKeepsOnlyWhatTheGraphHas() {
    Graph graph = new Graph(List.of(A), List.of());
    Selection selection = new Selection(Set.of("a", "b"), Set.of("e"));
    assertThat(selection.within(graph)).isEqualTo(Selection.ofNode("a"));
  }

  @Test
  void aSelectionTogglesAndJoins() {
    Selection a = Selection.ofNode("a");
    assertThat(a.toggleNode("a").isEmpty()).isTrue();
    assertThat(a.toggleNode("b").nodes()).containsExactly("a", "b");
    assertThat(a.plus(Selection.ofEdge("e"))).isEqualTo(new Selection(Set.of("a"), Set.of("e")));
    assertThat(Selection.ofEdge("e").toggleEdge("e")).isEqualTo(Selection.EMPTY);
  }
}
