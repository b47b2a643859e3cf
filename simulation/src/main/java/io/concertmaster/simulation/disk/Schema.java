package io.concertmaster.simulation.disk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads statements that make tables and indexes. */
final class Schema {
  private final Words words;
  private final Values values;

  Schema(Words words, Values values) {
    this.words = words;
    this.values = values;
  }

  private record Column(
      String name, @Nullable Object value, boolean number, boolean counts, boolean unique) {}

  Sql read() throws SQLException {
    if (words.take("create", "table")) {
      return table();
    }
    if (words.take("alter", "table")) {
      String name = words.name();
      words.need("add", "column");
      Column column = column();
      return (tables, parameters) -> {
        tables.put(
            name,
            tables
                .table(name)
                .with(column.name(), column.value(), column.number(), column.counts()));
        return List.of();
      };
    }
    boolean unique = words.take("create", "unique", "index");
    if (unique || words.take("create", "index")) {
      words.take("if", "not", "exists");
      words.next();
      words.need("on");
      String name = words.name();
      List<String> columns = words.names();
      if (words.take("where")) {
        values.condition(); // of those that there are, none changes what is unique
      }
      return (tables, parameters) -> {
        if (unique) {
          tables.put(name, tables.table(name).unique(columns));
        }
        return List.of();
      };
    }
    throw words.unknown();
  }

  private Sql table() throws SQLException {
    String name = words.name();
    List<Column> columns = new ArrayList<>();
    List<List<String>> uniques = new ArrayList<>();
    words.need("(");
    do {
      if (words.take("unique") || words.take("primary", "key")) {
        uniques.add(words.names());
      } else {
        Column column = column();
        columns.add(column);
        if (column.unique()) {
          uniques.add(List.of(column.name()));
        }
      }
    } while (words.take(","));
    words.need(")");
    return (tables, parameters) -> {
      if (tables.holds(name)) {
        throw new SQLException("table " + name + " already exists");
      }
      Table table = Table.empty();
      for (Column each : columns) {
        table = table.with(each.name(), each.value(), each.number(), each.counts());
      }
      for (List<String> each : uniques) {
        table = table.unique(each);
      }
      tables.put(name, table);
      return List.of();
    };
  }

  /** A column: its name, its type, and what else is said of it. */
  private Column column() throws SQLException {
    String name = words.name();
    boolean number = words.name().toUpperCase(Locale.ROOT).equals("INTEGER");
    boolean key = words.take("primary", "key");
    boolean unique = false;
    @Nullable Object value = null;
    while (words.more() && !words.ends()) {
      if (words.take("unique")) {
        unique = true;
      } else if (words.take("default")) {
        value =
            values
                .value()
                .at(
                    new Value.Place(
                        Table.empty(), new Object[0], new Object[0], List.of(), List.of()));
      } else {
        words.need("not", "null");
      }
    }
    return new Column(name, value, number, key && number, key || unique);
  }
}
