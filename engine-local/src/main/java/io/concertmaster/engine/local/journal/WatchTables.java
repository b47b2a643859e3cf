package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.journal.SeenFile.Stamp;
import io.concertmaster.engine.local.sqlite.GroupWriter;
import io.concertmaster.engine.local.sqlite.Readers;
import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What triggers that wait for files know of their folders. What is damaged is left out by those who
 * read: a watch then looks at its folder as for the first time, and a file counts as not seen.
 */
public final class WatchTables {
  private static final String PUT =
      "INSERT INTO watch(workflow_id, node, since, runs, drive, last_moment, last_run, crc32c)"
          + " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(workflow_id, node) DO UPDATE SET"
          + " since = excluded.since, runs = excluded.runs, drive = excluded.drive,"
          + " last_moment = excluded.last_moment, last_run = excluded.last_run,"
          + " crc32c = excluded.crc32c";
  private static final String PUT_FILE =
      "INSERT INTO seen_file(workflow_id, node, path, size, modified, crc32c)"
          + " VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(workflow_id, node, path) DO UPDATE SET"
          + " size = excluded.size, modified = excluded.modified, crc32c = excluded.crc32c";
  private static final String FILES =
      "SELECT workflow_id, node, path, size, modified, crc32c FROM seen_file ";
  private static final String TAKE_FILE =
      "DELETE FROM seen_file WHERE workflow_id = ? AND node = ? AND path = ?";

  /** So many files go into one write: others need the disk too. */
  private static final int SLICE = 2_000;

  private final GroupWriter writer;
  private final Readers readers;

