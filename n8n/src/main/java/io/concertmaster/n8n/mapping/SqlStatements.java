package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statements for what n8n's database nodes say by settings. Values stay values. */
final class SqlStatements {
  private static final String QUERY = "sql.query";
  private static final Pattern PLACE = Pattern.compile("\\$(\\d{1,3})(:name)?");

  private SqlStatements() {}

  /** A statement as people wrote it; {@code $1} is a place for a value. */
  static Optional<String> query(AskedSettings asked, Ours ours) {
    String text = asked.text("query", "");
    Object given = asked.value("options.queryReplacement");
    List<Object> values = new ArrayList<>();
    if (given instanceof String list) {
      boolean expression = list.startsWith("=");
      for (String each : split(expression ? list.substring(1) : list)) {
        values.add(each.contains("{{") ? "=" + each.strip() : each.strip());
      }
    }
    Matcher places = PLACE.matcher(text);
    StringBuilder statement = new StringBuilder();
    List<JsonObject> inOrder = new ArrayList<>();
    while (places.find()) {
      int number = Integer.parseInt(places.group(1));
      if (number < 1 || number > values.size() || places.group(2) != null) {
        asked
            .findings()
            .approximated("query", "“" + places.group() + "” has no value here: write ? for it");
        places.appendReplacement(statement, Matcher.quoteReplacement(places.group()));
        continue;
      }
      places.appendReplacement(statement, "?");
      inOrder.add(JsonObject.of("value", values.get(number - 1)));
    }
    places.appendTail(statement);
    String whole = statement.toString();
    // n8n fills expressions in even where the text is none.
    ours.put("statement", whole.contains("{{") && !whole.startsWith("=") ? "=" + whole : whole);
    if (!inOrder.isEmpty()) {
      ours.put("values", JsonArray.copyOf(inOrder));
    }
    options(asked);
    asked
        .findings()
        .approximated("operation", "a statement without rows gives { changed }, not { success }");
    return Optional.of(QUERY);
  }

  /** The parts of a list with commas; a comma inside braces divides nothing. */
  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(list.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(list.substring(start));
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }

  private static void options(AskedSettings asked) {
    asked.ignore("options.queryBatching", "options.nodeVersion", "options.replaceEmptyStrings");
    asked.ignore("options.largeNumbersOutput", "options.treatQueryParametersInSingleQuotesAsText");
  }

  static Optional<String> select(AskedSettings asked, Ours ours) {
    Optional<String> table = table(asked);
    asked.ignore(
        "returnAll", "limit", "sort", "combineConditions", "where", "options.outputColumns");
    if (table.isEmpty()) {
      return Optional.empty();
    }
    Object wanted = asked.value("options.outputColumns");
    String columns = "*";
    if (wanted instanceof JsonArray list && !list.isEmpty() && !list.contains("*")) {
      columns = String.join(", ", list.stream().map(each -> quoted(String.valueOf(each))).toList());
    }
    List<Object> values = new ArrayList<>();
    String order =
        String.join(
            ", ",
            asked.objects("sort.values").stream()
                .map(each ->
                    quoted(String.valueOf(each.get("column")))
                        + ("DESC".equals(each.get("direction")) ? " desc" : ""))
                .toList());
    String statement =
        "select "
            + columns
            + " from "
            + table.get()
            + where(asked, values)
            + (order.isEmpty() ? "" : " order by " + order);
    if (!asked.flag("returnAll", false)) {
      statement += limit(asked.text("limit", "50"), values);
    }
    return statement(asked, ours, statement, values);
  }

  /** A number stands in the statement; what an expression gives becomes a value. */
  private static String limit(String most, List<Object> values) {
    String number = most.startsWith("=") ? most.substring(1).strip() : most.strip();
    if (number.matches("\\d{1,18}")) {
      return " limit " + number;
    }
    values.add(most);
    return " limit cast(? as bigint)";
  }

