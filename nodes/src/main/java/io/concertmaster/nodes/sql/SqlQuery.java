package io.concertmaster.nodes.sql;

import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Executes a statement with bound values and sends its rows on. */
public final class SqlQuery implements NodeType {
  private static final int FETCH = 1_000;

  @Override
  public NodeDescriptor descriptor() {
    return SqlQueryFace.DESCRIPTOR;
  }

  @Override
  public Effect effect(JsonObject parameters) {
    return parameters.get("statement") instanceof String statement && reads(statement)
        ? Effect.READS
        : Effect.UNSAFE;
  }

  /** An expression may become any statement. */
  private static boolean reads(String statement) {
    try {
      return !statement.startsWith("=") && SqlText.parse(statement, false, Dialect.SQLITE).reads();
    } catch (NodeException e) {
      return false;
    }
  }

  @Override
  public String caption(JsonObject parameters) {
    return SqlCaption.of(parameters, "");
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    boolean reads = reads(settings.text("statement"));
    SqlConnection.Use use = reads ? SqlConnection.Use.READ : SqlConnection.Use.CREATE;
    try (Database database = SqlConnection.open(context, settings, use)) {
      if (settings.text("run").equals("once")) {
        execute(context, database, settings, UnaryOperator.identity());
      } else {
        forEachItem(context, database);
      }
      database.connection().commit();
    } catch (SQLException e) {
      throw SqlTrouble.of("The statement failed", e);
    }
    return NodeResult.done();
  }

  /** An item that fails is taken back alone, so that the others can go on. */
  private static void forEachItem(NodeContext context, Database database)
      throws NodeException, InterruptedException, SQLException {
    long position = 0;
    for (Item item : context.input()) {
      long own = position++;
      Savepoint before = database.connection().setSavepoint();
      try {
        execute(context, database, context.parameters(item, own), row -> row.pairedTo(own, 0));
      } catch (SQLException e) {
        database.connection().rollback(before);
        context.reject(item, own, SqlTrouble.of("The statement failed", e));
      } catch (NodeException e) {
        database.connection().rollback(before);
        context.reject(item, own, e);
      }
      database.connection().releaseSavepoint(before);
    }
  }

  private static void execute(
      NodeContext context, Database database, Parameters settings, UnaryOperator<Item> pairing)
      throws NodeException, InterruptedException, SQLException {
    JsonObject named = settings.object("named");
    SqlText text =
        SqlText.parse(settings.requiredText("statement"), !named.isEmpty(), database.dialect());
    List<@Nullable Object> values = values(settings, text, named);
    try (PreparedStatement statement = database.connection().prepareStatement(text.jdbc())) {
      statement.setFetchSize(FETCH);
      for (int i = 0; i < values.size(); i++) {
        SqlValues.bind(statement, i + 1, values.get(i));
      }
      boolean result = Interruptible.call(statement, statement::execute);
      if (!result) {
        long changed = Math.max(0, statement.getUpdateCount());
        context.output().add(pairing.apply(Item.of(SqlValues.changed(changed))));
        return;
      }
      try (ResultSet rows = statement.getResultSet()) {
        RowReader reader = new RowReader(rows, database.dialect());
        while (rows.next()) {
          context.output().add(pairing.apply(Item.of(reader.row())));
        }
      }
    }
  }

  private static List<@Nullable Object> values(Parameters settings, SqlText text, JsonObject named)
      throws NodeException {
    List<@Nullable Object> values = new ArrayList<>();
    if (!named.isEmpty()) {
      for (String name : text.names()) {
        if (!named.containsKey(name)) {
          throw new NodeException("“Named values” has none for :" + name).atProperty("named");
        }
        values.add(named.get(name));
      }
      return values;
    }
    for (Parameters entry : settings.entries("values")) {
      values.add(entry.value("value"));
    }
    if (values.size() != text.names().size()) {
      throw new NodeException(
              "The statement has "
                  + text.names().size()
                  + " question marks, “Values” has "
                  + values.size())
          .atProperty("values");
    }
    return values;
  }
}
