package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.plan.EventJson;
import io.concertmaster.engine.local.sqlite.Readers;
import io.concertmaster.engine.local.sqlite.SqliteFile;
import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code journal.db}, while another process writes it too. Every event is held against its
 * checksum and its number: a damaged run is an error for itself, the others are not touched.
 */
public final class JournalReader implements AutoCloseable {
  private static final String COLUMNS =
      "SELECT id, definition, workflow_id, workflow_name, started, status, ended, error, resumed"
          + " FROM run ";

  private final SqliteFile file;
  private final Readers readers;

  JournalReader(SqliteFile file) {
    this.file = file;
    this.readers = new Readers(file, 2);
  }

  /** A reader of a file that is there. */
  public static JournalReader open(Path path) {
    return new JournalReader(Journal.file(Machine.THIS, path));
  }

  /** What no other store is called: part of every idempotency key. */
  public String storeId() {
    return readers.read(statements -> {
      try (ResultSet row = statements.of("SELECT id FROM store").executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    });
  }

  long newestRun() {
    return readers.read(statements -> {
      try (ResultSet row = statements.of("SELECT coalesce(max(id), 0) FROM run").executeQuery()) {
        return row.next() ? row.getLong(1) : 0L;
      }
    });
  }

  /** A run's row. */
  public Optional<RunRow> run(long id) {
    return readers.read(
        statements -> rows(statements, COLUMNS + "WHERE id = ?", id).stream().findFirst());
  }

  /** The newest runs, newest first. */
  public List<RunRow> newest(int limit) {
    return readers.read(
        statements -> rows(statements, COLUMNS + "ORDER BY id DESC LIMIT ?", limit));
  }

  /** The runs that have not ended, oldest first. */
  public List<RunRow> unfinished() {
    return readers.read(
        statements -> rows(statements, COLUMNS + "WHERE ended IS NULL AND id > ? ORDER BY id", 0));
  }

  /** The run of a call. */
  public Optional<Long> runOfCall(String key) {
    return readers.read(statements -> {
      PreparedStatement select = statements.of("SELECT id FROM run WHERE call_key = ?");
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    });
  }

  /** The runs that failed and whose error workflow has not begun, oldest first. */
  public List<RunRow> owing() {
    return readers.read(
        statements -> rows(statements, COLUMNS + "WHERE owes = 1 AND id > ? ORDER BY id", 0));
  }

  /**
   * What a workflow keeps; empty where it keeps nothing.
   *
   * @param node id of the node to which it belongs; empty for the workflow
   */
  public JsonObject staticData(String workflow, String node) {
    return readers.read(statements -> {
      PreparedStatement select =
          statements.of("SELECT json FROM static_data WHERE workflow_id = ? AND node = ?");
      select.setString(1, workflow);
      select.setString(2, node);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Json.parseObject(row.getString(1)) : JsonObject.empty();
      }
    });
  }

  private static List<RunRow> rows(Statements statements, String sql, long parameter)
      throws SQLException {
    PreparedStatement select = statements.of(sql);
    select.setLong(1, parameter);
    List<RunRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long ended = row.getLong(7);
        Optional<Instant> end =
            row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
        rows.add(
            new RunRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                RunStatus.valueOf(row.getString(6)),
                end,
                EventJson.maybeError(parsed(row.getString(8))),
                row.getBoolean(9)));
      }
    }
    return rows;
  }

  private static @Nullable Object parsed(@Nullable String json) {
    return json == null ? null : Json.parse(json);
  }

  /**
   * The text of a definition.
   *
   * @throws StoreException when it is missing or damaged
   */
  public String definition(String hash) {
    return readers.read(statements -> {
      PreparedStatement select = statements.of("SELECT text FROM definition WHERE hash = ?");
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || !hash(row.getString(1)).equals(hash)) {
          throw StoreException.damaged(file.path(), "the definition of the run", null);
        }
        return row.getString(1);
      }
    });
  }

  /** The name of a definition: SHA-256 of its text, in hexadecimal. */
  public static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * All events of a run, in order.
   *
   * @throws StoreException when one is missing or damaged
   */
  public List<Recorded> events(long run) {
    return readers.read(statements -> {
      PreparedStatement select =
          statements.of(
              "SELECT seq, kind, node, ts, body, crc32c FROM event WHERE run = ? ORDER BY seq");
      select.setLong(1, run);
      List<Recorded> events = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(checked(run, events.size(), row));
        }
      }
      return events;
    });
  }

  /** The newest event of a run that is neither a line of its log nor, on demand, its parking. */
  public Optional<Recorded> newest(long run, boolean parkings) {
    return readers.read(statements -> {
      PreparedStatement select =
          statements.of(
              "SELECT seq, kind, node, ts, body, crc32c FROM event"
                  + " WHERE run = ? AND kind <> 'logged' AND (? OR kind <> 'parked')"
                  + " ORDER BY seq DESC LIMIT 1");
      select.setLong(1, run);
      select.setBoolean(2, parkings);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(checked(run, row.getLong(1), row)) : Optional.empty();
      }
    });
  }

  private Recorded checked(long run, long expected, ResultSet row) throws SQLException {
    String what = "event " + expected + " of run " + run;
    EventRow event =
        new EventRow(
            run,
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getLong(4),
            row.getString(5));
    if (event.seq() != expected || event.checksum() != row.getLong(6)) {
      throw StoreException.damaged(file.path(), what, null);
    }
    try {
      return event.recorded();
    } catch (RuntimeException e) {
      throw StoreException.damaged(file.path(), what, e);
    }
  }

  @Override
  public void close() {
    readers.close();
  }
}
