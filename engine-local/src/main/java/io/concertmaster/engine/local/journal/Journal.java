package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.plan.EventJson;
import io.concertmaster.engine.local.sqlite.GroupWriter;
import io.concertmaster.engine.local.sqlite.SqliteFile;
import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.engine.local.sqlite.WaitingTimes;
import io.concertmaster.node.data.Json;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/** Writes {@code journal.db}. What it has acknowledged survives a crash and a power cut. */
public final class Journal implements AutoCloseable {
  private static final String INSERT_DEFINITION =
      "INSERT INTO definition(hash, text, copy) VALUES(?, ?, ?) ON CONFLICT(hash) DO UPDATE"
          + " SET text = excluded.text, copy = excluded.copy"
          + " WHERE text <> excluded.text OR copy <> excluded.copy"; // one that is damaged heals
  private static final String INSERT_RUN =
      "INSERT INTO run(id, definition, workflow_id, workflow_name, started, status, call_key,"
          + " identity_crc32c, state_crc32c) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE_RUN =
      "UPDATE run SET status = ?, error = ?, resumed = ?, ended = ?, owes = ?, state_crc32c = ?,"
          + " events = ? WHERE id = ?";
  private static final String CALL_OF =
      "SELECT workflow_id, workflow_name, started, call_key FROM run WHERE id = ?";
  private static final String PIN_RUN =
      "UPDATE run SET definition = ?, identity_crc32c = ? WHERE id = ?";
  private static final String SETTLE_RUN = "UPDATE run SET owes = 0 WHERE id = ?";
  private static final String KEEP =
      "INSERT INTO static_data(workflow_id, node, json, crc32c) VALUES(?, ?, ?, ?)"
          + " ON CONFLICT(workflow_id, node)"
          + " DO UPDATE SET json = excluded.json, crc32c = excluded.crc32c";
  private static final String INSERT_EVENT =
      "INSERT INTO event(run, seq, kind, node, ts, crc32c, body) VALUES(?, ?, ?, ?, ?, ?, ?)";

  private static final List<String> SCHEMA =
      List.of(
          "journal-1.sql",
          "journal-2.sql",
          "journal-3.sql",
          "journal-4.sql",
          "journal-5.sql",
          "journal-6.sql",
          "journal-7.sql");

  private final GroupWriter writer;
  private final JournalReader reader;
  private final AtomicLong lastRun;
  private final JournalCounts counts = new JournalCounts();

  private Journal(GroupWriter writer, JournalReader reader) {
    this.writer = writer;
    this.reader = reader;
    this.lastRun = new AtomicLong(reader.newestRun());
  }

  /**
   * Opens the file, or makes it.
   *
   * @throws StoreException when it cannot be opened
   */
  public static Journal open(Machine machine, Path path, Runnable giveUpReserve) {
    SqliteFile file = file(machine, path).mended();
    GroupWriter writer = new GroupWriter(file, giveUpReserve);
    JournalReader reader = new JournalReader(file);
    try {
      return new Journal(writer, reader);
    } catch (StoreException e) {
      reader.close();
      writer.close();
      throw e;
    }
  }

  /** The file on this machine, and how it is opened. */
  public static SqliteFile file(Path path) {
    return file(Machine.THIS, path);
  }

  private static SqliteFile file(Machine machine, Path path) {
    return new SqliteFile(machine, path, 4_096, SCHEMA, Journal.class);
  }

  /** The way to take runs out. */
  public Pruning pruning() {
    return reader.pruning(writer);
  }

  /** Which workflows are active. */
  public ActiveTables active() {
    return reader.active(writer);
  }

  /** What was written. */
  public JournalReader reader() {
    return reader;
  }

  /** What became durable since it was opened. */
  public JournalCounts counts() {
    return counts;
  }

  /** How many writes wait for the disk. */
  public int queued() {
    return writer.queued();
  }

  /** How long writes took to become durable. */
  public WaitingTimes times() {
    return writer.times();
  }

  /** The number of the next run. */
  public long nextRun() {
    return lastRun.incrementAndGet();
  }

  /**
   * Writes that a run began; it is durable on return.
   *
   * @param text the definition
   * @param key names the call of which it comes; no other run may have the same
   * @param beginning by a schedule or a folder, where one begins it
   * @throws StoreException when the store cannot take it
   */
  public void begin(
      RunRow run,
      String text,
      List<Recorded> events,
      Optional<String> key,
      Optional<Beginning> beginning) {
    List<EventRow> rows = events.stream().map(each -> EventRow.of(run.id(), each)).toList();
    await(
        writer.submit(statements -> {
          define(statements, run.definition(), text);
          if (beginning.isPresent()) {
            ActiveTables.begun(statements, beginning.get(), run.id());
          }
          PreparedStatement insert = statements.of(INSERT_RUN);
          insert.setLong(1, run.id());
          insert.setString(2, run.definition());
          insert.setString(3, run.workflowId());
          insert.setString(4, run.workflowName());
          insert.setLong(5, run.started().toEpochMilli());
          insert.setString(6, run.status().name());
          insert.setString(7, key.orElse(null));
          long started = run.started().toEpochMilli();
          insert.setLong(
              8,
              RunRows.identity(
                  run.id(),
                  run.definition(),
                  run.workflowId(),
                  run.workflowName(),
                  started,
                  key.orElse(null)));
          insert.setLong(9, RunRows.state(run.id(), run.status().name(), null, null, false));
          insert.executeUpdate();
          for (EventRow row : rows) {
            insert(statements.of(INSERT_EVENT), row);
          }
        }));
    counts.add(events);
  }

