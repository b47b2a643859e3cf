package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.sqlite.GroupWriter;
import io.concertmaster.engine.local.sqlite.Readers;
import io.concertmaster.engine.local.sqlite.SqliteFile;
import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.io.Sha256;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code journal.db}, while another process writes it too. Every event is held against its
 * checksum and its number: a damaged run is an error for itself, the others are not touched.
 */
public final class JournalReader implements AutoCloseable {
  private static final String DEFINITION = "SELECT text, copy FROM definition ";

  private final SqliteFile file;
  private final Readers readers;
  private final EventRows events;
  private final StaticRows kept;

  JournalReader(SqliteFile file) {
    this.file = file;
    this.readers = new Readers(file, 2);
    this.events = new EventRows(file.path());
    this.kept = new StaticRows(file.path());
  }

  /** A reader of a file that is there. */
  public static JournalReader open(Path path) {
    return new JournalReader(Journal.file(path));
  }

  /**
   * The names of the store.
   *
   * @throws StoreException when there is none
   */
  public StoreNames names() {
    return readers.read(statements -> {
      Map<Long, String> names = new HashMap<>();
      try (ResultSet row =
          statements.of("SELECT first_run, id, second, third FROM store").executeQuery()) {
        while (row.next()) {
          String one = row.getString(2);
          String two = row.getString(3);
          // Two of three are right; a damaged one may be read as none at all.
          boolean right = one != null && (one.equals(two) || one.equals(row.getString(4)));
          String name = right ? one : two;
          if (name == null) {
            throw StoreException.damaged(file.path(), "the name of the store", null);
          }
          names.put(row.getLong(1), name);
        }
        return new StoreNames(names);
      } catch (IllegalArgumentException e) {
        throw StoreException.damaged(file.path(), "the name of the store", e);
      }
    });
  }

  /** The way through the events of all runs. */
  public JournalScan scan() {
    return new JournalScan(readers);
  }

  Pruning pruning(GroupWriter writer) {
    return new Pruning(this, readers, writer);
  }

  ActiveTables active(GroupWriter writer) {
    return new ActiveTables(writer, readers);
  }

  /** The first event of a run. */
  Optional<Recorded> first(long run) {
    return readers.read(statements ->
        events.all(events.read(statements, "WHERE run = ? AND seq = 0", run)).stream().findFirst());
  }

