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
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds a row to a table for each item, all in one transaction. */
public final class SqlInsert implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return SqlInsertFace.DESCRIPTOR;
  }

  @Override
  public Effect effect(JsonObject parameters) {
    return Boolean.TRUE.equals(parameters.get("once")) || !keyColumn(parameters).isEmpty()
        ? Effect.IDEMPOTENT
        : Effect.UNSAFE;
  }

  private static String keyColumn(JsonObject parameters) {
    @Nullable Object column = parameters.get("keyColumn");
    return column instanceof String text ? text.strip() : "";
  }

  @Override
  public String caption(JsonObject parameters) {
    return SqlCaption.of(parameters, "table");
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    boolean once = settings.flag("once");
    SqlConnection.Use use =
        settings.flag("createTable") ? SqlConnection.Use.CREATE : SqlConnection.Use.CHANGE;
    try (Database database = SqlConnection.open(context, settings, use)) {
      if (once && DoneTable.has(database, context.idempotencyKey())) {
        context.log("An earlier try has inserted these rows");
        for (Item item : context.input()) {
          context.output().add(item);
        }
        return NodeResult.done();
      }
      Optional<String> keyColumn =
          Optional.of(settings.text("keyColumn").strip()).filter(name -> !name.isEmpty());
      Table table = Table.of(context, settings, database, List.of(), keyColumn);
      new TableWriter(context, database, table, false).write();
      if (once) {
        DoneTable.add(database, context.idempotencyKey(), context.startedAt());
      }
      database.connection().commit();
    } catch (SQLException e) {
      throw SqlTrouble.of("The insert failed", e);
    }
    return NodeResult.done();
  }
}
