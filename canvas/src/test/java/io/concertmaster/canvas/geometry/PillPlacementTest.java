package io.concertmaster.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PillPlacementTest {
  private static final EdgeRoute LEVEL = Routing.curve(new Point2D(0, 100), new Point2D(200, 100));

  @Test
  void aLevelEdgeHasItsLabelInTheMiddleAboveTheLine() {
    Rectangle2D place = PillPlacement.place(LEVEL, 40, 16, r -> false);
    assertThat(Rectangles.center(place).getX()).isEqualTo(100, within(1.0));
    assertThat(place.getMaxY()).isLessThan(100);
  }

  @Test
  void aTakenPlaceIsLeftForTheOtherSide() {
    Rectangle2D card = new Rectangle2D(80, 60, 40, 39);
    Rectangle2D place = PillPlacement.place(LEVEL, 40, 16, card::intersects);
    assertThat(place.getMinY()).isGreaterThan(100);
    assertThat(place.intersects(card)).isFalse();
  }

  @Test
  void withoutAnyFreePlaceItStaysInTheMiddle() {
    Rectangle2D place = PillPlacement.place(LEVEL, 40, 16, r -> true);
    assertThat(place).isEqualTo(PillPlacement.place(LEVEL, 40, 16, r -> false));
  }

  @Test
  void aSteepEdgeHasItsLabelBesideTheLine() {
    EdgeRoute steep = new EdgeRoute(0, 0, 0, 100, 0, 200, 0, 300);
    Rectangle2D place = PillPlacement.place(steep, 40, 16, r -> false);
    assertThat(place.getMinX() > 0 || place.getMaxX() < 0).isTrue();
  }
}
