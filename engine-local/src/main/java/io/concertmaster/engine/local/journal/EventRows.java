package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rows of the table of events, and refuses those that are damaged. */
final class EventRows {
  private static final String SELECT = "SELECT seq, kind, node, ts, body, crc32c FROM event ";

  private final Path path;

  /** Of the journal of this path, as errors name it. */
  EventRows(Path path) {
    this.path = path;
  }

  /** A row with the checksum that was kept with it. */
  record Kept(EventRow row, long checksum) {}

  /**
   * The rows of a run that fulfil a condition.
   *
   * @param condition which begins with the run's number
   */
  List<Kept> read(Statements statements, String condition, long run) throws SQLException {
    List<Kept> rows = new ArrayList<>();
    read(statements, condition, run, rows);
    return rows;
  }

  private static void read(Statements statements, String condition, long run, List<Kept> into)
      throws SQLException {
    PreparedStatement select = statements.of(SELECT + condition);
    select.setLong(1, run);
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        into.add(new Kept(EventRow.read(run, row), row.getLong(6)));
      }
    }
  }

  /**
   * The rows of a run, in order, from a walk over the table. A cell that cannot be read at all ends
   * the walk: then a second one, from the other end, has the rows behind it.
   *
   * @throws StoreException when the index knows of a newer one than those
   */
  List<Kept> readFromBothEnds(Statements statements, long run) throws SQLException {
    List<Kept> rows = new ArrayList<>();
    boolean whole = true;
    try {
      read(statements, "NOT INDEXED WHERE run = ? ORDER BY pos", run, rows);
    } catch (SQLException cell) {
      whole = false;
      try {
        read(statements, "NOT INDEXED WHERE run = ? ORDER BY pos DESC", run, rows);
      } catch (SQLException theSameCell) {
        cell.addSuppressed(theSameCell);
      }
    }
    rows.sort(Comparator.comparingLong(each -> each.row().seq()));
    long newest = newestByIndex(statements, run, whole);
    if (rows.isEmpty() || rows.getLast().row().seq() < newest) {
      // What is missing in between shows by the numbers of the rest, this does not.
      throw StoreException.damaged(path, "event " + newest + " of run " + run, null);
    }
    return rows;
  }

  /**
   * The number of the newest event, as the index has it.
   *
   * @param whole whether the table could be read: then nothing depends on a damaged index
   */
  private static long newestByIndex(Statements statements, long run, boolean whole)
      throws SQLException {
    PreparedStatement select = statements.of("SELECT max(seq) FROM event WHERE run = ?");
    select.setLong(1, run);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException damagedToo) {
      if (whole) {
        return 0;
      }
      throw damagedToo;
    }
  }

  /** Those of some runs of which the table has a newer event than the index. */
  static Set<Long> hiddenByIndex(Statements statements, Collection<Long> runs) throws SQLException {
    Map<Long, Long> newest = new HashMap<>();
    long first = Long.MAX_VALUE;
    PreparedStatement select =
        statements.of("SELECT seq, pos FROM event WHERE run = ? ORDER BY seq DESC LIMIT 1");
    for (long run : runs) {
      select.setLong(1, run);
      try (ResultSet row = select.executeQuery()) {
        boolean any = row.next();
        newest.put(run, any ? row.getLong(1) : -1);
        first = Math.min(first, any ? row.getLong(2) : 0);
      }
    }
    Set<Long> hidden = new HashSet<>();
    PreparedStatement behind =
        statements.of("SELECT run, seq FROM event NOT INDEXED WHERE pos > ?");
    behind.setLong(1, first);
    try (ResultSet row = behind.executeQuery()) {
      while (row.next()) {
        Long known = newest.get(row.getLong(1));
        if (known != null && known < row.getLong(2)) {
          hidden.add(row.getLong(1));
        }
      }
    }
    return hidden;
  }

  /** All events of a run; the rows are in order, and none may be missing. */
  List<Recorded> all(List<Kept> rows) {
    List<Recorded> events = new ArrayList<>();
    for (Kept each : rows) {
      events.add(recorded(each, events.size()));
    }
    return events;
  }

  /** The event of a row. */
  Recorded recorded(Kept kept) {
    return recorded(kept, kept.row().seq());
  }

  private Recorded recorded(Kept kept, long expected) {
    EventRow event = kept.row();
    String what = "event " + expected + " of run " + event.run();
    if (event.seq() != expected || event.checksum() != kept.checksum()) {
      throw StoreException.damaged(path, what, null);
    }
    try {
      return event.recorded();
    } catch (RuntimeException e) {
      throw StoreException.damaged(path, what, e);
    }
  }
}
