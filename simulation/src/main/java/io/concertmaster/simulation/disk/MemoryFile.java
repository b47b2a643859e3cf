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

  /** Reads what is committed, from outside of every process. */
  List<@Nullable Object[]> ask(String sql, @Nullable Object... parameters) {
    try {
      return Sql.of(sql).run(committed, Arrays.asList(parameters));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
