package io.concertmaster.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class ViewportTest {
  @Test
  void zoomingKeepsThePointUnderThePointer() {
    Viewport start = new Viewport(-37, 12, 0.8);
    Point2D under = start.toGraph(310, 205);
    Viewport zoomed = start.zoomedAt(310, 205, 1.7);
    assertThat(zoomed.toGraph(310, 205).distance(under)).isLessThan(1e-9);
    assertThat(zoomed.zoom()).isEqualTo(1.7);
  }

  @Test
  void theZoomStaysWithinItsBounds() {
    assertThat(Viewport.HOME.zoomedAt(0, 0, 1e9).zoom()).isEqualTo(Viewport.LARGEST);
    assertThat(Viewport.HOME.zoomedAt(0, 0, 1e-9).zoom()).isEqualTo(Viewport.SMALLEST);
  }

  @Test
  void showingAnAreaPutsItInTheMiddleAndNeverEnlarges() {
    Viewport shown = Viewport.showing(new Rectangle2D(100, 100, 50, 50), 800, 600, 20, 1);
    assertThat(shown.zoom()).isEqualTo(1);
    assertThat(shown.toScreen(new Point2D(125, 125))).isEqualTo(new Point2D(400, 300));
  }

  @Test
  void showingALargeAreaLeavesTheMargin() {
    Viewport shown = Viewport.showing(new Rectangle2D(0, 0, 4000, 100), 800, 600, 50, 1);
    Rectangle2D area = shown.toScreen(new Rectangle2D(0, 0, 4000, 100));
    assertThat(area.getMinX()).isCloseTo(50, within(1e-6));
    assertThat(area.getMaxX()).isCloseTo(750, within(1e-6));
  }

  @Test
  void anAlignedViewportLiesOnWholePixels() {
    Viewport aligned = new Viewport(1.2345, -9.876, 0.73).aligned(1.5);
    double pixels = aligned.x() * aligned.zoom() * 1.5;
    assertThat(pixels).isCloseTo(Math.rint(pixels), within(1e-9));
    assertThat(Math.abs(aligned.x() - 1.2345) * 0.73 * 1.5).isLessThanOrEqualTo(0.5);
  }

  @Test
  void panningByPixelsMovesTheGraphByPixelsOverZoom() {
    assertThat(new Viewport(0, 0, 2).panned(10, -20)).isEqualTo(new Viewport(-5, 10, 2));
  }
}
