package io.concertmaster.nodes.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueOrderTest {
  private static final JsonArray IN_ORDER =
      (JsonArray)
          Json.parse(
              """
              [-1e300, -1, 0, 0.5, 1, 9007199254740992, 9007199254740993, 1e30,
               "", "10", "9", "B", "a", "b", false, true,
               [], [1], [1, 2], [2], {}, {"a": 1}, {"a": 2}, {"b": 0}, null]
              """);

  @Test
  void all_values_have_one_order() {
    List<Object> shuffled = new ArrayList<>(IN_ORDER);
    Collections.shuffle(shuffled, new Random(5));
    shuffled.sort(ValueOrder.EXACT);

    assertThat(shuffled).isEqualTo(IN_ORDER);
  }

  @Test
  void values_that_are_canonically_equal_are_equal_here_and_no_others() {
    List<Object> values = new ArrayList<>(IN_ORDER);
    values.addAll((JsonArray) Json.parse("[1.0, [1.0], {\"b\":0.0}, {\"b\":1,\"a\":1}, -0.0]"));
    values.add(Json.parse("{\"a\":1,\"b\":1}"));
    values.add(new BigDecimal("0.50"));
    for (Object left : values) {
      for (Object right : values) {
        assertThat(ValueOrder.EXACT.compare(left, right) == 0)
            .as("%s and %s", left, right)
            .isEqualTo(Objects.equals(Canonical.of(left), Canonical.of(right)));
      }
    }
  }

  @Test
  void case_can_be_ignored() {
    assertThat(ValueOrder.IGNORING_CASE.compare("ab", "AB")).isZero();
    assertThat(ValueOrder.EXACT.compare("ab", "AB")).isPositive();
  }
}