  WatchTables(GroupWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /** All watches. */
  public List<WatchRow> watches() {
    return ActiveTables.rows(
        readers,
        "SELECT workflow_id, node, since, runs, drive, last_moment, last_run, crc32c FROM watch",
        row -> {
          WatchRow read =
              new WatchRow(
                  row.getString(1),
                  row.getString(2),
                  ActiveTables.time(row, 3),
                  row.getLong(4),
                  Optional.ofNullable(row.getString(5)),
                  ActiveTables.last(row, 6));
          return read.checksum() == row.getLong(8) ? read : null;
        });
  }

  /** Names a watch: its workflow and its trigger. */
  public record Key(String workflow, String node) {}

  /** The files that a watch has seen, by path. */
  public Map<String, Stamp> files(String workflow, String node) {
    return readers.read(statements -> {
      PreparedStatement select = statements.of(FILES + "WHERE workflow_id = ? AND node = ?");
      select.setString(1, workflow);
      select.setString(2, node);
      return files(select).getOrDefault(new Key(workflow, node), new HashMap<>());
    });
  }

  /**
   * The files that watches have seen, by path; those of a watch that cannot be read are left out.
   *
   * <p>They are read without an index: where that is damaged they would be missing without a word,
   * and have a second run. Only where the table itself is damaged the index tells them apart.
   */
  public Map<Key, Map<String, Stamp>> files(List<WatchRow> watches) {
    Map<Key, Map<String, Stamp>> files = new HashMap<>();
    Optional<Map<Key, Map<String, Stamp>>> all = unlessDamaged(this::files);
    for (WatchRow each : watches) {
      Key key = new Key(each.workflow(), each.node());
      all.map(found -> found.getOrDefault(key, Map.of()))
          .or(() -> unlessDamaged(() -> files(each.workflow(), each.node())))
          .ifPresent(found -> files.put(key, found));
    }
    return files;
  }

  private Map<Key, Map<String, Stamp>> files() {
    return readers.read(statements -> files(statements.of(FILES + "NOT INDEXED")));
  }

  private static <T> Optional<T> unlessDamaged(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (StoreException e) {
      e.throwUnlessDamaged();
      System.getLogger(WatchTables.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "what was seen of the folders of active workflows: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Map<Key, Map<String, Stamp>> files(PreparedStatement select) throws SQLException {
    Map<Key, Map<String, Stamp>> files = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String workflow = row.getString(1);
        String node = row.getString(2);
        String path = row.getString(3);
        Stamp stamp = new Stamp(row.getLong(4), row.getLong(5));
        if (SeenFile.checksum(workflow, node, path, stamp) == row.getLong(6)) {
          files.computeIfAbsent(new Key(workflow, node), key -> new HashMap<>()).put(path, stamp);
        } else {
          System.getLogger(WatchTables.class.getName())
              .log(
                  System.Logger.Level.WARNING,
                  "a row of the folder of an active workflow is damaged: " + workflow);
        }
      }
    }
    return files;
  }

  /**
   * Writes what a watch saw at its first look, and nothing else that it may have seen; durable on
   * return.
   *
   * @param watch one that has seen its folder; written last
   */
  public void begin(WatchRow watch, List<SeenFile> files) {
    for (int from = 0; from == 0 || from < files.size(); from += SLICE) {
      List<SeenFile> slice = files.subList(from, Math.min(from + SLICE, files.size()));
      boolean first = from == 0;
      boolean last = from + SLICE >= files.size();
      Journal.await(
          writer.submit(statements -> {
            if (first) {
              clearFiles(statements, watch.workflow(), watch.node());
            }
            for (SeenFile each : slice) {
              note(statements, watch, each);
            }
            if (last) {
              put(statements, watch);
            }
          }));
    }
  }

  /** Queues what a watch knows of files for which no run begins. */
  public CompletableFuture<Void> note(WatchRow watch, List<SeenFile> files) {
    CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    for (int from = 0; from < files.size(); from += SLICE) {
      List<SeenFile> slice = files.subList(from, Math.min(from + SLICE, files.size()));
      written =
          writer.submit(statements -> {
            for (SeenFile each : slice) {
              note(statements, watch, each);
            }
          });
    }
    return written;
  }

  /** Completes when all that was queued before is durable, or has failed. */
  public CompletableFuture<Void> written() {
    return writer.submit(statements -> {});
  }

  static void begun(Statements statements, Beginning.OfFile beginning, long run)
      throws SQLException {
    put(statements, beginning.by(run));
    note(statements, beginning.watch(), beginning.note());
  }

  /** Keeps these watches of a workflow with what they have seen, and no others. */
  static void keep(Statements statements, String workflow, List<WatchRow> watches)
      throws SQLException {
    PreparedStatement known = statements.of("SELECT node, since FROM watch WHERE workflow_id = ?");
    known.setString(1, workflow);
    List<WatchRow> gone = new ArrayList<>();
    try (ResultSet row = known.executeQuery()) {
      while (row.next()) {
        WatchRow was =
            WatchRow.anew(workflow, row.getString(1), Instant.ofEpochMilli(row.getLong(2)));
        if (watches.stream()
            .noneMatch(
                each -> each.node().equals(was.node()) && each.since().equals(was.since()))) {
          gone.add(was);
        }
      }
    }
    for (WatchRow each : gone) {
      clearFiles(statements, workflow, each.node());
      PreparedStatement delete =
          statements.of("DELETE FROM watch WHERE workflow_id = ? AND node = ?");
      delete.setString(1, workflow);
      delete.setString(2, each.node());
      delete.executeUpdate();
    }
    for (WatchRow each : watches) {
      put(statements, each);
    }
  }

  private static void clearFiles(Statements statements, String workflow, String node)
      throws SQLException {
    PreparedStatement delete =
        statements.of("DELETE FROM seen_file WHERE workflow_id = ? AND node = ?");
    delete.setString(1, workflow);
    delete.setString(2, node);
    delete.executeUpdate();
  }

  private static void put(Statements statements, WatchRow row) throws SQLException {
    PreparedStatement put = statements.of(PUT);
    put.setString(1, row.workflow());
    put.setString(2, row.node());
    put.setLong(3, row.since().toEpochMilli());
    put.setLong(4, row.runs());
    put.setString(5, row.drive().orElse(null));
    ActiveTables.set(put, 6, row.lastMoment());
    ActiveTables.set(put, 7, row.lastRun());
    put.setLong(8, row.checksum());
    put.executeUpdate();
  }

  private static void note(Statements statements, WatchRow watch, SeenFile file)
      throws SQLException {
    PreparedStatement note = statements.of(file.stamp().isPresent() ? PUT_FILE : TAKE_FILE);
    note.setString(1, watch.workflow());
    note.setString(2, watch.node());
    note.setString(3, file.path());
    if (file.stamp().isPresent()) {
      Stamp stamp = file.stamp().get();
      note.setLong(4, stamp.size());
      note.setLong(5, stamp.modified());
      note.setLong(6, SeenFile.checksum(watch.workflow(), watch.node(), file.path(), stamp));
    }
    note.executeUpdate();
  }
}
