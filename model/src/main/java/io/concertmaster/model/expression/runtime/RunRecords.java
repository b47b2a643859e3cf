package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The run's items as values: records with {@code json} and, where there are files, {@code binary}.
 * What both tiers ask of a run, they ask here, so that they check and say the same.
 */
public final class RunRecords {
  private RunRecords() {}

  /** An item as a record. */
  public static JsonObject record(Item item) {
    JsonObject json = JsonObject.of("json", item.json());
    return item.binary().isEmpty() ? json : json.with("binary", binary(item));
  }

  /**
   * An item's files as a record, by name: {@code {fileName, fileExtension, mimeType, bytes, id}}.
   */
  public static JsonObject binary(Item item) {
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

  /** The first or last item; null where there is none. */
  public static @Nullable Item end(ItemList items, boolean first) {
    return items.isEmpty() ? null : items.get(first ? 0 : items.size() - 1);
  }

  /**
   * All items as an array.
   *
   * @throws Failure of kind LIMIT where they are too many
   */
  public static JsonArray all(Frame frame, ItemList items) {
    frame.chargeArray(items.size());
    @Nullable Object[] records = new @Nullable Object[(int) items.size()];
    int at = 0;
    for (Item item : items) {
      records[at++] = record(item);
    }
    return JsonArray.ofValues(records);
  }

  /**
   * What a node has sent, or that it has not.
   *
   * @throws Failure where there is no such node
   */
  public static Scope.NodeData node(Scope scope, String name) {
    try {
      return scope.node(name);
    } catch (ExpressionException e) {
      throw Failure.raised(e.kind(), e.getMessage());
    }
  }

  /**
   * What a node that has run has sent.
   *
   * @throws Failure of kind MISSING_DATA where it has not
   */
  public static Scope.NodeData executed(Scope scope, String name) {
    Scope.NodeData node = node(scope, name);
    if (!node.executed()) {
      throw Failure.raised(Kind.MISSING_DATA, "node '" + name + "' has not run yet");
    }
    return node;
  }

  /**
   * What a node sent by an output in a run.
   *
   * @param output from 0; less than 0 for the one by which it sent first
   * @param run from 0; less than 0 for the newest
   */
  public static ItemList sent(Scope scope, String name, long output, long run) {
    Scope.NodeData node = executed(scope, name);
    if (run >= node.runs()) {
      throw Failure.raised(
          Kind.MISSING_DATA,
          "node '" + name + "' has run " + node.runs() + " times: there is no run " + run);
    }
    return node.items(Math.clamp(output, -1, 100_000), Math.clamp(run, -1, 1_000_000_000));
  }

  /** The item of a node that leads to another item of the input. */
  public static Item pairedTo(Scope scope, String name, long position) {
    return executed(scope, name)
        .pairedItem(position)
        .orElseThrow(() ->
            Failure.raised(
                Kind.MISSING_DATA,
                "no single item of node '" + name + "' leads to the item number " + position));
  }

  /** The item of a node that leads to the current one. */
  public static Item paired(Scope scope, String name) {
    Item item = executed(scope, name).pairedItem().orElse(null);
    if (item == null) {
      throw Failure.raised(
          Kind.MISSING_DATA,
          "no single item of node '"
              + name
              + "' leads to this one: use .first(), .last() or .all()");
    }
    return item;
  }

  /** The item of a node with the same index as the current one. */
  public static Item sameIndex(Scope scope, String name) {
    ItemList items = executed(scope, name).items();
    if (scope.itemIndex() >= items.size()) {
      throw Failure.raised(
          Kind.MISSING_DATA, "node '" + name + "' has no item number " + scope.itemIndex());
    }
    return items.get(scope.itemIndex());
  }
}
