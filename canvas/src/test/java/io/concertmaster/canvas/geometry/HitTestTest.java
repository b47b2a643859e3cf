package io.concertmaster.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.canvas.intent.Target;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class HitTestTest {
  private static final Graph GRAPH =
      new Graph(
          List.of(
              GraphNode.note("note", "text").at(-50, -50).size(700, 300).build(),
              GraphNode.card("a", "A").at(0, 0).output("yes", "yes").output("no", "no").build(),
              GraphNode.card("b", "B").at(400, 0).input("main", "").build(),
              GraphNode.card("over", "Over").at(420, 20).build()),
          List.of(new GraphEdge("e", "a", "yes", "b", "main")));
  private static final PortRef YES = new PortRef("a", Side.OUTPUT, "yes");
  private static final PortRef NO = new PortRef("a", Side.OUTPUT, "no");

  private final HitTest hits = new HitTest(GraphGeometry.of(GRAPH), 1);

  @Test
  void aPortIsCaughtFromTwelvePixelsBesideIt() {
    assertThat(hits.at(new Point2D(187, 14))).isEqualTo(new Target.OnPort(YES));
    assertThat(hits.at(new Point2D(187, 47))).isEqualTo(new Target.OnPort(NO));
    assertThat(hits.at(new Point2D(200, 60))).isEqualTo(new Target.OnNode("note"));
  }

  @Test
  void insideOfItsCardAPortReachesHalfAsFar() {
    assertThat(hits.at(new Point2D(171, 14.5))).isEqualTo(new Target.OnPort(YES));
    assertThat(hits.at(new Point2D(168, 14.5))).isEqualTo(new Target.OnNode("a"));
  }

  @Test
  void theReachOfAPortStaysTheSameOnTheScreen() {
    HitTest near = new HitTest(GraphGeometry.of(GRAPH), 2);
    assertThat(near.at(new Point2D(181.5, 14.5))).isEqualTo(new Target.OnPort(YES));
    assertThat(near.port(new Point2D(184, 14.5), ref -> true)).isEmpty();
  }

  @Test
  void theTopmostCardIsHit() {
    assertThat(hits.at(new Point2D(500, 40))).isEqualTo(new Target.OnNode("over"));
    assertThat(hits.at(new Point2D(500, 10))).isEqualTo(new Target.OnNode("b"));
  }

  @Test
  void anEdgeIsHitAboveANoteAndOnlyNearItsLine() {
    Point2D middle = GraphGeometry.of(GRAPH).route(0).orElseThrow().at(0.5);
    assertThat(hits.at(middle.add(0, 4))).isEqualTo(new Target.OnEdge("e"));
    assertThat(hits.at(middle.add(0, 30))).isEqualTo(new Target.OnNode("note"));
  }

  @Test
  void theCornerOfANoteResizesIt() {
    assertThat(hits.at(new Point2D(648, 248))).isEqualTo(new Target.OnCorner("note"));
  }

  @Test
  void nothingIsHitInTheVoid() {
    assertThat(hits.at(new Point2D(-500, -500))).isEqualTo(new Target.OnVoid());
  }

  @Test
  void aConnectionLandsOnACardWithASingleFittingPort() {
    assertThat(hits.landing(new Point2D(500, 10), Side.INPUT, ref -> true))
        .contains(new PortRef("b", Side.INPUT, "main"));
    assertThat(hits.landing(new Point2D(90, 30), Side.OUTPUT, ref -> true)).isEmpty();
    assertThat(hits.landing(new Point2D(90, 30), Side.OUTPUT, YES::equals)).contains(YES);
  }

  @Test
  void anAreaHasTheCardsThatItTouchesAndTheNotesThatItHolds() {
    assertThat(hits.nodesIn(new Rectangle2D(150, 50, 300, 50))).containsExactly("a", "b", "over");
    assertThat(hits.nodesIn(new Rectangle2D(-60, -60, 800, 400))).contains("note");
    assertThat(hits.edgesIn(new Rectangle2D(280, -20, 20, 100))).containsExactly("e");
  }
}
