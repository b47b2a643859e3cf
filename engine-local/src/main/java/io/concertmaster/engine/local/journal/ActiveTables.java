package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.sqlite.GroupWriter;
import io.concertmaster.engine.local.sqlite.Readers;
import io.concertmaster.engine.local.sqlite.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Which workflows are active, and how far their schedules have come. A row that is damaged is left
 * out by those who read: its workflow does not listen, and is made active anew by a person.
 */
public final class ActiveTables {
  private static final String PUT_WORKFLOW =
      "INSERT INTO active_workflow(workflow_id, definition, folder, since, crc32c)"
          + " VALUES(?, ?, ?, ?, ?) ON CONFLICT(workflow_id) DO UPDATE SET"
          + " definition = excluded.definition, folder = excluded.folder,"
          + " since = excluded.since, crc32c = excluded.crc32c";
  private static final String PUT_SCHEDULE =
      "INSERT INTO schedule(workflow_id, node, since, settled, last_moment, last_run, crc32c)"
          + " VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(workflow_id, node) DO UPDATE SET"
          + " since = excluded.since, settled = excluded.settled,"
          + " last_moment = excluded.last_moment, last_run = excluded.last_run,"
          + " crc32c = excluded.crc32c";
  private static final String MOVE_SCHEDULE =
      "UPDATE schedule SET settled = ?, last_moment = ?, last_run = ?, crc32c = ?"
          + " WHERE workflow_id = ? AND node = ?";
  private static final String PUT_WAITING =
      "INSERT OR IGNORE INTO waiting_moment(workflow_id, node, moment, crc32c) VALUES(?, ?, ?, ?)";
  private static final String TAKE_WAITING =
      "DELETE FROM waiting_moment WHERE workflow_id = ? AND node = ? AND moment = ?";

  private final GroupWriter writer;
  private final Readers readers;