  /** Whether a run has no row. */
  boolean isGone(long run) {
    return readers.read(statements -> {
      PreparedStatement select = statements.of("SELECT 1 FROM run WHERE id = ?");
      select.setLong(1, run);
      try (ResultSet row = select.executeQuery()) {
        return !row.next();
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

  /**
   * A run's row.
   *
   * @throws StoreException when it is damaged
   */
  public Optional<RunRow> run(long id) {
    Optional<RunRows.Read> read = rows("WHERE id = ?", id).stream().findFirst();
    if (read.isPresent() && read.get().damaged()) {
      throw StoreException.damaged(file.path(), "the row of run " + id, null);
    }
    return read.map(RunRows.Read::row);
  }

  /** The newest runs, newest first. */
  public List<RunRow> newest(int limit) {
    return before(Long.MAX_VALUE, limit);
  }

  /** The newest runs of those before a number, newest first. */
  public List<RunRow> before(long run, int limit) {
    return told(rows("WHERE id < ? ORDER BY id DESC LIMIT ?", run, limit));
  }

  /** How many runs there are. */
  public long count() {
    return readers.read(statements -> {
      try (ResultSet row = statements.of("SELECT count(*) FROM run").executeQuery()) {
        return row.next() ? row.getLong(1) : 0L;
      }
    });
  }

  /** The runs that have not ended, oldest first. */
  public List<RunRow> unfinished() {
    return told(rows("WHERE ended IS NULL AND id > ? ORDER BY id", 0));
  }

  /** The run of a call, by the index of calls. */
  public Optional<Long> runOfCall(String key) {
    return readers.read(statements -> runOfCall(statements, "", key, 0));
  }

  /**
   * The run of a call that may have begun before a crash. It is looked for in the rows too: where
   * the index is damaged, the call would begin a second run.
   *
   * @param after number of the run that called: the one that it called has a higher one
   */
  public Optional<Long> runOfEarlierCall(String key, long after) {
    return readers.read(
        statements -> {
          Optional<Long> found = runOfCall(statements, "", key, after);
          return found.isPresent() ? found : runOfCall(statements, "NOT INDEXED", key, after);
        },
        statements -> {
          Optional<Long> found = runOfCall(statements, "NOT INDEXED", key, after);
          if (found.isEmpty() && RunRows.isAnyDamaged(statements, after)) {
            throw StoreException.damaged(file.path(), "a run that may be the one of a call", null);
          }
          return found;
        });
  }

  /**
   * Whether the index of calls has each row of which the call's name begins so, and has it right.
   *
   * @param after number of the run that called: those that it called have higher ones
   */
  public boolean hasIndexOfCalls(String prefix, long after) {
    return readers.read(
        statements ->
            sumOfCalls(statements, "", prefix, after)
                == sumOfCalls(statements, "NOT INDEXED", prefix, after),
        statements -> false);
  }

  private static long sumOfCalls(Statements statements, String how, String prefix, long after)
      throws SQLException {
    PreparedStatement select =
        statements.of(
            "SELECT call_key, id FROM run "
                + how
                + " WHERE call_key >= ? AND call_key < ? AND id > ?");
    select.setString(1, prefix);
    select.setString(2, end(prefix));
    select.setLong(3, after);
    long sum = 0;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        sum += RowSum.of(row.getString(1), row.getLong(2));
      }
    }
    return sum;
  }

  /** The first text behind all that begin so. */
  private static String end(String prefix) {
    int last = prefix.length() - 1;
    return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
  }

  /** The name of the call of which a run came; empty where it came of none. */
  public Optional<String> callOf(long run) {
    return readers.read(statements -> {
      PreparedStatement select = statements.of("SELECT call_key FROM run WHERE id = ?");
      select.setLong(1, run);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    });
  }

  /** The runs of calls that have not ended, where the call's name begins so. */
  public List<CalledRow> unfinishedCalls(String prefix) {
    return readers.read(statements -> {
      PreparedStatement select =
          statements.of(
              "SELECT id, call_key FROM run"
                  + " WHERE call_key >= ? AND call_key < ? AND ended IS NULL");
      select.setString(1, prefix);
      select.setString(2, end(prefix));
      return called(select);
    });
  }

  /** The runs of calls that have not ended, oldest first. */
  public List<CalledRow> unfinishedCalls() {
    return readers.read(
        statements ->
            called(statements.of("SELECT id, call_key FROM run WHERE ended IS NULL ORDER BY id")),
        statements ->
            called(
                statements.of(
                    "SELECT id, call_key FROM run NOT INDEXED WHERE ended IS NULL ORDER BY id")));
  }

  private static List<CalledRow> called(PreparedStatement select) throws SQLException {
    List<CalledRow> called = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String key = row.getString(2);
        if (key != null) {
          called.add(new CalledRow(row.getLong(1), key));
        }
      }
    }
    return called;
  }

