package io.concertmaster.simulation.disk;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a file holds: at one moment, or in the eyes of a transaction that changes it. */
final class Tables {
  private final Map<String, Table> tables;
  private final Set<String> own = new HashSet<>();
  private long version;

  private Tables(Map<String, Table> tables, long version) {
    this.tables = tables;
    this.version = version;
  }

  static Tables none() {
    return new Tables(new HashMap<>(), 0);
  }

  /** The same, to be changed by a transaction; this one stays as it is. */
  Tables changed() {
    return new Tables(new HashMap<>(tables), version);
  }

  /** The version of the schema. */
  long version() {
    return version;
  }

  void version(long number) {
    version = number;
  }

  /** A table for reading. */
  Table table(String name) throws SQLException {
    Table table = tables.get(name);
    if (table == null) {
      throw new SQLException("no such table: " + name);
    }
    return table;
  }

  /** A table for changing. */
  Table changed(String name) throws SQLException {
    Table table = table(name);
    if (own.add(name)) {
      table = table.copy();
      tables.put(name, table);
    }
    return table;
  }

  void put(String name, Table table) {
    own.add(name);
    tables.put(name, table);
  }

  boolean holds(String name) {
    return tables.containsKey(name);
  }
}
