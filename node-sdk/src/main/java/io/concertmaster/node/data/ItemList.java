package io.concertmaster.node.data;

import java.util.Iterator;
import java.util.List;

/**
 * An immutable list of items that lies in a store: read it as a stream, it may be larger than
 * memory. Each {@link #iterator} starts at the first item; nothing has to be closed.
 */
public interface ItemList extends Iterable<Item> {
  /** How many items there are. */
  long size();

  /**
   * The item at a position. Reads the chunk around it: for a look here and there, not for a walk.
   *
   * @throws IndexOutOfBoundsException when the position is not in {@code [0, size())}
   */
  Item get(long index);

  /** The items from a position on; an empty walk at or past the end. */
  Iterator<Item> from(long index);

  @Override
  default Iterator<Item> iterator() {
    return from(0);
  }

  /** Whether there is no item. */
  default boolean isEmpty() {
    return size() == 0;
  }

  /** A short list held in memory. */
  static ItemList of(List<Item> items) {
    return new ShortItemList(items);
  }

  /** A short list held in memory. */
  static ItemList of(Item... items) {
    return new ShortItemList(List.of(items));
  }
}
