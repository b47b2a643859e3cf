package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code postgres} from version 2 on. Where the server is and who signs in, n8n keeps in a
 * credential, of which the file has the name.
 */
final class PostgresMapping implements NodeMapping {
  /** The choice of our SQL nodes with which server and account stand in a credential. */
  static final String BY_CREDENTIAL = "postgresCredential";

  @Override
  public List<String> types() {
    return List.of("n8n-nodes-base.postgres");
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    if (node.version() < 2) {
      findings.leftOut("", "version 1 of this node is not read: replace it by an SQL node");
      return Optional.empty();
    }
    AskedSettings asked = new AskedSettings(node, findings);
    boolean named = asked.hasCredential("postgres");
    Ours ours = new Ours().put("database", named ? BY_CREDENTIAL : "postgresql");
    String operation = asked.word("operation", "insert");
    asked.ignore("resource");
    Optional<String> type =
        switch (operation) {
          case "executeQuery" -> SqlStatements.query(asked, ours);
          case "select" -> SqlStatements.select(asked, ours);
          case "update" -> SqlStatements.update(asked, ours);
          case "deleteTable" -> SqlStatements.delete(asked, ours);
          case "insert", "upsert" -> rows(asked, ours, operation);
          default -> {
            findings.leftOut("operation", "the operation “" + operation + "” is not known here");
            yield Optional.empty();
          }
        };
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (!named) {
      findings.approximated(
          "credentials.postgres", "enter the server, the database and who signs in in the node");
    }
    asked.ignore("options.connectionTimeout", "options.delayClosingIdleConnection");
    asked.tellRest();
    return type.map(id -> Mapped.of(id, ours.settings()));
  }

  private static Optional<String> rows(AskedSettings asked, Ours ours, String operation) {
    ours.put("table", chosen(asked, "table"));
    ours.put("schema", chosen(asked, "schema"), "public");
    boolean upsert = operation.equals("upsert");
    columns(asked, ours);
    asked.ignore("columns", "options.outputColumns", "options.queryBatching");
    asked.ignore(
        "options.nodeVersion", "options.largeNumbersOutput", "options.replaceEmptyStrings");
    asked
        .findings()
        .approximated("operation", "the items go on as they came, not the rows that were written");
    if (upsert) {
      Object keys = asked.value("columns.matchingColumns");
      ours.put("keys", keys instanceof JsonArray list ? list : asked.value("columnToMatchOn"));
      asked.ignore("columnToMatchOn", "valueToMatchOn");
    } else if (asked.flag("options.skipOnConflict", false)) {
      asked.findings().leftOut("options.skipOnConflict", "a row that is there already is an error");
    }
    return Optional.of(upsert ? "sql.upsert" : "sql.insert");
  }

  private static void columns(AskedSettings asked, Ours ours) {
    boolean all =
        asked
            .word("columns.mappingMode", asked.word("dataMode", "autoMapInputData"))
            .equals("autoMapInputData");
    if (all) {
      return;
    }
    ours.put("columns", "mapped").put("mapping", SqlStatements.values(asked));
  }

  /** A table or schema: a text, or what was picked from a list. */
  static @Nullable Object chosen(AskedSettings asked, String name) {
    Object value = asked.value(name);
    return value instanceof JsonObject picked ? picked.get("value") : value;
  }

  /** Names and values of columns as entries. */
  static JsonArray entries(List<String> names, List<@Nullable Object> values) {
    List<JsonObject> entries = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      entries.add(JsonObject.of("column", names.get(i), "value", values.get(i)));
    }
    return JsonArray.copyOf(entries);
  }
}
