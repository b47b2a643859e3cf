package io.concertmaster.nodes.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * The table in which finished inserts are remembered. A key is written in the transaction of its
 * rows: both are there or neither.
 */
final class DoneTable {
  private static final String NAME = "concertmaster_done";

  private DoneTable() {}

  /** Whether the activation of a key has finished here before; makes the table if need be. */
  static boolean has(Database database, String key) throws SQLException {
    try (Statement statement = database.connection().createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS " + NAME + " (activation TEXT PRIMARY KEY, started TEXT)");
    }
    try (PreparedStatement query =
        database.connection().prepareStatement("SELECT 1 FROM " + NAME + " WHERE activation = ?")) {
      query.setString(1, key);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Remembers the activation of a key. */
  static void add(Database database, String key, Instant started) throws SQLException {
    try (PreparedStatement insert =
        database.connection().prepareStatement("INSERT INTO " + NAME + " VALUES (?, ?)")) {
      insert.setString(1, key);
      insert.setString(2, started.toString());
      insert.executeUpdate();
    }
  }
}