  /** Gives the store one more name, for the runs from the next one on; durable on return. */
  public void rename() {
    long first = reader.newestRun() + 1;
    String name = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    await(
        writer.submit(statements -> {
          PreparedStatement delete = statements.of("DELETE FROM store WHERE first_run = ?");
          delete.setLong(1, first);
          delete.executeUpdate();
          PreparedStatement insert =
              statements.of("INSERT INTO store(id, first_run, second, third) VALUES(?, ?, ?, ?)");
          insert.setString(1, name);
          insert.setLong(2, first);
          insert.setString(3, name);
          insert.setString(4, name);
          insert.executeUpdate();
        }));
  }

  /** Writes that nothing is owed any more for a run that failed; it is durable on return. */
  public void settle(long run) {
    await(
        writer.submit(statements -> {
          PreparedStatement settle = statements.of(SETTLE_RUN);
          settle.setLong(1, run);
          settle.executeUpdate();
        }));
  }

  /**
   * Ends a run whose events cannot be read, by its row alone; it is durable on return.
   *
   * @param damage what is damaged, one line
   */
  public void endDamaged(long run, String damage, Instant at) {
    boolean resumed = reader.run(run).filter(RunRow::resumed).isPresent();
    RunError error =
        new RunError(
            Optional.empty(),
            "The run was damaged and could not go on: " + damage,
            "",
            OptionalLong.empty());
    RunChange change = new RunChange(RunStatus.CANCELLED, Optional.of(error), resumed, false);
    await(
        writer.submit(statements ->
            update(statements.of(UPDATE_RUN), run, change, OptionalLong.empty(), at)));
  }

  /**
   * Queues events of a run, in the order of the calls, and a change of the run's row with them.
   *
   * @param kept what the workflow keeps from now on
   * @param check asked in the transaction; what it throws keeps the events out
   * @return completes when they are durable
   */
  CompletableFuture<Void> append(
      long run,
      List<Recorded> events,
      Optional<RunChange> change,
      List<StaticData> kept,
      Instant at,
      Runnable check) {
    List<EventRow> rows = events.stream().map(each -> EventRow.of(run, each)).toList();
    return writer.submit(statements -> {
      check.run();
      for (EventRow row : rows) {
        insert(statements.of(INSERT_EVENT), row);
      }
      if (change.isPresent()) {
        OptionalLong count =
            rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows.getLast().seq() + 1);
        update(statements.of(UPDATE_RUN), run, change.get(), count, at);
      }
      for (StaticData each : kept) {
        PreparedStatement keep = statements.of(KEEP);
        keep.setString(1, each.workflow());
        keep.setString(2, each.node());
        String json = Json.write(each.values());
        keep.setString(3, json);
        keep.setLong(4, RowSum.of(each.workflow(), each.node(), json));
        keep.executeUpdate();
      }
    });
  }

  /** Queues an event that pins a run to another definition. */
  CompletableFuture<Void> upgrade(
      long run, Recorded event, String hash, String text, Runnable check) {
    EventRow row = EventRow.of(run, event);
    return writer.submit(statements -> {
      check.run();
      define(statements, hash, text);
      insert(statements.of(INSERT_EVENT), row);
      PreparedStatement call = statements.of(CALL_OF);
      call.setLong(1, run);
      try (ResultSet found = call.executeQuery()) {
        if (found.next()) {
          PreparedStatement pin = statements.of(PIN_RUN);
          pin.setString(1, hash);
          pin.setLong(
              2,
              RunRows.identity(
                  run,
                  hash,
                  found.getString(1),
                  found.getString(2),
                  found.getLong(3),
                  found.getString(4)));
          pin.setLong(3, run);
          pin.executeUpdate();
        }
      }
    });
  }

  static void define(Statements statements, String hash, String text) throws SQLException {
    PreparedStatement definition = statements.of(INSERT_DEFINITION);
    definition.setString(1, hash);
    definition.setString(2, text);
    definition.setString(3, text);
    definition.executeUpdate();
  }

  /**
   * Changes a run's row.
   *
   * @param events how many events the run has now; empty where nobody knows
   */
  private static void update(
      PreparedStatement update, long run, RunChange change, OptionalLong events, Instant at)
      throws SQLException {
    String status = change.status().name();
    String error = change.error().map(each -> Json.write(EventJson.error(each))).orElse(null);
    String ended = change.status().ended() ? String.valueOf(at.toEpochMilli()) : null;
    update.setString(1, status);
    update.setString(2, error);
    update.setBoolean(3, change.resumed());
    if (change.status().ended()) {
      update.setLong(4, at.toEpochMilli());
    } else {
      update.setNull(4, Types.BIGINT);
    }
    update.setBoolean(5, change.owes());
    update.setLong(6, RunRows.state(run, status, ended, error, change.resumed()));
    if (events.isPresent()) {
      update.setLong(7, events.getAsLong());
    } else {
      update.setNull(7, Types.BIGINT);
    }
    update.setLong(8, run);
    update.executeUpdate();
  }

  private static void insert(PreparedStatement insert, EventRow row) throws SQLException {
    insert.setLong(1, row.run());
    insert.setLong(2, row.seq());
    insert.setString(3, row.kind());
    insert.setString(4, row.node());
    insert.setLong(5, row.ts());
    insert.setLong(6, row.checksum());
    insert.setString(7, row.body());
    insert.executeUpdate();
  }

  /**
   * Waits until a write is durable; an interrupt does not end the waiting.
   *
   * @throws StoreException when it failed
   */
  public static void await(CompletableFuture<Void> write) {
    try {
      write.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw failure;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
  }
}
