package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one file go.
 *
 * @param position the position of the item that carries the file
 * @param file the file's name, for messages
 */
record Rows(NodeContext context, long position, String file) {
  /** Sends a row on. */
  void add(JsonObject row) throws NodeException, InterruptedException {
    context.output().add(Item.of(row).pairedTo(position, 0));
  }

  /** Sends a value on that may be no object. */
  void addValue(@Nullable Object value) throws NodeException, InterruptedException {
    add(value instanceof JsonObject object ? object : JsonObject.of("value", value));
  }

  /** Puts a bad row aside, or fails, as the node's policy says. */
  void reject(JsonObject row, NodeException error) throws NodeException {
    context.reject(Item.of(row).pairedTo(position, 0), position, error);
  }
}