  static Optional<String> delete(AskedSettings asked, Ours ours) {
    Optional<String> table = table(asked);
    if (asked.text("deleteCommand", "").contains("{{")) {
      asked
          .findings()
          .leftOut(
              "deleteCommand",
              "an expression says what is deleted: write it as a statement of an SQL query node");
      return Optional.empty();
    }
    String command = asked.word("deleteCommand", "truncate");
    asked.ignore("restartSequences", "options.cascade", "where", "combineConditions");
    if (table.isEmpty()) {
      return Optional.empty();
    }
    String cascade = asked.flag("options.cascade", false) ? " cascade" : "";
    List<Object> values = new ArrayList<>();
    String statement =
        switch (command) {
          case "drop" -> "drop table if exists " + table.get() + cascade;
          case "delete" -> "delete from " + table.get() + where(asked, values);
          default ->
              "truncate table "
                  + table.get()
                  + (asked.flag("restartSequences", false) ? " restart identity" : "")
                  + cascade;
        };
    return statement(asked, ours, statement, values);
  }

  static Optional<String> update(AskedSettings asked, Ours ours) {
    Optional<String> table = table(asked);
    Object keys = asked.value("columns.matchingColumns");
    JsonArray entries = values(asked);
    asked.ignore("columns", "options.outputColumns", "dataMode");
    if (table.isEmpty()
        || !(keys instanceof JsonArray list)
        || list.isEmpty()
        || entries.isEmpty()) {
      asked
          .findings()
          .leftOut("operation", "write this update as a statement of an SQL query node");
      return Optional.empty();
    }
    List<String> set = new ArrayList<>();
    List<String> match = new ArrayList<>();
    List<Object> first = new ArrayList<>();
    List<Object> last = new ArrayList<>();
    for (JsonObject each : ForeignNode.objects(entries)) {
      String name = String.valueOf(each.get("column"));
      Object value = each.get("value") == null ? "" : each.get("value");
      boolean key = list.contains(name);
      (key ? match : set).add(quoted(name) + " = ?");
      (key ? last : first).add(value);
    }
    if (set.isEmpty() || match.isEmpty()) {
      asked
          .findings()
          .leftOut("operation", "write this update as a statement of an SQL query node");
      return Optional.empty();
    }
    first.addAll(last);
    String statement =
        "update "
            + table.get()
            + " set "
            + String.join(", ", set)
            + " where "
            + String.join(" and ", match)
            + " returning *";
    return statement(asked, ours, statement, first);
  }

  /** The columns that are set, with their values. */
  static JsonArray values(AskedSettings asked) {
    List<String> names = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    if (asked.value("columns.value") instanceof JsonObject object) {
      for (String name : object.shape().names()) {
        if (object.get(name) != null) {
          names.add(name);
          values.add(object.get(name));
        }
      }
    }
    for (JsonObject each : asked.objects("valuesToSend.values")) {
      names.add(String.valueOf(each.get("column")));
      values.add(each.get("value"));
    }
    return PostgresMapping.entries(names, values);
  }

  private static Optional<String> statement(
      AskedSettings asked, Ours ours, String text, List<Object> values) {
    ours.put("statement", text);
    if (!values.isEmpty()) {
      ours.put(
          "values",
          JsonArray.copyOf(values.stream().map(value -> JsonObject.of("value", value)).toList()));
    }
    options(asked);
    return Optional.of(QUERY);
  }

  private static Optional<String> table(AskedSettings asked) {
    Object table = PostgresMapping.chosen(asked, "table");
    Object schema = PostgresMapping.chosen(asked, "schema");
    if (!(table instanceof String name) || name.isEmpty() || name.startsWith("=")) {
      asked.findings().leftOut("table", "the table's name must be there: write the statement anew");
      return Optional.empty();
    }
    return Optional.of(
        schema instanceof String owner && !owner.isEmpty() && !owner.startsWith("=")
            ? quoted(owner) + "." + quoted(name)
            : quoted(name));
  }

  private static String where(AskedSettings asked, List<Object> values) {
    List<String> conditions = new ArrayList<>();
    for (JsonObject each : asked.objects("where.values")) {
      String column = quoted(String.valueOf(each.get("column")));
      Object value = each.get("value") == null ? "" : each.get("value");
      String operator = each.get("condition") instanceof String text ? text : "equal";
      String comparison =
          switch (operator) {
            case "!=" -> "<>";
            case "LIKE", ">", "<", ">=", "<=" -> operator;
            case "IS NULL", "IS NOT NULL" -> "";
            default -> "=";
          };
      if (comparison.isEmpty()) {
        conditions.add(column + " " + operator);
      } else {
        conditions.add(column + " " + comparison + " ?");
        values.add(value);
      }
    }
    String joined = asked.word("combineConditions", "AND").equals("OR") ? " or " : " and ";
    return conditions.isEmpty() ? "" : " where " + String.join(joined, conditions);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
