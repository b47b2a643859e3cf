package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Items of the run as values: records with {@code json} and, where there are files, {@code binary}.
 */
final class RunData {
  private RunData() {}

  /** A list of items in a frame. */
  interface Items {
    ItemList items(Frame frame);
  }

  /** Code that gives an item, of which a member may be wanted only. */
  interface ItemCode extends Code {
    @Nullable Item itemOrNull(Frame frame);

    @Override
    default @Nullable Object run(Frame frame) {
      Item item = itemOrNull(frame);
      return item == null ? Undefined.VALUE : record(item);
    }
  }

  /** {@code $input.item}. */
  record CurrentItem() implements ItemCode {
    @Override
    public Item itemOrNull(Frame frame) {
      return frame.item();
    }
  }

  /** {@code $('Name').item}. */
  record PairedItem(Code name, int start, int end) implements ItemCode {
    @Override
    public Item itemOrNull(Frame frame) {
      Item item = executed(frame, name, start, end).pairedItem().orElse(null);
      if (item == null) {
        throw Failure.raised(
                Kind.MISSING_DATA,
                "no single item of node '"
                    + Conversions.text(frame, name.run(frame))
                    + "' leads to this one: use .first(), .last() or .all()")
            .at(start, end);
      }
      return item;
    }
  }

  /** {@code $('Name').itemMatching(index)}. */
  record MatchingItem(Code name, Code index, int start, int end) implements ItemCode {
    @Override
    public Item itemOrNull(Frame frame) {
      long position = (long) Conversions.number(frame, index.run(frame));
      return executed(frame, name, start, end)
          .pairedItem(position)
          .orElseThrow(() ->
              Failure.raised(
                      Kind.MISSING_DATA,
                      "no single item of node '"
                          + Conversions.text(frame, name.run(frame))
                          + "' leads to the item number "
                          + position)
                  .at(start, end));
    }
  }

  /** {@code $node["Name"]}: the item with the same index. */
  record SameIndexItem(Code name, int start, int end) {
    Item item(Frame frame) {
      ItemList items = executed(frame, name, start, end).items();
      long index = frame.scope().itemIndex();
      if (index >= items.size()) {
        throw Failure.raised(
                Kind.MISSING_DATA,
                "node '"
                    + Conversions.text(frame, name.run(frame))
                    + "' has no item number "
                    + index)
            .at(start, end);
      }
      return items.get(index);
    }
  }

  /** {@code first()} and {@code last()}. */
  record EndItem(Items items, boolean first) implements ItemCode {
    @Override
    public @Nullable Item itemOrNull(Frame frame) {
      ItemList list = items.items(frame);
      return list.isEmpty() ? null : list.get(first ? 0 : list.size() - 1);
    }
  }

  /** What a node has sent. */
  static Scope.NodeData node(Frame frame, Code name, int start, int end) {
    try {
      String text =
          name instanceof Code.Constant(Object value) && value instanceof String known
              ? known
              : Conversions.text(frame, name.run(frame));
      return frame.scope().node(text);
    } catch (ExpressionException e) {
      throw Failure.raised(e.kind(), e.getMessage()).at(start, end);
    }
  }

  private static Scope.NodeData executed(Frame frame, Code name, int start, int end) {
    Scope.NodeData node = node(frame, name, start, end);
    if (!node.executed()) {
      throw Failure.raised(
              Kind.MISSING_DATA,
              "node '" + Conversions.text(frame, name.run(frame)) + "' has not run yet")
          .at(start, end);
    }
    return node;
  }

  /** The items of a node that has run. */
  static ItemList items(Frame frame, Code name, int start, int end) {
    return executed(frame, name, start, end).items();
  }

  /**
   * What a node sent by an output in a run.
   *
   * @param run from 0; less than 0 for the newest
   */
  static ItemList sent(Frame frame, Code name, long output, long run, int start, int end) {
    Scope.NodeData node = executed(frame, name, start, end);
    if (run >= node.runs()) {
      throw Failure.raised(
              Kind.MISSING_DATA,
              "node '"
                  + Conversions.text(frame, name.run(frame))
                  + "' has run "
                  + node.runs()
                  + " times: there is no run "
                  + run)
          .at(start, end);
    }
    return node.items(Math.clamp(output, -1, 100_000), Math.clamp(run, -1, 1_000_000_000));
  }

  /** All items as an array. */
  static JsonArray all(Frame frame, ItemList items) {
    frame.chargeArray(items.size());
    frame.charge(items.size());
    @Nullable Object[] records = new @Nullable Object[(int) items.size()];
    int at = 0;
    for (Item item : items) {
      records[at++] = record(item);
    }
    return JsonArray.ofValues(records);
  }

  /** An item as a record. */
  static JsonObject record(Item item) {
    JsonObject json = JsonObject.of("json", item.json());
    return item.binary().isEmpty() ? json : json.with("binary", binary(item));
  }

  /** An item's files as a record. */
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
}
