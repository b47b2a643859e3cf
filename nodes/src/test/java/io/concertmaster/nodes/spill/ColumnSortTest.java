package io.concertmaster.nodes.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnSortTest {
  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  /** Rows in the order that comparing them value by value gives. */
  private static int[] compared(List<KeyOrder> orders, List<@Nullable Object[]> rows) {
    Comparator<Integer> order =
        (a, b) -> {
          int found = 0;
          for (int i = 0; i < orders.size() && found == 0; i++) {
            found = orders.get(i).compare(rows.get(a)[i], rows.get(b)[i]);
          }
          return found;
        };
    return IntStream.range(0, rows.size())
        .boxed()
        .sorted(order)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] sorted(List<KeyOrder> orders, List<@Nullable Object[]> rows) {
    List<KeyColumn> columns = orders.stream().map(KeyColumn::new).toList();
    for (@Nullable Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        columns.get(i).add(row[i]);
      }
    }
    return ColumnSort.of(columns, rows.size());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rows_stand_as_comparing_them_one_by_one_would_have_them(int seed) {
    RandomRows random = new RandomRows(seed);
    List<KeyOrder> orders = new ArrayList<>();
    int[] kinds = new int[1 + random.number(3)];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = random.number(6);
      orders.add(
          new KeyOrder(random.flag() ? ValueOrder.EXACT : ValueOrder.IGNORING_CASE, random.flag()));
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    int count = random.oneOf(0, 1, 2, 50, 95, 96, 97, 700, 3_000);
    for (int row = 0; row < count; row++) {
      rows.add(Arrays.stream(kinds).mapToObj(random::value).toArray());
    }

    assertThat(sorted(orders, rows)).isEqualTo(compared(orders, rows));
  }

  @Test
  void a_column_may_turn_out_to_be_of_another_kind() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (long number = 0; number < 200; number++) {
      rows.add(new Object[] {(1L << 60) - number % 50});
    }
    rows.add(new Object[] {0.5});
    rows.add(new Object[] {"text"});
    rows.add(new Object[] {null});
    for (boolean descending : new boolean[] {false, true}) {
      List<KeyOrder> orders = List.of(new KeyOrder(ValueOrder.EXACT, descending));
      assertThat(sorted(orders, rows)).isEqualTo(compared(orders, rows));
    }
  }

  @Test
  void long_texts_that_begin_alike_are_told_apart() {
    String start = "x".repeat(1_000);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(new Object[] {start.substring(0, i % 7 * 150) + (i * 7919 % 500)});
    }
    assertThat(sorted(KeyOrder.ascending(1), rows))
        .isEqualTo(compared(KeyOrder.ascending(1), rows));
  }
}
