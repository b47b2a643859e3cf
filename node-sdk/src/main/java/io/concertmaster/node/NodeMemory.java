package io.concertmaster.node;

import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;

/**
 * What a node keeps from one of its activations to the next in the same run: a loop's place, say.
 * What an activation changes holds from the moment at which it is done; one that fails or is cut
 * short leaves no trace.
 *
 * <p>Lists of items are kept by reference: to keep what an input holds costs the same for one item
 * and for a million, and adding to a list does not copy it. Items that are read back are paired
 * with what they came from, so that a node sends them on with the right lineage by just adding them
 * to an output.
 */
public interface NodeMemory {
  /** The longest JSON text that is kept, in characters: lists are the place for data. */
  int LIMIT = 1_000_000;

  /** Small values; expressions read them as {@code $('Name').context}. Empty at first. */
  JsonObject values();

  /**
   * Keeps small values in place of those before.
   *
   * @throws NodeException when they are longer than {@link #LIMIT}
   */
  void values(JsonObject changed) throws NodeException;

  /** A kept list; an empty one where there is none of that name. */
  ItemList list(String name);

  /**
   * Keeps a list in place of the one of that name.
   *
   * @throws NodeException when the store cannot take it
   */
  void keep(String name, ItemList items) throws NodeException, InterruptedException;

  /**
   * Adds items at the end of the list of that name.
   *
   * @throws NodeException when the store cannot take them
   */
  void append(String name, ItemList items) throws NodeException, InterruptedException;
}
