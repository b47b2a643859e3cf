package io.concertmaster.simulation.disk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of the disk. What is committed outlives every process. */
public final class MemoryFile {
  private final String name;
  private Tables committed = Tables.none();
  private @Nullable Session writer;

  MemoryFile(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  Tables committed() {
    return committed;
  }

  void commit(Tables changed) {
    committed = changed;
  }

  /** Whether a connection may write now: one at a time does. */
  boolean lock(Session session) {
    if (writer == null) {
      writer = session;
    }
    return session.equals(writer);
  }

  void unlock(Session session) {
    if (session.equals(writer)) {
      writer = null;
    }
  }

  Connection open(Hazards hazards) {
    return new Session(this, hazards).connection();
  }

  /** The process that used the file is dead. */
  void forgetProcess() {
    writer = null;
  }

  /**
   * The rows of a table in which a column has a value, as they are committed; from outside of every
   * process.
   */
  List<@Nullable Object[]> rows(String table, String column, Object value) {
    try {
      Table found = committed.table(table);
      int at = found.column(column);
      return found.rows.stream().filter(row -> Table.equal(row[at], value)).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The places of columns in the rows of a table. */
  int[] columns(String table, String... names) {
    try {
      int[] places = new int[names.length];
      for (int i = 0; i < names.length; i++) {
        places[i] = committed.table(table).column(names[i]);
      }
      return places;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads what is committed, from outside of every process. */
  List<@Nullable Object[]> ask(String sql, @Nullable Object... parameters) {
    try {
      return Sql.of(sql).run(committed, Arrays.asList(parameters));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
