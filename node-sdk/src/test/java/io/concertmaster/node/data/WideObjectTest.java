package io.concertmaster.node.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Objects with more fields than a row of data ever has: still read in one pass. */
class WideObjectTest {
  @Test
  void keepsOrderAndValuesOfManyFields() {
    int fields = 200_000;
    JsonObject.Builder builder = JsonObject.builder();
    for (int i = 0; i < fields; i++) {
      builder.put("f" + i, (long) i);
    }
    JsonObject object = builder.put("f300", "again").build();

    assertThat(object).hasSize(fields);
    assertThat(object.slot(300)).isEqualTo("again");
    assertThat(object.get("f199999")).isEqualTo(199_999L);
    assertThat(object.shape().name(257)).isEqualTo("f257");
  }

  @Test
  void wideAndNarrowWaysMakeEqualShapes() {
    List<String> names = IntStream.range(0, 600).mapToObj(i -> "n" + i % 500).toList();
    Shape step = Shape.empty();
    for (String name : names) {
      step = step.with(name);
    }
    assertThat(Shape.of(names)).isEqualTo(step);
    assertThat(step.size()).isEqualTo(500);
  }

  @Test
  void fieldsPutOnTopOfAWideObjectReplaceItsOwn() {
    JsonObject.Builder builder = JsonObject.builder();
    IntStream.range(0, 300).forEach(i -> builder.put("f" + i, i));
    JsonObject wide = builder.build();

    JsonObject merged = wide.withAll(JsonObject.of("f0", "new", "g", true));

    assertThat(merged).hasSize(301).containsEntry("f0", "new").containsEntry("g", true);
  }
}
