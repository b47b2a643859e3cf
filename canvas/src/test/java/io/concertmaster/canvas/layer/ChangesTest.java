package io.concertmaster.canvas.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.graph.EdgeState;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.GraphNodeBuilder;
import io.concertmaster.canvas.graph.NodeState;
import io.concertmaster.canvas.graph.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final Rectangle2D AT_0 = new Rectangle2D(0, 0, 176, 58);

  @Test
  void nothingDiffersInTheSameGraph() {
    assertThat(Changes.between(geometry(a(0)), geometry(a(0)))).contains(List.of());
  }

  @Test
  void aNodeInAnotherStateIsItsPlace() {
    assertThat(Changes.between(geometry(a(0)), geometry(a(0).state(NodeState.DONE))).orElseThrow())
        .containsOnly(AT_0);
  }

  @Test
  void aMovedNodeIsItsOldAndItsNewPlaceWithItsEdges() {
    List<Rectangle2D> areas = Changes.between(geometry(a(0)), geometry(a(100))).orElseThrow();
    assertThat(areas).contains(AT_0, new Rectangle2D(100, 0, 176, 58));
    assertThat(areas).anyMatch(area -> area.getMinX() == 176 && area.getMaxX() == 400);
    assertThat(areas).anyMatch(area -> area.getMinX() == 276 && area.getMaxX() == 400);
  }

  @Test
  void aNodeThatIsGoneIsItsOldPlaceAndItsEdge() {
    List<Rectangle2D> areas =
        Changes.between(geometry(a(0)), GraphGeometry.of(new Graph(List.of(b()), List.of())))
            .orElseThrow();
    assertThat(areas).hasSize(2).contains(AT_0);
  }

  @Test
  void aLabelledEdgeBesideAChangeIsDrawnAgainForItsLabelMayMove() {
    GraphEdge labelled = new GraphEdge("e", "a", "main", "b", "main", "12", EdgeState.NONE, false);
    GraphNode blocking = GraphNode.card("x", "X").at(250, -10).build();
    GraphGeometry before =
        GraphGeometry.of(new Graph(List.of(a(0).build(), b()), List.of(labelled)));
    GraphGeometry after =
        GraphGeometry.of(new Graph(List.of(a(0).build(), b(), blocking), List.of(labelled)));
    assertThat(Changes.between(before, after).orElseThrow())
        .anyMatch(area -> area.getMinX() == 176 && area.getMaxX() == 400);
  }

  @Test
  void veryManyDifferencesAreNotCounted() {
    List<GraphNode> nodes = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      nodes.add(GraphNode.card("n" + i, "N").at(i * 200, 0).build());
    }
    assertThat(
            Changes.between(GraphGeometry.empty(), GraphGeometry.of(new Graph(nodes, List.of()))))
        .isEmpty();
  }

  @Test
  void selectionsDifferInWhatOneOfThemHas() {
    GraphGeometry geometry = geometry(a(0));
    assertThat(
            Changes.between(geometry, Selection.ofNode("a"), Selection.ofNodes(Set.of("a", "b"))))
        .containsExactly(new Rectangle2D(400, 0, 176, 58));
  }

  private static GraphNodeBuilder a(double x) {
    return GraphNode.card("a", "A").at(x, 0).output("main", "");
  }

  private static GraphNode b() {
    return GraphNode.card("b", "B").at(400, 0).input("main", "").build();
  }

  private static GraphGeometry geometry(GraphNodeBuilder a) {
    return GraphGeometry.of(
        new Graph(List.of(a.build(), b()), List.of(new GraphEdge("e", "a", "main", "b", "main"))));
  }
}
