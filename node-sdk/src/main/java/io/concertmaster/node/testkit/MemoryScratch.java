package io.concertmaster.node.testkit;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.List;

/** Working data in memory. */
final class MemoryScratch implements Scratch {
  private final List<Item> items = new ArrayList<>();
  private boolean finished;

  @Override
  public void add(Item item) throws NodeException {
    if (finished) {
      throw new IllegalStateException("this working data is finished: nothing can be added");
    }
    items.add(item);
  }

  @Override
  public ItemList finish() {
    finished = true;
    return ItemList.of(items);
  }
}