  ActiveTables(GroupWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /** The active workflows. */
  public List<ActiveRow> workflows() {
    return rows(
        readers,
        "SELECT workflow_id, definition, folder, since, crc32c FROM active_workflow",
        row -> {
          ActiveRow read =
              new ActiveRow(row.getString(1), row.getString(2), row.getString(3), time(row, 4));
          return read.checksum() == row.getLong(5) ? read : null;
        });
  }

  /** Their schedules. */
  public List<ScheduleRow> schedules() {
    return rows(
        readers,
        "SELECT workflow_id, node, since, settled, last_moment, last_run, crc32c FROM schedule",
        row -> {
          ScheduleRow read =
              new ScheduleRow(
                  row.getString(1), row.getString(2), time(row, 3), time(row, 4), last(row, 5));
          return read.checksum() == row.getLong(7) ? read : null;
        });
  }

  /** What is due and waits, oldest first. */
  public List<Moment> waiting() {
    return rows(
        readers,
        "SELECT workflow_id, node, moment, crc32c FROM waiting_moment ORDER BY moment",
        row -> {
          Moment read = new Moment(row.getString(1), row.getString(2), time(row, 3));
          return read.checksum() == row.getLong(4) ? read : null;
        });
  }

  /**
   * Writes that a workflow is active with these schedules and watches and no others; durable on
   * return. A watch that goes on keeps what it has seen.
   *
   * @param text the definition
   * @param kept what is due and goes on waiting
   */
  public void activate(
      ActiveRow row,
      String text,
      List<ScheduleRow> schedules,
      List<WatchRow> watches,
      List<Moment> kept) {
    Journal.await(
        writer.submit(statements -> {
          Journal.define(statements, row.definition(), text);
          clear(statements, row.workflow());
          PreparedStatement put = statements.of(PUT_WORKFLOW);
          put.setString(1, row.workflow());
          put.setString(2, row.definition());
          put.setString(3, row.folder());
          put.setLong(4, row.since().toEpochMilli());
          put.setLong(5, row.checksum());
          put.executeUpdate();
          for (ScheduleRow each : schedules) {
            put(statements, each);
          }
          for (Moment each : kept) {
            put(statements, each);
          }
          WatchTables.keep(statements, row.workflow(), watches);
        }));
  }

  /** Writes that a workflow is active no more; durable on return. */
  public void deactivate(String workflow) {
    Journal.await(
        writer.submit(statements -> {
          clear(statements, workflow);
          WatchTables.keep(statements, workflow, List.of());
          PreparedStatement delete =
              statements.of("DELETE FROM active_workflow WHERE workflow_id = ?");
          delete.setString(1, workflow);
          delete.executeUpdate();
        }));
  }

  /** Queues that a schedule has come further without a run. */
  public CompletableFuture<Void> settle(ScheduleRow schedule) {
    return writer.submit(statements -> move(statements, schedule));
  }

  /** Queues that a schedule has come further, and that a moment of it waits. */
  public CompletableFuture<Void> enqueue(ScheduleRow schedule, Moment moment) {
    return writer.submit(statements -> {
      move(statements, schedule);
      put(statements, moment);
    });
  }

  /** What triggers that wait for files know of their folders. */
  public WatchTables folders() {
    return new WatchTables(writer, readers);
  }

  /** What stands in the same write as a run that begins by itself. */
  static void begun(Statements statements, Beginning beginning, long run) throws SQLException {
    switch (beginning) {
      case Beginning.OfMoment due -> begun(statements, due.by(run), due.moment());
      case Beginning.OfFile file -> WatchTables.begun(statements, file, run);
    }
  }

  private static void begun(Statements statements, ScheduleRow schedule, Moment moment)
      throws SQLException {
    move(statements, schedule);
    PreparedStatement take = statements.of(TAKE_WAITING);
    take.setString(1, moment.workflow());
    take.setString(2, moment.node());
    take.setLong(3, moment.at().toEpochMilli());
    take.executeUpdate();
  }

  private static void clear(Statements statements, String workflow) throws SQLException {
    for (String table : List.of("schedule", "waiting_moment")) {
      PreparedStatement delete = statements.of("DELETE FROM " + table + " WHERE workflow_id = ?");
      delete.setString(1, workflow);
      delete.executeUpdate();
    }
  }

  private static void put(Statements statements, ScheduleRow row) throws SQLException {
    PreparedStatement put = statements.of(PUT_SCHEDULE);
    put.setString(1, row.workflow());
    put.setString(2, row.node());
    put.setLong(3, row.since().toEpochMilli());
    put.setLong(4, row.settled().toEpochMilli());
    set(put, 5, row.lastMoment());
    set(put, 6, row.lastRun());
    put.setLong(7, row.checksum());
    put.executeUpdate();
  }

  private static void put(Statements statements, Moment moment) throws SQLException {
    PreparedStatement put = statements.of(PUT_WAITING);
    put.setString(1, moment.workflow());
    put.setString(2, moment.node());
    put.setLong(3, moment.at().toEpochMilli());
    put.setLong(4, moment.checksum());
    put.executeUpdate();
  }

  private static void move(Statements statements, ScheduleRow row) throws SQLException {
    PreparedStatement move = statements.of(MOVE_SCHEDULE);
    move.setLong(1, row.settled().toEpochMilli());
    set(move, 2, row.lastMoment());
    set(move, 3, row.lastRun());
    move.setLong(4, row.checksum());
    move.setString(5, row.workflow());
    move.setString(6, row.node());
    move.executeUpdate();
  }

  static void set(PreparedStatement statement, int place, @Nullable Long value)
      throws SQLException {
    if (value == null) {
      statement.setNull(place, Types.BIGINT);
    } else {
      statement.setLong(place, value);
    }
  }

  /** The last run that began by itself: its moment, and its number in the next column. */
  static Optional<ScheduleRow.Last> last(ResultSet row, int column) throws SQLException {
    long moment = row.getLong(column);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new ScheduleRow.Last(Instant.ofEpochMilli(moment), row.getLong(column + 1)));
  }

  static Instant time(ResultSet row, int column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  /** Makes a record of a row; null where it is damaged. */
  @FunctionalInterface
  interface Reading<T> {
    @Nullable T of(ResultSet row) throws SQLException;
  }

  /** Reads rows whose first column is a workflow; those that are damaged are left out. */
  static <T> List<T> rows(Readers readers, String sql, Reading<T> reading) {
    return readers.read(statements -> {
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statements.of(sql).executeQuery()) {
        while (row.next()) {
          T read = reading.of(row);
          if (read != null) {
            rows.add(read);
          } else {
            System.getLogger(ActiveTables.class.getName())
                .log(
                    System.Logger.Level.WARNING,
                    "a row of an active workflow is damaged: make “"
                        + row.getString(1)
                        + "” active again");
          }
        }
      }
      return rows;
    });
  }
}
