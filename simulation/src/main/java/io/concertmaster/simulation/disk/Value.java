package io.concertmaster.simulation.disk;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** An expression. Conditions are values too: true where they give true or a number but 0. */
@FunctionalInterface
interface Value {
  /**
   * Where an expression is evaluated.
   *
   * @param row of the table
   * @param excluded a row that another one kept out
   * @param all all rows that count, for what tells of many
   */
  @SuppressWarnings("ArrayRecordComponent") // rows are arrays, and places are not compared
  record Place(
      Table table,
      @Nullable Object[] row,
      @Nullable Object[] excluded,
      List<@Nullable Object[]> all,
      List<@Nullable Object> parameters) {}

  @Nullable Object at(Place place) throws SQLException;

  static boolean isTrue(@Nullable Object value) {
    return value instanceof Boolean flag ? flag : value instanceof Long number && number != 0;
  }

  /** A comparison of values that are both there. */
  static Value compare(Value one, Value other, BiPredicate<Object, Object> holds) {
    return place -> {
      Object left = one.at(place);
      Object right = other.at(place);
      return left != null && right != null && holds.test(left, right);
    };
  }

  static int order(Object one, Object other) {
    return one instanceof Long number && other instanceof Long second
        ? Long.compare(number, second)
        : String.valueOf(one).compareTo(String.valueOf(other));
  }
}
