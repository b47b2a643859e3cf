package io.concertmaster.nodes.sql;

import io.concertmaster.node.data.JsonObject;

/** The line under a SQL node's name. */
final class SqlCaption {
  private SqlCaption() {}

  /** The table and the database, as far as they are no expressions. */
  static String of(JsonObject parameters, String table) {
    String database =
        switch (plain(parameters, "database")) {
          case "postgresql" -> plain(parameters, "databaseName");
          case SqlCredentials.CHOICE -> ""; // who keeps the credential knows
          default -> plain(parameters, "file");
        };
    String tableName = table.isEmpty() ? "" : plain(parameters, table);
    if (tableName.isEmpty() || database.isEmpty()) {
      return tableName + database;
    }
    return tableName + " in " + database;
  }

  private static String plain(JsonObject parameters, String name) {
    return parameters.get(name) instanceof String text && !text.startsWith("=") ? text : "";
  }
}
