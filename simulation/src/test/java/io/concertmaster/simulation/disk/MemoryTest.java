package io.concertmaster.simulation.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final Path FILE = Path.of("journal.db");

  private final Memory memory = new Memory();

  private Connection open() throws SQLException {
    return memory.open((file, moment) -> {}).open(FILE, new Properties());
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private Object count() {
    return memory.journal("SELECT count(*) FROM t").getFirst()[0];
  }

  @Test
  void whatIsNotCommittedIsSeenByNobodyAndGoneAfterACrash() throws Exception {
    Connection writer = open();
    execute(writer, "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT");
    execute(writer, "BEGIN IMMEDIATE", "INSERT INTO t(name) VALUES('one')");
    assertThat(count()).isEqualTo(0L);
    memory.forgetProcess();
    Connection next = open();
    execute(next, "BEGIN IMMEDIATE", "INSERT INTO t(name) VALUES('two')", "COMMIT");
    assertThat(memory.journal("SELECT id, name FROM t").getFirst()).containsExactly(1L, "two");
  }

  @Test
  void oneWritesAtATime() throws Exception {
    execute(open(), "CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT", "BEGIN IMMEDIATE");
    Connection other = open();
    assertThatThrownBy(() -> execute(other, "BEGIN IMMEDIATE")).hasMessageContaining("locked");
  }

  @Test
  void whatIsUniqueStaysSo() throws Exception {
    Connection writer = open();
    execute(writer, "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE) STRICT");
    execute(writer, "INSERT INTO t(name) VALUES('one')");
    execute(writer, "INSERT OR IGNORE INTO t(name) VALUES('one')");
    assertThatThrownBy(() -> execute(writer, "INSERT INTO t(name) VALUES('one')"))
        .hasMessageContaining("UNIQUE");
    assertThat(count()).isEqualTo(1L);
  }

  @Test
  void aStatementThatNobodyTaughtItIsRefused() {
    assertThatThrownBy(() -> execute(open(), "DROP TABLE t")).hasMessageContaining("teach it");
  }
}
