package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The run's items as records that scripts see: {@code {json, binary?}}. */
final class RunRecords {
  private RunRecords() {}

  static JsonObject record(Item item) {
    JsonObject json = JsonObject.of("json", item.json());
    return item.binary().isEmpty() ? json : json.with("binary", binary(item));
  }

  static JsonObject binary(Item item) {
    JsonObject.Builder files = JsonObject.builder();
    new TreeMap<>(item.binary()).forEach((name, data) -> files.put(name, file(data)));
    return files.build();
  }

  private static JsonObject file(BinaryData data) {
    int dot = data.fileName().lastIndexOf('.');
    return JsonObject.builder()
        .put("fileName", data.fileName())
        .put("fileExtension", dot < 0 ? "" : data.fileName().substring(dot + 1))
        .put("mimeType", data.mimeType())
        .put("bytes", data.size())
        .put("id", data.id())
        .build();
  }

  /** The first or last item, or undefined. */
  static Object end(ItemList items, boolean first) {
    return items.isEmpty() ? Undefined.VALUE : record(items.get(first ? 0 : items.size() - 1));
  }

  static JsonArray all(Frame frame, ItemList items) {
    frame.chargeArray(items.size());
    @Nullable Object[] records = new @Nullable Object[(int) items.size()];
    int at = 0;
    for (Item item : items) {
      records[at++] = record(item);
    }
    return JsonArray.ofValues(records);
  }

  /** What a node has sent. */
  static Scope.NodeData node(Scope scope, String name) {
    try {
      return scope.node(name);
    } catch (ExpressionException e) {
      throw Failure.raised(e.kind(), e.getMessage());
    }
  }

  /** What a node that has run has sent. */
  static Scope.NodeData executed(Scope scope, String name) {
    Scope.NodeData node = node(scope, name);
    if (!node.executed()) {
      throw Failure.raised(Kind.MISSING_DATA, "node '" + name + "' has not run yet");
    }
    return node;
  }

  /**
   * What a node sent by an output in a run; without either, what it sent first in its newest run.
   *
   * @param output from 0; -1 for the first
   * @param run from 0; -1 for the newest
   */
  static ItemList sent(Scope scope, String name, int output, int run) {
    Scope.NodeData node = executed(scope, name);
    if (output < 0 && run < 0) {
      return node.items();
    }
    if (run >= node.runs()) {
      throw Failure.raised(
          Kind.MISSING_DATA,
          "node '" + name + "' has run " + node.runs() + " times: there is no run " + run);
    }
    return node.items(Math.max(0, output), run);
  }

  /** The item of a node that leads to another item of the input. */
  static JsonObject pairedTo(Scope scope, String name, long position) {
    return record(
        executed(scope, name)
            .pairedItem(position)
            .orElseThrow(() ->
                Failure.raised(
                    Kind.MISSING_DATA,
                    "no single item of node '" + name + "' leads to the item number " + position)));
  }

  static JsonObject paired(Scope scope, String name) {
    return record(
        executed(scope, name)
            .pairedItem()
            .orElseThrow(() ->
                Failure.raised(
                    Kind.MISSING_DATA,
                    "no single item of node '"
                        + name
                        + "' leads to this one: use .first(), .last() or .all()")));
  }

  /** The item with the same index. */
  static JsonObject sameIndex(Scope scope, String name) {
    ItemList items = executed(scope, name).items();
    if (scope.itemIndex() >= items.size()) {
      throw Failure.raised(
          Kind.MISSING_DATA, "node '" + name + "' has no item number " + scope.itemIndex());
    }
    return record(items.get(scope.itemIndex()));
  }
}
