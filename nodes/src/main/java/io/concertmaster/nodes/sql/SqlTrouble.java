package io.concertmaster.nodes.sql;

import io.concertmaster.node.NodeException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;

/** What a database complained about, in one line for people. */
final class SqlTrouble {
  private SqlTrouble() {}

  /** Explains a failure: what was tried, and the first line of what the database said. */
  static NodeException of(String what, SQLException error) {
    SQLException cause = error;
    if (error instanceof BatchUpdateException && error.getNextException() != null) {
      cause = error.getNextException();
    }
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    String first = message.lines().findFirst().orElse("it gave no reason").strip();
    return new NodeException(what + ": " + first + advice(message), error);
  }

  private static String advice(String message) {
    if (message.contains("no such table")
        || message.matches("(?s).*relation .* does not exist.*")) {
      return "; create the table, or correct its name";
    }
    if (message.contains("ON CONFLICT")) {
      return "; the table needs a primary key or unique index on exactly the key columns";
    }
    if (message.contains("SQLITE_BUSY")) {
      return "; another program holds it, try again";
    }
    return "";
  }
}
