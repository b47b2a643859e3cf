package io.concertmaster.nodes.sql;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Shape;
import io.concertmaster.nodes.file.Columns;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table that is written.
 *
 * @param name quoted, with its schema
 * @param columns the columns that are written
 * @param keys those that make a row unique; empty for plain inserts
 * @param keyColumn the column, last of all, that gets each row's key; a row whose key is there
 *     already is not written again
 * @param mapped whether the columns' values are listed in the settings
 * @param batch rows at once
 */
record Table(
    String name,
    List<String> columns,
    List<String> keys,
    Optional<String> keyColumn,
    boolean mapped,
    int batch) {
  private static final int SAMPLE = 1_000;

  /** The table of the settings; it is created where that is wanted and needed. */
  static Table of(
      NodeContext context,
      Parameters settings,
      Database database,
      List<String> keys,
      Optional<String> keyColumn)
      throws NodeException, InterruptedException, SQLException {
    boolean mapped = settings.text("columns").equals("mapped");
    String schema = database.dialect() == Dialect.POSTGRESQL ? settings.text("schema").strip() : "";
    String name =
        (schema.isEmpty() ? "" : Dialect.quote(schema) + ".")
            + Dialect.quote(settings.requiredText("table").strip());
    List<String> columns = mapped ? listed(settings) : Columns.ofAll(context);
    if (columns.isEmpty()) {
      throw new NodeException("There is nothing to write: the items have no fields")
          .atProperty("columns");
    }
    for (String key : keys) {
      if (!columns.contains(key)) {
        throw new NodeException("The key column “" + key + "” is not among the written columns")
            .atProperty("keys");
      }
    }
    if (keyColumn.isPresent()) {
      columns = withKey(columns, keyColumn.get());
    }
    Table table =
        new Table(
            name, columns, keys, keyColumn, mapped, Math.toIntExact(settings.wholeNumber("batch")));
    if (settings.flag("createTable")) {
      table.create(context, database);
    }
    table.demandColumns(database);
    return table;
  }

  private static List<String> withKey(List<String> columns, String key) throws NodeException {
    if (columns.contains(key)) {
      throw new NodeException(
              "The column “"
                  + key
                  + "” is to get the key, and the items write it too: choose"
                  + " another column")
          .atProperty("keyColumn");
    }
    List<String> all = new ArrayList<>(columns);
    all.add(key);
    return List.copyOf(all);
  }

  private static List<String> listed(Parameters settings) throws NodeException {
    Shape columns = Shape.empty();
    for (Parameters entry : settings.entries("mapping")) {
      String column = entry.requiredText("column").strip();
      if (columns.slot(column) >= 0) {
        throw new NodeException("The column “" + column + "” is listed twice")
            .atProperty("mapping");
      }
      columns = columns.with(column);
    }
    return columns.names();
  }

  /** What an item writes into the columns. */
  @Nullable Object[] values(NodeContext context, Item item, long position) throws NodeException {
    @Nullable Object[] values = new Object[columns.size()];
    if (mapped) {
      int column = 0;
      for (Parameters entry : context.parameters(item, position).entries("mapping")) {
        values[column++] = entry.value("value");
      }
    } else {
      for (int column = 0; column < written(); column++) {
        values[column] = item.json().get(columns.get(column));
      }
    }
    if (keyColumn.isPresent()) {
      values[written()] = context.idempotencyKey() + "/" + position;
    }
    return values;
  }

  /** How many columns hold what the items say. */
  private int written() {
    return columns.size() - (keyColumn.isPresent() ? 1 : 0);
  }

  /** The statement that writes a row. */
  String statement() {
    String names = columns.stream().map(Dialect::quote).collect(Collectors.joining(", "));
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String insert = "INSERT INTO " + name + " (" + names + ") VALUES (" + marks + ")";
    if (keyColumn.isPresent()) {
      return insert + " ON CONFLICT (" + Dialect.quote(keyColumn.get()) + ") DO NOTHING";
    }
    if (keys.isEmpty()) {
      return insert;
    }
    String unique = keys.stream().map(Dialect::quote).collect(Collectors.joining(", "));
    String updates =
        columns.stream()
            .filter(column -> !keys.contains(column))
            .map(column -> Dialect.quote(column) + " = excluded." + Dialect.quote(column))
            .collect(Collectors.joining(", "));
    String action = updates.isEmpty() ? "DO NOTHING" : "DO UPDATE SET " + updates;
    return insert + " ON CONFLICT (" + unique + ") " + action;
  }

  /** Fails here, and not at each row, when the table or a column is missing. */
  private void demandColumns(Database database) throws SQLException {
    String names = columns.stream().map(Dialect::quote).collect(Collectors.joining(", "));
    try (PreparedStatement look =
            database
                .connection()
                .prepareStatement("SELECT " + names + " FROM " + name + " WHERE 1 = 0");
        ResultSet nothing = look.executeQuery()) {
      nothing.next();
    }
  }

  private void create(NodeContext context, Database database)
      throws NodeException, InterruptedException, SQLException {
    List<String> types = types(context, database.dialect());
    List<String> parts = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      parts.add(Dialect.quote(columns.get(column)) + " " + types.get(column));
    }
    List<String> unique = keyColumn.map(List::of).orElse(keys);
    if (!unique.isEmpty()) {
      parts.add(
          unique.stream()
              .map(Dialect::quote)
              .collect(Collectors.joining(", ", "PRIMARY KEY (", ")")));
    }
    try (Statement statement = database.connection().createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS " + name + " (" + String.join(", ", parts) + ")");
    }
  }

  private List<String> types(NodeContext context, Dialect dialect)
      throws NodeException, InterruptedException {
    List<String> types = new ArrayList<>(Collections.nCopies(columns.size(), ""));
    long position = 0;
    for (Item item : context.input()) {
      if (position == SAMPLE) {
        break;
      }
      context.checkInterrupted();
      @Nullable Object[] values = sample(context, item, position++);
      for (int column = 0; column < values.length; column++) {
        types.set(column, dialect.common(types.get(column), dialect.type(values[column])));
      }
    }
    types.replaceAll(type -> type.isEmpty() ? dialect.text() : type);
    return types;
  }

  /**
   * An item whose expressions fail says nothing about types; it is put aside when it is written.
   */
  private @Nullable Object[] sample(NodeContext context, Item item, long position) {
    try {
      return values(context, item, position);
    } catch (NodeException e) {
      return new Object[0];
    }
  }
}
