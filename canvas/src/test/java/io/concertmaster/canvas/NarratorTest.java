package io.concertmaster.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.Selection;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NarratorTest {
  private final Graph graph = DemoGraphs.order();

  @Test
  void saysNameStateAndProblemOfTheChosenNode() {
    assertThat(Narrator.line(graph, Selection.ofNode("check")))
        .isEqualTo("Over 10,000?, If · total > 10000, done");
    assertThat(Narrator.line(graph, Selection.ofNode("off")))
        .isEqualTo("Archive, switched off, disabled, problem: Nothing reads the output");
    assertThat(Narrator.line(graph, Selection.ofNode("note"))).isEqualTo("Note: Trading partners");
  }

  @Test
  void saysHowManyAreChosenOrWhatAnEdgeConnects() {
    assertThat(Narrator.line(graph, Selection.ofNodes(Set.of("check", "off"))))
        .isEqualTo("2 nodes selected");
    assertThat(Narrator.line(graph, Selection.ofEdge("fetch:main>parse:main")))
        .isEqualTo("Connection from Fetch EDI 850 to Parse X12");
    assertThat(Narrator.line(graph, Selection.EMPTY))
        .isEqualTo("Canvas with 11 nodes, nothing selected");
  }
}
