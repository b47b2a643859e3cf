package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.RunRecords;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import org.jspecify.annotations.Nullable;

/** Items of the run in an expression: what is asked for, and where in the text it stands. */
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
      return item == null ? Undefined.VALUE : RunRecords.record(item);
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
      try {
        return RunRecords.paired(frame.scope(), text(frame, name));
      } catch (Failure e) {
        throw e.at(start, end);
      }
    }
  }

  /** {@code $('Name').itemMatching(index)}. */
  record MatchingItem(Code name, Code index, int start, int end) implements ItemCode {
    @Override
    public Item itemOrNull(Frame frame) {
      long position = (long) Conversions.number(frame, index.run(frame));
      try {
        return RunRecords.pairedTo(frame.scope(), text(frame, name), position);
      } catch (Failure e) {
        throw e.at(start, end);
      }
    }
  }

  /** {@code $node["Name"]}: the item with the same index. */
  record SameIndexItem(Code name, int start, int end) {
    Item item(Frame frame) {
      try {
        return RunRecords.sameIndex(frame.scope(), text(frame, name));
      } catch (Failure e) {
        throw e.at(start, end);
      }
    }
  }

  /** {@code first()} and {@code last()}. */
  record EndItem(Items items, boolean first) implements ItemCode {
    @Override
    public @Nullable Item itemOrNull(Frame frame) {
      return RunRecords.end(items.items(frame), first);
    }
  }

  private static String text(Frame frame, Code name) {
    return name instanceof Code.Constant(Object value) && value instanceof String known
        ? known
        : Conversions.text(frame, name.run(frame));
  }

  /** What a node has sent. */
  static Scope.NodeData node(Frame frame, Code name, int start, int end) {
    try {
      return RunRecords.node(frame.scope(), text(frame, name));
    } catch (Failure e) {
      throw e.at(start, end);
    }
  }

  /** The items of a node that has run. */
  static ItemList items(Frame frame, Code name, int start, int end) {
    try {
      return RunRecords.executed(frame.scope(), text(frame, name)).items();
    } catch (Failure e) {
      throw e.at(start, end);
    }
  }

  /**
   * What a node sent by an output in a run.
   *
   * @param output from 0
   * @param run from 0; less than 0 for the newest
   */
  static ItemList sent(Frame frame, Code name, long output, long run, int start, int end) {
    try {
      return RunRecords.sent(frame.scope(), text(frame, name), output, run);
    } catch (Failure e) {
      throw e.at(start, end);
    }
  }
}
