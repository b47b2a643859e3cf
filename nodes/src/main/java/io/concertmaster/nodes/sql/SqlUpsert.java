package io.concertmaster.nodes.sql;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Adds rows to a table, or updates the rows that have their keys. */
public final class SqlUpsert implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return SqlUpsertFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return SqlCaption.of(parameters, "table");
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    List<String> keys = settings.texts("keys");
    if (keys.isEmpty()) {
      throw new NodeException("“Key columns” is empty: name the columns that make a row unique")
          .atProperty("keys");
    }
    SqlConnection.Use use =
        settings.flag("createTable") ? SqlConnection.Use.CREATE : SqlConnection.Use.CHANGE;
    try (Database database = SqlConnection.open(context, settings, use)) {
      Table table = Table.of(context, settings, database, keys, Optional.empty());
      new TableWriter(context, database, table, true).write();
      database.connection().commit();
    } catch (SQLException e) {
      throw SqlTrouble.of("The upsert failed", e);
    }
    return NodeResult.done();
  }
}
