package io.concertmaster.engine.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.local.machine.Machine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

class JournalSchemaTest {
  @TempDir Path folder;

  @Test
  void everyStatementOfTheSchemaIsExecuted() throws Exception {
    Path file = folder.resolve("journal.db");
    Journal.open(Machine.THIS, file, () -> {}).close();
    assertThat(indexes(file)).contains("unfinished_run", "run_of_call", "owing_run");
  }

  private static Connection open(Path file) throws SQLException {
    return JDBC.createConnection(JDBC.PREFIX + file, new Properties());
  }

  private static List<String> indexes(Path file) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = open(file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'index'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
