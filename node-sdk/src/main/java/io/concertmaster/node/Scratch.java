package io.concertmaster.node;

import io.concertmaster.node.data.ItemList;

/** A list of working data on disk: add items, then read them back as often as needed. */
public interface Scratch extends Output {
  /** The items added so far; nothing can be added afterwards. */
  ItemList finish() throws NodeException;
}
