package io.concertmaster.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphNode;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class FittingTest {
  private static final Rectangle2D MAP = new Rectangle2D(600, 480, 180, 108);

  @Test
  void whatLiesClearOfThePanelsIsInTheMiddle() {
    GraphGeometry geometry = cards(0, 0);
    Viewport viewport = fit(geometry);
    assertThat(viewport.toScreen(geometry.bounds(0)).getMinX()).isEqualTo(400 - 88);
  }

  @Test
  void noCardComesToLieUnderAPanel() {
    GraphGeometry geometry =
        GraphGeometry.of(
            new Graph(List.of(card("a", 0, 0), card("b", 500, 380), card("c", 500, 0)), List.of()));
    Viewport viewport = fit(geometry);
    for (int i = 0; i < 3; i++) {
      Rectangle2D card = viewport.toScreen(geometry.bounds(i));
      assertThat(card.intersects(MAP)).isFalse();
      assertThat(new Rectangle2D(0, 0, 800, 600).contains(card)).isTrue();
    }
  }

  private static Viewport fit(GraphGeometry geometry) {
    return Fitting.viewport(geometry, geometry.bounds().orElseThrow(), 800, 600, List.of(MAP));
  }

  private static GraphGeometry cards(double x, double y) {
    return GraphGeometry.of(new Graph(List.of(card("a", x, y)), List.of()));
  }

  private static GraphNode card(String id, double x, double y) {
    return GraphNode.card(id, id).at(x, y).build();
  }
}
