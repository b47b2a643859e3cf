package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what workflows keep from one run to the next.
 *
 * @param path the file in which it lies, for messages
 */
record StaticRows(Path path) {
  /**
   * What a workflow keeps, by the index, and where that finds nothing without it: where it is
   * damaged, values would be gone silently.
   *
   * @throws StoreException when the row is damaged
   */
  Optional<JsonObject> find(Statements statements, String workflow, String node)
      throws SQLException {
    Optional<JsonObject> found = find(statements, "", workflow, node);
    return found.isPresent() ? found : find(statements, "NOT INDEXED ", workflow, node);
  }

  private Optional<JsonObject> find(Statements statements, String how, String workflow, String node)
      throws SQLException {
    PreparedStatement select =
        statements.of(
            "SELECT json, crc32c FROM static_data " + how + "WHERE workflow_id = ? AND node = ?");
    select.setString(1, workflow);
    select.setString(2, node);
    try (ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(checked(row.getString(1), sum(row, 2), workflow, node))
          : Optional.empty();
    }
  }

  /**
   * What a workflow keeps, in a table that is known to be damaged. A row whose key cannot be read
   * is known by its checksum; where one cannot be read at all, it is not said that nothing is kept.
   *
   * @throws StoreException when the row is damaged, or may be one that is
   */
  Optional<JsonObject> findInDamaged(Statements statements, String workflow, String node)
      throws SQLException {
    boolean damaged = false;
    PreparedStatement select =
        statements.of("SELECT workflow_id, node, json, crc32c FROM static_data NOT INDEXED");
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String json = row.getString(3);
        Optional<Long> sum = sum(row, 4);
        boolean ours = workflow.equals(row.getString(1)) && node.equals(row.getString(2));
        if (ours || fits(sum, workflow, node, json)) {
          return Optional.of(checked(json, sum, workflow, node));
        }
        damaged |= json == null || !fits(sum, row.getString(1), row.getString(2), json);
      }
    }
    if (damaged) {
      throw damaged(workflow);
    }
    return Optional.empty();
  }

  /** Older rows have no checksum. */
  private static Optional<Long> sum(ResultSet row, int column) throws SQLException {
    long sum = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(sum);
  }

  private static boolean fits(
      Optional<Long> sum, @Nullable String workflow, @Nullable String node, @Nullable String json) {
    return sum.isPresent() && sum.get() == RowSum.of(workflow, node, json);
  }

  private JsonObject checked(
      @Nullable String json, Optional<Long> sum, String workflow, String node) {
    if (json == null || (sum.isPresent() && sum.get() != RowSum.of(workflow, node, json))) {
      throw damaged(workflow);
    }
    return Json.parseObject(json);
  }

  private StoreException damaged(String workflow) {
    return StoreException.damaged(
        path, "what workflow " + workflow + " keeps from run to run", null);
  }
}
