package io.concertmaster.node.data;

import java.util.Iterator;
import java.util.List;

/** Items held in memory. */
record ShortItemList(List<Item> items) implements ItemList {
  ShortItemList {
    items = List.copyOf(items);
  }

  @Override
  public long size() {
    return items.size();
  }

  @Override
  public Item get(long index) {
    return items.get(Math.toIntExact(index));
  }

  @Override
  public Iterator<Item> from(long index) {
    return index >= items.size()
        ? List.<Item>of().iterator()
        : items.listIterator(Math.toIntExact(index));
  }
}
