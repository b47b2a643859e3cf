package io.concertmaster.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class EdgeRouteTest {
  private static final EdgeRoute LINE = new EdgeRoute(0, 0, 100, 0, 200, 0, 300, 0);

  @Test
  void measuresTheDistanceToTheNearestPoint() {
    assertThat(LINE.distance(150, 7)).isCloseTo(7, within(1e-9));
    assertThat(LINE.distance(-3, 4)).isCloseTo(5, within(1e-9));
    assertThat(LINE.distance(303, -4)).isCloseTo(5, within(1e-9));
  }

  @Test
  void knowsTheMiddleOfItsLength() {
    assertThat(LINE.at(0.5).distance(new Point2D(150, 0))).isLessThan(0.01);
    assertThat(LINE.at(0)).isEqualTo(LINE.start());
    assertThat(LINE.at(1).distance(LINE.end())).isLessThan(1e-6);
  }

  @Test
  void crossesAreasThatItRunsThroughWithoutAPointOfItsPolylineInside() {
    assertThat(LINE.crosses(new Rectangle2D(151, -1, 2, 2))).isTrue();
    assertThat(LINE.crosses(new Rectangle2D(151, 1, 2, 2))).isFalse();
    assertThat(LINE.crosses(new Rectangle2D(301, -1, 2, 2))).isFalse();
  }

  @Test
  void aCurveStaysNearItsControlPoints() {
    EdgeRoute curve = Routing.curve(new Point2D(0, 0), new Point2D(200, 200));
    assertThat(curve.distance(100, 100)).isLessThan(1);
    assertThat(curve.distance(0, 200)).isGreaterThan(50);
    assertThat(curve.bounds().contains(curve.at(0.3))).isTrue();
  }

  @Test
  void refusesNumbersThatAreNotCurves() {
    assertThatThrownBy(() -> new EdgeRoute(0, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 numbers");
  }
}
