package io.concertmaster.engine;

import io.concertmaster.node.data.Item;
import java.util.List;

/**
 * A part of a list of items.
 *
 * @param from position of the first item, from 0
 * @param items in their order
 * @param total how many items the whole list has
 */
public record ItemPage(long from, List<Item> items, long total) {
  public ItemPage {
    items = List.copyOf(items);
  }
}
