package io.concertmaster.simulation.disk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one statement. */
final class Grammar {
  private final Words words;
  private final Values values;

  Grammar(Words words) {
    this.words = words;
    this.values = new Values(words);
  }

  Sql read() throws SQLException {
    if (words.take("select")) {
      return select();
    }
    if (words.take("insert")) {
      return insert();
    }
    if (words.take("update")) {
      return update();
    }
    if (words.take("delete", "from")) {
      return delete();
    }
    return new Schema(words, values).read();
  }

  private Value where() throws SQLException {
    return words.take("where") ? values.condition() : place -> true;
  }

  private Sql select() throws SQLException {
    List<Value> columns = new ArrayList<>();
    do {
      columns.add(values.value());
    } while (words.take(","));
    words.need("from");
    String name = words.name();
    words.take("not", "indexed");
    Value where = where();
    String sorted = words.take("order", "by") ? words.name() : "";
    boolean descending = words.take("desc");
    Value limit = words.take("limit") ? values.value() : place -> Long.MAX_VALUE;
    end();
    return (Tables tables, List<@Nullable Object> parameters) -> {
      Table table = tables.table(name);
      List<@Nullable Object[]> found = matching(table, where, parameters);
      if (!sorted.isEmpty()) {
        int column = table.column(sorted);
        Comparator<@Nullable Object[]> order =
            Comparator.comparing(row -> row[column] instanceof Long number ? number : 0L);
        found.sort(descending ? order.reversed() : order);
      }
      if (values.many()) {
        return List.<@Nullable Object[]>of(row(columns, table, new Object[0], found, parameters));
      }
      List<@Nullable Object[]> rows = new ArrayList<>();
      long most =
          limit.at(place(table, new Object[0], parameters)) instanceof Long number
              ? number
              : Long.MAX_VALUE;
      for (@Nullable Object[] each : found.subList(0, (int) Math.min(most, found.size()))) {
        rows.add(row(columns, table, each, found, parameters));
      }
      return rows;
    };
  }

  private static @Nullable Object[] row(
      List<Value> columns,
      Table table,
      @Nullable Object[] from,
      List<@Nullable Object[]> all,
      List<@Nullable Object> parameters)
      throws SQLException {
    @Nullable Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = columns.get(i).at(new Value.Place(table, from, from, all, parameters));
    }
    return row;
  }

  private static Value.Place place(
      Table table, @Nullable Object[] row, List<@Nullable Object> parameters) {
    return new Value.Place(table, row, row, List.of(), parameters);
  }

  private static List<@Nullable Object[]> matching(
      Table table, Value where, List<@Nullable Object> parameters) throws SQLException {
    List<@Nullable Object[]> found = new ArrayList<>();
    for (@Nullable Object[] row : table.rows) {
      if (Value.isTrue(where.at(place(table, row, parameters)))) {
        found.add(row);
      }
    }
    return found;
  }

  private Sql insert() throws SQLException {
    boolean ignore = words.take("or", "ignore");
    words.need("into");
    String name = words.name();
    List<String> columns = words.take("values") ? List.of() : words.names();
    if (!columns.isEmpty()) {
      words.need("values");
    }
    words.need("(");
    List<Value> row = new ArrayList<>();
    do {
      row.add(values.value());
    } while (words.take(","));
    words.need(")");
    Map<String, Value> instead = new LinkedHashMap<>();
    if (words.take("on", "conflict")) {
      words.names();
      words.need("do", "update", "set");
      instead.putAll(assignments());
    }
    Value where = where();
    end();
    return (Tables tables, List<@Nullable Object> parameters) -> {
      Table table = tables.changed(name);
      @Nullable Object[] fresh = table.fresh();
      List<String> named = columns.isEmpty() ? table.columns() : columns;
      for (int i = 0; i < row.size(); i++) {
        String column = named.get(i);
        fresh[table.column(column)] =
            table.kept(column, row.get(i).at(place(table, fresh, parameters)));
      }
      int clash = ignore || !instead.isEmpty() ? table.clash(fresh) : -1;
      if (clash < 0) {
        table.insert(fresh);
      } else if (!instead.isEmpty()) {
        @Nullable Object[] there = table.rows.get(clash);
        if (Value.isTrue(where.at(new Value.Place(table, there, fresh, List.of(), parameters)))) {
          table.rows.set(clash, assigned(instead, table, there, fresh, parameters));
        }
      }
      return List.of();
    };
  }

  private Map<String, Value> assignments() throws SQLException {
    Map<String, Value> assignments = new LinkedHashMap<>();
    do {
      String column = words.name();
      words.need("=");
      assignments.put(column, values.value());
    } while (words.take(","));
    return assignments;
  }

  private static @Nullable Object[] assigned(
      Map<String, Value> assignments,
      Table table,
      @Nullable Object[] row,
      @Nullable Object[] excluded,
      List<@Nullable Object> parameters)
      throws SQLException {
    @Nullable Object[] changed = row.clone();
    for (Map.Entry<String, Value> each : assignments.entrySet()) {
      Value.Place place = new Value.Place(table, row, excluded, List.of(), parameters);
      changed[table.column(each.getKey())] = table.kept(each.getKey(), each.getValue().at(place));
    }
    return changed;
  }

  private Sql update() throws SQLException {
    String name = words.name();
    words.need("set");
    Map<String, Value> assignments = assignments();
    Value where = where();
    end();
    return (Tables tables, List<@Nullable Object> parameters) -> {
      Table table = tables.changed(name);
      for (int i = 0; i < table.rows.size(); i++) {
        @Nullable Object[] row = table.rows.get(i);
        if (Value.isTrue(where.at(place(table, row, parameters)))) {
          table.rows.set(i, assigned(assignments, table, row, row, parameters));
        }
      }
      return List.of();
    };
  }

  private Sql delete() throws SQLException {
    String name = words.name();
    Value where = where();
    end();
    return (Tables tables, List<@Nullable Object> parameters) -> {
      Table table = tables.changed(name);
      table.rows.removeAll(matching(table, where, parameters));
      return List.of();
    };
  }

  private void end() throws SQLException {
    if (words.more()) {
      throw words.unknown();
    }
  }
}
