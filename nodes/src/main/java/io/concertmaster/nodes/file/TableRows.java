package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items as rows of a table.
 *
 * @param columns the names, in order
 * @param header whether the names are the first row
 * @param flat whether fields inside fields are columns of their own, called by the way to them
 */
record TableRows(NodeContext context, List<String> columns, boolean header, boolean flat) {
  private static final int CHECK_EVERY = 1_024;

  /** Takes one row after the other. */
  interface Sink {
    /**
     * Takes a row.
     *
     * @param row its number, from 0, the header counted
     * @param cells one value for each column; {@code null} for none
     */
    void row(long row, @Nullable Object[] cells) throws NodeException, IOException;
  }

  static TableRows of(NodeContext context, Parameters settings)
      throws NodeException, InterruptedException {
    boolean flat = settings.flag("flatten");
    List<String> columns =
        flat && settings.texts("columns").isEmpty()
            ? flatColumns(context)
            : Columns.of(context, settings);
    return new TableRows(context, columns, settings.flag("header"), flat);
  }

  private static List<String> flatColumns(NodeContext context) throws InterruptedException {
    Shape columns = Shape.empty();
    long count = 0;
    for (Item item : context.input()) {
      for (String name : flattened(item.json()).shape().names()) {
        columns = columns.with(name);
      }
      if (++count % CHECK_EVERY == 0) {
        context.checkInterrupted();
      }
    }
    return columns.names();
  }

  /** How many rows there are, the header counted. */
  long size() {
    return context.input().size() + (header ? 1 : 0);
  }

  /** Gives the rows, the header first where there is one. */
  void each(Sink sink) throws NodeException, IOException, InterruptedException {
    long row = 0;
    if (header) {
      sink.row(row++, columns.toArray());
    }
    for (Item item : context.input()) {
      if (row % CHECK_EVERY == 0) {
        context.checkInterrupted();
      }
      JsonObject record = flat ? flattened(item.json()) : item.json();
      @Nullable Object[] cells = new Object[columns.size()];
      for (int column = 0; column < cells.length; column++) {
        cells[column] = record.get(columns.get(column));
      }
      sink.row(row++, cells);
    }
  }

  /** A record whose fields are no objects and no lists: {@code a.b}, {@code a.0}. */
  static JsonObject flattened(JsonObject record) {
    if (record.values().stream()
        .noneMatch(value -> value instanceof JsonObject || value instanceof JsonArray)) {
      return record;
    }
    JsonObject.Builder flat = JsonObject.builder();
    for (String name : record.shape().names()) {
      put(flat, name, record.get(name));
    }
    return flat.build();
  }

  private static void put(JsonObject.Builder flat, String name, @Nullable Object value) {
    switch (value) {
      case JsonObject object -> {
        for (String field : object.shape().names()) {
          put(flat, name + "." + field, object.get(field));
        }
      }
      case JsonArray list -> {
        for (int i = 0; i < list.size(); i++) {
          put(flat, name + "." + i, list.get(i));
        }
      }
      case null, default -> flat.put(name, value);
    }
  }
}
