package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.sqlite.Readers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through the events of all runs, some thousand at a time. */
public final class JournalScan {
  private final Readers readers;

  JournalScan(Readers readers) {
    this.readers = readers;
  }

  /**
   * What an event holds, as it was read.
   *
   * @param pos where it stands in the journal
   */
  public record Body(long pos, String text) {}

  /** The bodies of the next events of all runs behind a place in the journal. */
  public List<Body> bodies(long after, int limit) {
    return readers.read(statements -> {
      PreparedStatement select =
          statements.of("SELECT pos, body FROM event WHERE pos > ? ORDER BY pos LIMIT ?");
      select.setLong(1, after);
      select.setInt(2, limit);
      List<Body> bodies = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          bodies.add(new Body(row.getLong(1), row.getString(2)));
        }
      }
      return bodies;
    });
  }

  /**
   * How many events are not what was written.
   *
   * @param after where in the journal to begin: behind this place
   * @param limit so many events are looked at
   * @return the place of the last one, and how many are damaged; empty at the end
   */
  public Optional<Checked> check(long after, int limit) {
    return readers.read(statements -> {
      PreparedStatement select =
          statements.of(
              "SELECT seq, kind, node, ts, body, crc32c, run, pos FROM event"
                  + " WHERE pos > ? ORDER BY pos LIMIT ?");
      select.setLong(1, after);
      select.setInt(2, limit);
      long last = after;
      long damaged = 0;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          last = row.getLong(8);
          damaged += EventRow.read(row.getLong(7), row).checksum() == row.getLong(6) ? 0 : 1;
        }
      }
      return last == after ? Optional.<Checked>empty() : Optional.of(new Checked(last, damaged));
    });
  }

  /**
   * A part of the journal that was looked at.
   *
   * @param last the place of its last event
   * @param damaged how many of its events are
   */
  public record Checked(long last, long damaged) {}
}
