package io.concertmaster.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.GraphNodeBuilder;
import io.concertmaster.canvas.graph.PortRef.Side;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class NodeShapeTest {
  @Test
  void aSinglePortLiesInTheMiddle() {
    GraphNode node = GraphNode.card("a", "A").at(10, 20).input("main", "").build();
    assertThat(NodeShape.port(node, Side.INPUT, "main")).isEqualTo(new Point2D(10, 49));
  }

  @Test
  void twoPortsShareTheSide() {
    GraphNode node = GraphNode.card("a", "A").output("true", "").output("false", "").build();
    assertThat(NodeShape.port(node, Side.OUTPUT, 0)).isEqualTo(new Point2D(176, 14.5));
    assertThat(NodeShape.port(node, Side.OUTPUT, 1)).isEqualTo(new Point2D(176, 43.5));
  }

  @Test
  void anErrorOutputLeavesTheOtherOneInTheMiddle() {
    GraphNode node = GraphNode.card("a", "A").output("main", "").errorOutput("error", "").build();
    assertThat(NodeShape.port(node, Side.OUTPUT, "main").getY()).isEqualTo(29);
    assertThat(NodeShape.port(node, Side.OUTPUT, "error").getY()).isEqualTo(45);
  }

  @Test
  void attachmentsLieBelowTheServedCardAndAboveTheServingOne() {
    GraphNode agent =
        GraphNode.card("a", "Agent")
            .input("main", "")
            .attachmentInput("model", "Model")
            .attachmentInput("tool", "Tool")
            .build();
    GraphNode model = GraphNode.card("m", "Model").attachmentOutput("model", "Model").build();
    assertThat(NodeShape.port(agent, Side.INPUT, "main")).isEqualTo(new Point2D(0, 29));
    assertThat(NodeShape.port(agent, Side.INPUT, "model")).isEqualTo(new Point2D(36, 58));
    assertThat(NodeShape.port(agent, Side.INPUT, "tool")).isEqualTo(new Point2D(108, 58));
    assertThat(NodeShape.port(model, Side.OUTPUT, "model")).isEqualTo(new Point2D(88, 0));
  }

  @Test
  void aPortThatTheNodeDoesNotHaveLiesInTheMiddle() {
    GraphNode node = GraphNode.card("a", "A").build();
    assertThat(NodeShape.port(node, Side.INPUT, "gone")).isEqualTo(new Point2D(0, 29));
  }

  @Test
  void aCardGrowsWithItsPorts() {
    GraphNodeBuilder builder = GraphNode.card("a", "A");
    for (int i = 0; i < 10; i++) {
      builder.output("rule" + i, "");
    }
    assertThat(NodeShape.bounds(builder.build())).isEqualTo(new Rectangle2D(0, 0, 176, 220));
  }

  @Test
  void aGivenSizeWins() {
    GraphNode note = GraphNode.note("n", "").size(300, 200).build();
    assertThat(NodeShape.bounds(note)).isEqualTo(new Rectangle2D(0, 0, 300, 200));
  }
}
