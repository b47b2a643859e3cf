package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.plan.EventJson;
import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table of runs, and tells which of them are damaged. */
final class RunRows {
  static final String SELECT =
      "SELECT id, definition, workflow_id, workflow_name, started, status, ended, error, resumed,"
          + " call_key, identity_crc32c, state_crc32c FROM run ";

  private RunRows() {}

  /**
   * A row as it was read.
   *
   * @param damaged whether it is not what was written
   */
  record Read(RunRow row, boolean damaged) {}

  static List<Read> read(Statements statements, String sql, long... parameters)
      throws SQLException {
    PreparedStatement select = statements.of(sql);
    for (int i = 0; i < parameters.length; i++) {
      select.setLong(i + 1, parameters[i]);
    }
    List<Read> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(one(row));
      }
    }
    return rows;
  }

  /** Whether one of the rows after a number is not what was written. */
  static boolean isAnyDamaged(Statements statements, long after) throws SQLException {
    PreparedStatement select = statements.of(SELECT + "NOT INDEXED WHERE id > ?");
    select.setLong(1, after);
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (isDamaged(row)) {
          return true;
        }
      }
      return false;
    }
  }

  private static Read one(ResultSet row) throws SQLException {
    boolean damaged = isDamaged(row);
    Optional<Instant> ended = Optional.of(row.getLong(7)).map(Instant::ofEpochMilli);
    boolean open = row.wasNull();
    Optional<RunStatus> status = status(row.getString(6));
    Optional<RunError> error = error(row.getString(8));
    damaged |= status.isEmpty();
    RunRow read =
        new RunRow(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            Instant.ofEpochMilli(row.getLong(5)),
            status.orElse(RunStatus.INTERRUPTED),
            open ? Optional.empty() : ended,
            error,
            row.getBoolean(9));
    return new Read(read, damaged);
  }

  private static boolean isDamaged(ResultSet row) throws SQLException {
    long identity = row.getLong(11);
    boolean identityKnown = !row.wasNull();
    long state = row.getLong(12);
    boolean stateKnown = !row.wasNull();
    return (identityKnown
            && identity
                != identity(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getString(10)))
        || (stateKnown
            && state
                != state(
                    row.getLong(1),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getBoolean(9)));
  }

  private static Optional<RunStatus> status(@Nullable String name) {
    for (RunStatus each : RunStatus.values()) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static Optional<RunError> error(@Nullable String json) {
    try {
      return EventJson.maybeError(json == null ? null : Json.parse(json));
    } catch (JsonException | IllegalArgumentException e) {
      return Optional.empty(); // the row's checksum tells of it
    }
  }

  /** Checksum of what never changes in a row. */
  static long identity(
      long id,
      @Nullable String definition,
      @Nullable String workflow,
      @Nullable String name,
      long started,
      @Nullable String call) {
    return RowSum.of(id, definition, workflow, name, started, call);
  }

  /** Checksum of what changes in a row, with the times as their digits. */
  static long state(
      long id,
      @Nullable String status,
      @Nullable String ended,
      @Nullable String error,
      boolean resumed) {
    return RowSum.of(id, status, ended, error, resumed);
  }
}
