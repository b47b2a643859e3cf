package io.concertmaster.node;

import io.concertmaster.node.data.Item;

/** Takes the items that leave a node by one output. */
public interface Output {
  /**
   * Adds an item at the end. It may wait for the store.
   *
   * @throws InterruptedException when the run was cancelled or the node's time is over
   * @throws NodeException when the store cannot take it (a full disk, say)
   */
  void add(Item item) throws InterruptedException, NodeException;
}
