package io.concertmaster.nodes.sql;

import io.concertmaster.node.NodeException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * An open database. What was not committed when it is closed did not happen.
 *
 * @param connection in a transaction
 */
record Database(Connection connection, Dialect dialect) implements AutoCloseable {
  @Override
  public void close() throws NodeException {
    try (Connection closing = connection) {
      if (!closing.isClosed() && !closing.getAutoCommit()) {
        closing.rollback();
      }
    } catch (SQLException e) {
      throw SqlTrouble.of("Cannot close the connection", e);
    }
  }
}
