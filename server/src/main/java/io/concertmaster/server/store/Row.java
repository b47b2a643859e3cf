package io.concertmaster.server.store;

import io.concertmaster.engine.local.sqlite.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One row of an answer, and the few ways to ask. */
final class Row {
  /** Makes something of a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  private final ResultSet set;

  private Row(ResultSet set) {
    this.set = set;
  }

  /** All rows. */
  static <T> List<T> all(
      Statements statements, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet set = bound(statements, sql, parameters).executeQuery()) {
      List<T> rows = new ArrayList<>();
      Row row = new Row(set);
      while (set.next()) {
        rows.add(reader.read(row));
      }
      return rows;
    }
  }

  /** Does something with a row. */
  @FunctionalInterface
  interface Taker {
    void take(Row row) throws SQLException;
  }

  /** Does something with all rows. */
  static void each(Statements statements, String sql, Taker taker, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet set = bound(statements, sql, parameters).executeQuery()) {
      Row row = new Row(set);
      while (set.next()) {
        taker.take(row);
      }
    }
  }

  /** The first row. */
  static <T> Optional<T> first(
      Statements statements, String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return all(statements, sql, reader, parameters).stream().findFirst();
  }

  /** Changes rows, and says how many. */
  static int change(Statements statements, String sql, @Nullable Object... parameters)
      throws SQLException {
    return bound(statements, sql, parameters).executeUpdate();
  }

  private static PreparedStatement bound(
      Statements statements, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = statements.of(sql);
    for (int i = 0; i < parameters.length; i++) {
      switch (parameters[i]) {
        case null -> statement.setNull(i + 1, java.sql.Types.NULL);
        case String text -> statement.setString(i + 1, text);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case Boolean flag -> statement.setBoolean(i + 1, flag);
        case Instant time -> statement.setLong(i + 1, time.toEpochMilli());
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        case Object other ->
            throw new IllegalArgumentException("no parameter: " + other.getClass().getName());
      }
    }
    return statement;
  }

  String text(int column) throws SQLException {
    return String.valueOf(set.getString(column));
  }

  Optional<String> maybeText(int column) throws SQLException {
    return Optional.ofNullable(set.getString(column));
  }

  long number(int column) throws SQLException {
    return set.getLong(column);
  }

  OptionalLong maybeNumber(int column) throws SQLException {
    long number = set.getLong(column);
    return set.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  boolean flag(int column) throws SQLException {
    return set.getBoolean(column);
  }

  Instant time(int column) throws SQLException {
    return Instant.ofEpochMilli(set.getLong(column));
  }

  Optional<Instant> maybeTime(int column) throws SQLException {
    OptionalLong millis = maybeNumber(column);
    return millis.isPresent()
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }

  byte[] bytes(int column) throws SQLException {
    return set.getBytes(column);
  }
}