  private static Optional<Long> runOfCall(Statements statements, String how, String key, long after)
      throws SQLException {
    PreparedStatement select =
        statements.of("SELECT id FROM run " + how + " WHERE call_key = ? AND id > ?");
    select.setString(1, key);
    select.setLong(2, after);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
    }
  }

  /** The runs that failed and whose error workflow has not begun, oldest first. */
  public List<RunRow> owing() {
    return told(rows("WHERE owes = 1 AND id > ? ORDER BY id", 0));
  }

  /**
   * What a workflow keeps; empty where it keeps nothing.
   *
   * @param node id of the node to which it belongs; empty for the workflow
   */
  public JsonObject staticData(String workflow, String node) {
    return readers
        .read(
            statements -> kept.find(statements, workflow, node),
            statements -> kept.findInDamaged(statements, workflow, node))
        .orElse(JsonObject.empty());
  }

  private List<RunRows.Read> rows(String condition, long... parameters) {
    return readers.read(
        statements -> RunRows.read(statements, RunRows.SELECT + condition, parameters),
        statements ->
            RunRows.read(statements, RunRows.SELECT + "NOT INDEXED " + condition, parameters));
  }

  /** Rows for a list: one that is damaged says so in place of its error. */
  private List<RunRow> told(List<RunRows.Read> rows) {
    return rows.stream()
        .map(each -> each.damaged() ? each.row().damaged(file.path()) : each.row())
        .toList();
  }

  /**
   * The text of a definition.
   *
   * @throws StoreException when it is missing or damaged
   */
  public String definition(String hash) {
    return readers.read(
        statements -> definition(statements, DEFINITION + "WHERE hash = ?", hash),
        statements -> definition(statements, DEFINITION + "NOT INDEXED WHERE hash = ?", hash));
  }

  private String definition(Statements statements, String sql, String hash) throws SQLException {
    PreparedStatement select = statements.of(sql);
    select.setString(1, hash);
    try (ResultSet row = select.executeQuery()) {
      boolean there = row.next();
      for (int column = 1; there && column <= 2; column++) {
        String text = row.getString(column);
        if (text != null && hash(text).equals(hash)) {
          return text;
        }
      }
      throw StoreException.damaged(file.path(), "the definition of the run", null);
    }
  }

  /** The name of a definition: SHA-256 of its text, in hexadecimal. */
  public static String hash(String text) {
    return Sha256.hex(text);
  }

  /**
   * All events of a run, in order.
   *
   * @throws StoreException when one is missing or damaged
   */
  public List<Recorded> events(long run) {
    return readers.read(
        statements -> events.all(events.read(statements, "WHERE run = ? ORDER BY seq", run)),
        statements -> events.all(events.readFromBothEnds(statements, run)));
  }

  /**
   * The same from the table alone: where the index has lost some.
   *
   * @param fewest so many there must be
   * @throws StoreException when one is missing or damaged
   */
  public List<Recorded> eventsOfTable(long run, long fewest) {
    List<Recorded> all =
        readers.read(statements -> events.all(events.readFromBothEnds(statements, run)));
    if (all.size() < fewest) {
      throw StoreException.damaged(file.path(), "event " + all.size() + " of run " + run, null);
    }
    return all;
  }

  /**
   * How many events a run has at least, as its row tells; 0 where it does not: the run or the store
   * is older.
   */
  public long fewestEvents(long run) {
    return readers.read(statements -> {
      PreparedStatement select;
      try {
        select = statements.of("SELECT events FROM run WHERE id = ?");
      } catch (SQLException older) {
        return 0L; // read without bringing it up to date
      }
      select.setLong(1, run);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0L;
      }
    });
  }

  /** Those of some runs of which the table has a newer event than the index of events. */
  public Set<Long> hiddenByIndex(Collection<Long> runs) {
    return readers.read(
        statements -> EventRows.hiddenByIndex(statements, runs),
        statements -> Set.of()); // what cannot be read shows when the run is read
  }

  /**
   * The newest event of a run that is no line of its log, no progress and, on demand, not its
   * parking.
   */
  public Optional<Recorded> newest(long run, boolean parkings) {
    String condition =
        "WHERE run = ? AND kind <> 'logged' AND kind <> 'progress'"
            + (parkings ? "" : " AND kind <> 'parked'")
            + " ORDER BY seq DESC LIMIT 1";
    return readers.read(
        statements ->
            events.read(statements, condition, run).stream().findFirst().map(events::recorded),
        statements ->
            events.readFromBothEnds(statements, run).reversed().stream()
                .filter(each -> tells(each.row().kind(), parkings))
                .findFirst()
                .map(events::recorded));
  }

  private static boolean tells(String kind, boolean parkings) {
    return !kind.equals("logged")
        && !kind.equals("progress")
        && (parkings || !kind.equals("parked"));
  }

  @Override
  public void close() {
    readers.close();
  }
}
