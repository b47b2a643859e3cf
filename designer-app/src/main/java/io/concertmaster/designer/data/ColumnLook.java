package io.concertmaster.designer.data;

import io.concertmaster.node.data.Item;
import java.util.List;
import java.util.Objects;

/** How wide a column starts and to which side it leans, judged by the items of one page. */
final class ColumnLook {
  private static final double CHARACTER = 7.3;
  private static final double MARGIN = 34;

  private ColumnLook() {}

  /** Whether a field holds numbers wherever it holds something. */
  static boolean isNumeric(Field field, List<Item> sample) {
    List<Object> values =
        sample.stream()
            .<Object>mapMulti((item, out) -> {
              Object value = field.of(item.json());
              if (value != null) {
                out.accept(value);
              }
            })
            .filter(Objects::nonNull)
            .toList();
    return !values.isEmpty() && values.stream().allMatch(Number.class::isInstance);
  }

  /** A width that shows the title and nine of ten texts, within bounds. */
  static double width(String title, List<String> texts) {
    List<Integer> lengths = texts.stream().map(String::length).sorted().toList();
    int most = lengths.isEmpty() ? 0 : lengths.get((lengths.size() - 1) * 9 / 10);
    return Math.clamp(Math.max(most, title.length() + 1) * CHARACTER + MARGIN, 64, 300);
  }
}
