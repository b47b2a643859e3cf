package io.concertmaster.nodes.sql;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes items into a table, batch by batch. A batch that fails is taken back and written again row
 * by row, to find the rows that are to blame; those are put aside as the node's policy says.
 */
final class TableWriter {
  private final NodeContext context;
  private final Connection connection;
  private final Table table;
  private final boolean commitBatches;
  private final List<Row> batch = new ArrayList<>();

  /** An item with the values that it writes. */
  @SuppressWarnings("ArrayRecordComponent") // lives from reading to writing, no further
  private record Row(Item item, long position, @Nullable Object[] values) {}

  /**
   * @param commitBatches whether each batch is a transaction of its own; else the caller commits
   */
  TableWriter(NodeContext context, Database database, Table table, boolean commitBatches) {
    this.context = context;
    this.connection = database.connection();
    this.table = table;
    this.commitBatches = commitBatches;
  }

  /** Writes all input items and sends those on that were written. */
  void write() throws NodeException, InterruptedException, SQLException {
    try (PreparedStatement statement = connection.prepareStatement(table.statement())) {
      long start = commitBatches ? context.startPosition() : 0;
      long position = 0;
      for (Item item : context.input()) {
        if (position < start) {
          position++;
          continue;
        }
        try {
          batch.add(new Row(item, position, table.values(context, item, position)));
        } catch (NodeException e) {
          context.reject(item, position, e);
        }
        position++;
        if (batch.size() == table.batch()) {
          flush(statement);
          if (commitBatches) {
            context.doneBefore(position);
          }
        }
      }
      flush(statement);
    }
  }

  private void flush(PreparedStatement statement)
      throws NodeException, InterruptedException, SQLException {
    if (batch.isEmpty()) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    try {
      for (Row row : batch) {
        bind(statement, row);
        statement.addBatch();
      }
      Interruptible.call(statement, statement::executeBatch);
      connection.releaseSavepoint(before);
      for (Row row : batch) {
        context.output().add(row.item());
      }
    } catch (SQLException e) {
      connection.rollback(before);
      statement.clearBatch();
      oneByOne(statement);
    }
    batch.clear();
    if (commitBatches) {
      connection.commit();
    }
  }

  private void oneByOne(PreparedStatement statement)
      throws NodeException, InterruptedException, SQLException {
    for (Row row : batch) {
      Savepoint before = connection.setSavepoint();
      try {
        bind(statement, row);
        Interruptible.call(statement, statement::executeUpdate);
        connection.releaseSavepoint(before);
        context.output().add(row.item());
      } catch (SQLException e) {
        connection.rollback(before);
        context.reject(row.item(), row.position(), SqlTrouble.of("The row was not written", e));
      }
    }
  }

  private static void bind(PreparedStatement statement, Row row) throws SQLException {
    for (int column = 0; column < row.values().length; column++) {
      SqlValues.bind(statement, column + 1, row.values()[column]);
    }
  }
}
