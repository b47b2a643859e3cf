package io.concertmaster.n8n.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.concertmaster.n8n.place.Stretch.Part;
import io.concertmaster.node.data.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchTest {
  @Test
  void whatIsShortGetsItsLengthAndGapsStay() {
    Stretch stretch = Stretch.of(List.of(new Part(0, 96, 176), new Part(220, 316, 176)));

    assertThat(stretch.to(0)).isEqualTo(0);
    assertThat(stretch.to(96)).isEqualTo(176);
    assertThat(stretch.to(220)).isEqualTo(300);
    assertThat(stretch.to(316)).isEqualTo(476);
    assertThat(stretch.to(-10)).isEqualTo(-10);
    assertThat(stretch.to(326)).isEqualTo(486);
  }

  @Test
  void everyPartIsLongEnoughOrderStaysAndPlacesAreFoundBack() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        double start = random.nextInt(2_000) - 1_000;
        double length = random.nextBoolean() ? 96 : random.nextInt(600);
        parts.add(new Part(start, start + length, length == 96 ? 176 : 0));
      }
      Stretch stretch = Stretch.of(parts);
      Stretch again = Stretch.ofJson(stretch.toJson());
      double before = Double.NEGATIVE_INFINITY;
      for (double place = -1_100; place < 2_200; place += 7) {
        assertThat(stretch.to(place)).isGreaterThan(before);
        before = stretch.to(place);
        assertThat(stretch.back(before)).isCloseTo(place, within(1e-6));
        assertThat(again.to(place)).isEqualTo(before);
      }
      for (Part part : parts) {
        double length = stretch.to(part.end()) - stretch.to(part.start());
        assertThat(length).isGreaterThanOrEqualTo(part.least() - 1e-6);
        assertThat(length).isGreaterThanOrEqualTo(part.end() - part.start() - 1e-6);
      }
    }
  }

  @Test
  void nonsenseMovesNothing() {
    assertThat(Stretch.ofJson(JsonArray.of(JsonArray.of(1, 0), JsonArray.of(0, 1))).to(5))
        .isEqualTo(5);
    assertThat(Stretch.ofJson("x").to(5)).isEqualTo(5);
    assertThat(Stretch.of(List.of()).to(5)).isEqualTo(5);
  }
}
