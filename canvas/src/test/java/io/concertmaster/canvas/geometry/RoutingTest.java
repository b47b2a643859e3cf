package io.concertmaster.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 176, 58);
  private static final Rectangle2D RIGHT = new Rectangle2D(400, 0, 176, 58);
  private static final Rectangle2D LOW = new Rectangle2D(0, 500, 176, 58);

  @Test
  void anEdgeBetweenNeighboursAtOneHeightIsStraight() {
    EdgeRoute route = between(LEFT, RIGHT);
    assertThat(route.bounds().getHeight()).isZero();
    assertThat(route.start()).isEqualTo(new Point2D(176, 29));
    assertThat(route.end()).isEqualTo(new Point2D(400, 29));
  }

  @Test
  void anEdgeBackAtTheSameHeightGoesAroundBelowBothCards() {
    EdgeRoute route = between(RIGHT, LEFT);
    assertThat(route.crosses(Rectangles.grown(LEFT, -4))).isFalse();
    assertThat(route.crosses(Rectangles.grown(RIGHT, -4))).isFalse();
    assertThat(route.bounds().getMaxY()).isGreaterThan(58);
    assertThat(route.end()).isEqualTo(new Point2D(0, 29));
  }

  @Test
  void anEdgeToItselfGoesAround() {
    EdgeRoute route = between(LEFT, LEFT);
    assertThat(route.curves()).isGreaterThan(1);
    assertThat(route.crosses(Rectangles.grown(LEFT, -4))).isFalse();
  }

  @Test
  void anEdgeALittleBackToALowerCardIsOneCurveThatArrivesFromTheLeft() {
    EdgeRoute route = between(LEFT, LOW);
    assertThat(route.curves()).isEqualTo(1);
    assertThat(route.at(0.97).getX()).isLessThan(route.end().getX());
    assertThat(route.at(0.03).getX()).isGreaterThan(route.start().getX());
  }

  @Test
  void anEdgeFarBackToALowerRowGoesAlongBelowTheSourcesRow() {
    EdgeRoute route = between(RIGHT, LOW);
    assertThat(route.crosses(Rectangles.grown(LEFT, 8))).isFalse();
    assertThat(route.at(0.4).getY()).isBetween(59.0, 100.0);
    assertThat(route.end()).isEqualTo(new Point2D(0, 529));
  }

  @Test
  void anEdgeFarBackToAHigherRowGoesAlongAboveTheSourcesRow() {
    EdgeRoute route = between(new Rectangle2D(400, 500, 176, 58), LEFT);
    assertThat(route.crosses(Rectangles.grown(LOW, 8))).isFalse();
    assertThat(route.at(0.4).getY()).isBetween(450.0, 499.0);
  }

  @Test
  void aLongEdgeKeepsItsHandlesShort() {
    EdgeRoute route = Routing.curve(new Point2D(0, 0), new Point2D(10_000, 3000));
    assertThat(route.coordinate(2)).isLessThanOrEqualTo(220);
  }

  private static EdgeRoute between(Rectangle2D source, Rectangle2D target) {
    return Routing.route(
        new Point2D(source.getMaxX(), source.getMinY() + 29),
        new Point2D(target.getMinX(), target.getMinY() + 29),
        source,
        target);
  }
}
