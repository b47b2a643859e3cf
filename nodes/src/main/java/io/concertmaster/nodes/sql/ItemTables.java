package io.concertmaster.nodes.sql;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;

/**
 * Items as tables of a database that lives in a temporary file for one query: {@code input1},
 * {@code input2} … with a column for each field. The query only reads, and reaches nothing but
 * these tables.
 *
 * <p>Lists and objects go in as bytes, the UTF-8 of their JSON, which SQLite's JSON functions read.
 * No other value of an item becomes bytes, so these come out as lists and objects again, and a text
 * that looks like JSON stays a text.
 */
public final class ItemTables {
  private static final Pattern COLUMN =
      Pattern.compile("(?i)\\b(input\\d+)\\s*\\.\\s*(?:\"([^\"]+)\"|`([^`]+)`|\\[([^]]+)]|(\\w+))");

  /** Up to how many items in all inputs each row knows as its ancestors. */
  private static final int MOST_ANCESTORS = 1_000;

  /** What SQLite keeps of the file in memory, in KiB. */
  private static final int CACHE = 16_384;

  private final NodeContext context;
  private final Connection database;

  private ItemTables(NodeContext context, Connection database) {
    this.context = context;
    this.database = database;
  }

  /**
   * Writes an item for each row of a query over the node's inputs to its first output.
   *
   * @return how many rows there were
   * @throws NodeException when the query is wrong, or does more than read
   */
  public static long query(NodeContext context, String query)
      throws NodeException, InterruptedException {
    SqlText text = SqlText.parse(query, true, Dialect.SQLITE);
    if (!text.reads() || !text.names().isEmpty()) {
      throw new NodeException("The query must be one SELECT, without parameters")
          .atProperty("query");
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setPragma(Pragma.LIMIT_ATTACHED, "0");
    config.enableLoadExtension(false);
    config.setPragma(Pragma.JOURNAL_MODE, "OFF");
    config.setPragma(Pragma.SYNCHRONOUS, "OFF");
    config.setPragma(Pragma.TEMP_STORE, "FILE");
    config.setPragma(Pragma.CACHE_SIZE, "-" + CACHE);
    try {
      Path file = Files.createTempFile("concertmaster-", ".sqlite");
      try {
        return query(context, query, config, file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new NodeException("Cannot make a temporary file for the tables: " + e.getMessage(), e);
    }
  }

  private static long query(NodeContext context, String query, SQLiteConfig config, Path file)
      throws NodeException, InterruptedException {
    try (Connection database = config.createConnection("jdbc:sqlite:" + file)) {
      database.setAutoCommit(false);
      ItemTables tables = new ItemTables(context, database);
      Map<String, Map<String, String>> mentioned = mentioned(query);
      for (int input = 0; input < context.inputCount(); input++) {
        String table = "input" + (input + 1);
        tables.fill(table, input, mentioned.getOrDefault(table, Map.of()));
      }
      database.commit();
      return tables.read(query);
    } catch (SQLException e) {
      throw SqlTrouble.of("The query failed", e).atProperty("query");
    }
  }

  /** The columns that a query names with their table, by their names in small letters. */
  private static Map<String, Map<String, String>> mentioned(String query) {
    Map<String, Map<String, String>> byTable = new HashMap<>();
    for (Matcher column = COLUMN.matcher(query); column.find(); ) {
      for (int group = 2; group <= 5; group++) {
        String name = column.group(group);
        if (name != null) {
          byTable
              .computeIfAbsent(
                  column.group(1).toLowerCase(Locale.ROOT), absent -> new LinkedHashMap<>())
              .putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        }
      }
    }
    return byTable;
  }

  private void fill(String table, int input, Map<String, String> mentioned)
      throws SQLException, InterruptedException {
    Map<String, String> columns = new LinkedHashMap<>();
    Map<String, Boolean> flags = new HashMap<>();
    for (Item item : context.input(input)) {
      item.json()
          .forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT);
            columns.putIfAbsent(key, name);
            if (value != null) {
              flags.merge(key, value instanceof Boolean, Boolean::logicalAnd);
            }
          });
    }
    mentioned.forEach(columns::putIfAbsent);
    if (columns.isEmpty()) {
      columns.put("item", "item");
    }
    List<String> names = List.copyOf(columns.values());
    try (Statement statement = database.createStatement()) {
      statement.execute(
          columns.entrySet().stream()
              .map(each ->
                  quoted(each.getValue())
                      + (flags.getOrDefault(each.getKey(), false) ? " BOOLEAN" : ""))
              .collect(Collectors.joining(", ", "CREATE TABLE " + table + " (", ")")));
    }
    String places = names.stream().map(name -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
      for (Item item : context.input(input)) {
        for (int i = 0; i < names.size(); i++) {
          bind(insert, i + 1, item.json().get(names.get(i)));
        }
        if (Thread.interrupted()) {
          throw new InterruptedException("cancelled while the tables were filled");
        }
        insert.executeUpdate();
      }
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static void bind(PreparedStatement insert, int parameter, @Nullable Object value)
      throws SQLException {
    if (value instanceof JsonObject || value instanceof JsonArray) {
      insert.setBytes(parameter, Json.write(value).getBytes(StandardCharsets.UTF_8));
    } else {
      SqlValues.bind(insert, parameter, value);
    }
  }

  /**
   * The list or object of bytes; what a query made of them is a text, or Base64 where it is none.
   */
  private static @Nullable Object data(ResultSet rows, int column) throws SQLException {
    if (!(rows.getObject(column) instanceof byte[] bytes)) {
      return SqlValues.read(rows, column, SqlValues.type(rows, column, Dialect.SQLITE));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    try {
      Object value = Json.parse(text);
      return value instanceof JsonObject || value instanceof JsonArray ? value : text;
    } catch (JsonException e) {
      return text;
    }
  }

  private long read(String query) throws SQLException, NodeException, InterruptedException {
    List<Paired> ancestors = ancestors();
    try (Statement statement = database.createStatement();
        ResultSet rows = Interruptible.call(statement, () -> statement.executeQuery(query))) {
      ResultSetMetaData columns = rows.getMetaData();
      long count = 0;
      for (; rows.next(); count++) {
        JsonObject.Builder record = JsonObject.builder();
        Map<String, Boolean> filled = new HashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
          String name = columns.getColumnLabel(column);
          Object data = data(rows, column);
          // Of columns with the same name the last that has a value counts.
          if (data != null || !filled.containsKey(name)) {
            record.put(name, data);
            filled.put(name, true);
          }
        }
        context.output().add(Item.of(record.build()).pairedTo(ancestors));
      }
      return count;
    }
  }

  private List<Paired> ancestors() {
    List<Paired> all = new ArrayList<>();
    for (int input = 0; input < context.inputCount(); input++) {
      for (long position = 0; position < context.input(input).size(); position++) {
        if (all.size() == MOST_ANCESTORS) {
          return List.of();
        }
        all.add(new Paired(position, input));
      }
    }
    return List.copyOf(all);
  }
}
