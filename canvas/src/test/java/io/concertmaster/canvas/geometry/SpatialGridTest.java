package io.concertmaster.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class SpatialGridTest {
  @Test
  void findsExactlyWhatASearchThroughAllFinds() {
    Random random = new Random(7);
    Rectangle2D[] all =
        IntStream.range(0, 2000).mapToObj(i -> any(random, 300)).toArray(Rectangle2D[]::new);
    SpatialGrid grid = new SpatialGrid(all);
    for (int i = 0; i < 300; i++) {
      Rectangle2D area = any(random, 1500);
      int[] expected = IntStream.range(0, all.length).filter(n -> touches(all[n], area)).toArray();
      assertThat(grid.find(area)).as("question %d", i).isEqualTo(expected);
    }
  }

  @Test
  void findsAThingThatSpansTheWholePlane() {
    SpatialGrid grid =
        new SpatialGrid(
            new Rectangle2D[] {
              new Rectangle2D(-1e6, -1e6, 2e6, 2e6), new Rectangle2D(0, 0, 10, 10)
            });
    assertThat(grid.find(new Rectangle2D(5e5, 5e5, 1, 1))).containsExactly(0);
    assertThat(grid.find(new Rectangle2D(5, 5, 1, 1))).containsExactly(0, 1);
  }

  @Test
  void neverFindsWhatHasNoPlace() {
    SpatialGrid grid = new SpatialGrid(new Rectangle2D[] {Rectangle2D.EMPTY});
    assertThat(grid.find(new Rectangle2D(-10, -10, 20, 20))).isEmpty();
  }

  @Test
  void findsARectangleWithoutHeight() {
    SpatialGrid grid = new SpatialGrid(new Rectangle2D[] {new Rectangle2D(10, 10, 100, 0)});
    assertThat(grid.find(new Rectangle2D(50, 5, 10, 10))).containsExactly(0);
  }

  private static Rectangle2D any(Random random, int size) {
    return new Rectangle2D(
        random.nextInt(8000) - 4000,
        random.nextInt(8000) - 4000,
        1 + random.nextInt(size),
        1 + random.nextInt(size));
  }

  private static boolean touches(Rectangle2D a, Rectangle2D b) {
    return a.getMinX() <= b.getMaxX()
        && b.getMinX() <= a.getMaxX()
        && a.getMinY() <= b.getMaxY()
        && b.getMinY() <= a.getMaxY();
  }
}
