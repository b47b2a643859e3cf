package io.concertmaster.simulation.disk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a table. A row is never changed, but replaced; so a copy of the list is a snapshot. */
final class Table {
  /** What SQLite's driver says for a broken constraint. */
  private static final int CONSTRAINT = 19;

  private final List<String> columns;
  private final List<@Nullable Object> defaults;
  private final List<int[]> uniques;
  private final Set<String> numbers;
  private final int counted;
  final List<@Nullable Object[]> rows;

  private Table(
      List<String> columns,
      List<@Nullable Object> defaults,
      List<int[]> uniques,
      Set<String> numbers,
      int counted,
      List<@Nullable Object[]> rows) {
    this.numbers = numbers;
    this.columns = columns;
    this.defaults = defaults;
    this.uniques = uniques;
    this.counted = counted;
    this.rows = rows;
  }

  /** A table without columns. */
  static Table empty() {
    return new Table(List.of(), List.of(), List.of(), Set.of(), -1, new ArrayList<>());
  }

  Table copy() {
    return new Table(columns, defaults, uniques, numbers, counted, new ArrayList<>(rows));
  }

  /**
   * This table with a column more.
   *
   * @param number whether it holds numbers: a text of digits becomes one
   * @param count whether rows that say nothing get the next number
   */
  Table with(String column, @Nullable Object value, boolean number, boolean count) {
    Set<String> more = new HashSet<>(numbers);
    if (number) {
      more.add(column);
    }
    List<String> names = new ArrayList<>(columns);
    names.add(column);
    List<@Nullable Object> values = new ArrayList<>(defaults);
    values.add(value);
    List<@Nullable Object[]> wider = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      @Nullable Object[] longer = Arrays.copyOf(row, row.length + 1);
      longer[row.length] = value;
      wider.add(longer);
    }
    return new Table(names, values, uniques, more, count ? columns.size() : counted, wider);
  }

  /** This table with columns that are unique together, where none of them is null. */
  Table unique(List<String> names) throws SQLException {
    int[] positions = new int[names.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = column(names.get(i));
    }
    List<int[]> more = new ArrayList<>(uniques);
    more.add(positions);
    return new Table(columns, defaults, more, numbers, counted, rows);
  }

  int column(String name) throws SQLException {
    int at = columns.indexOf(name);
    if (at < 0) {
      throw new SQLException("no column " + name + " in " + columns);
    }
    return at;
  }

  /** A value as a column keeps it. */
  @Nullable Object kept(String column, @Nullable Object value) {
    return value instanceof String text && numbers.contains(column) ? Long.valueOf(text) : value;
  }

  List<String> columns() {
    return columns;
  }

  /** A row of defaults. */
  @Nullable Object[] fresh() {
    @Nullable Object[] row = defaults.toArray();
    if (counted >= 0) {
      long highest = 0;
      for (@Nullable Object[] each : rows) {
        highest = each[counted] instanceof Long number ? Math.max(highest, number) : highest;
      }
      row[counted] = highest + 1;
    }
    return row;
  }

  /** The position of a row that a new one must not stand beside; −1 where there is none. */
  int clash(@Nullable Object[] row) {
    for (int[] unique : uniques) {
      for (int at = rows.size() - 1; at >= 0; at--) {
        if (same(rows.get(at), row, unique)) {
          return at;
        }
      }
    }
    return -1;
  }

  void insert(@Nullable Object[] row) throws SQLException {
    if (clash(row) >= 0) {
      throw new SQLException("UNIQUE constraint failed: " + columns, null, CONSTRAINT);
    }
    rows.add(row);
  }

  private static boolean same(@Nullable Object[] one, @Nullable Object[] other, int[] columns) {
    for (int column : columns) {
      if (one[column] == null || !equal(one[column], other[column])) {
        return false;
      }
    }
    return true;
  }

  static boolean equal(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Long number && other instanceof Long another) {
      return number.longValue() == another.longValue();
    }
    return one instanceof byte[] bytes
        ? other instanceof byte[] others && Arrays.equals(bytes, others)
        : Objects.equals(one, other);
  }
}
