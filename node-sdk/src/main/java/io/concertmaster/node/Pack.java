package io.concertmaster.node;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.Iterator;

/**
 * Items held in memory as rows of bytes, close together: about a quarter of what they take as
 * objects. What must hold many items (to sort them, say) holds them so, and moves them to disk
 * without taking them apart. It belongs to one activation.
 */
public interface Pack {
  /** Adds an item at the end. */
  void add(Item item) throws NodeException;

  /** How many items are in it. */
  int size();

  /** How many bytes of memory they take. */
  long bytes();

  /**
   * An item, read from its row.
   *
   * @param index its place, from 0
   */
  Item get(int index);

  /** The items of some places, in the order of the places: faster than one by one. */
  Iterator<Item> inOrder(int[] places);

  /** Empties the pack. */
  void clear();

  /**
   * Writes the items to disk and empties the pack.
   *
   * @param order the places of the items to write, in the order in which to write them
   * @return the list on disk, which is gone when the activation ends
   */
  ItemList spill(int[] order) throws NodeException;
}
