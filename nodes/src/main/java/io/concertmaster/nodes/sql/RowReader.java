package io.concertmaster.nodes.sql;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes records of the rows of a result; all share one shape. */
final class RowReader {
  private final ResultSet rows;
  private final Dialect dialect;
  private final Shape shape;
  private final String[] types;
  private boolean typed;

  RowReader(ResultSet rows, Dialect dialect) throws SQLException {
    this.rows = rows;
    this.dialect = dialect;
    ResultSetMetaData columns = rows.getMetaData();
    this.types = new String[columns.getColumnCount()];
    Shape names = Shape.empty();
    for (int column = 1; column <= types.length; column++) {
      names = names.with(free(names, columns.getColumnLabel(column)));
    }
    this.shape = names;
  }

  /** A column whose name came before gets a number. */
  private static String free(Shape taken, String name) {
    String free = name;
    for (int number = 2; taken.slot(free) >= 0; number++) {
      free = name + "_" + number;
    }
    return free;
  }

  /** The current row. */
  JsonObject row() throws SQLException {
    if (!typed) {
      // SQLite tells a column's type only while it stands on a row.
      for (int column = 1; column <= types.length; column++) {
        types[column - 1] = SqlValues.type(rows, column, dialect);
      }
      typed = true;
    }
    @Nullable Object[] values = new Object[types.length];
    for (int column = 1; column <= types.length; column++) {
      values[column - 1] = SqlValues.read(rows, column, types[column - 1]);
    }
    return JsonObject.ofSlots(shape, values);
  }
}
