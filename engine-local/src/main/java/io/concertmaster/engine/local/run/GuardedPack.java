package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.RowPack;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Pack;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.Iterator;

/** Items that a running node holds: using them stops when the work is cut short. */
record GuardedPack(RowPack rows, Execution execution) implements Pack {
  @Override
  public void add(Item item) throws NodeException {
    execution.hold(item, rows::add);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public long bytes() {
    return rows.bytes();
  }

  @Override
  public Item get(int index) {
    execution.check();
    return rows.get(index);
  }

  @Override
  public Iterator<Item> inOrder(int[] places) {
    Iterator<Item> items = rows.inOrder(places);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public Item next() {
        execution.check();
        return items.next();
      }
    };
  }

  @Override
  public void clear() {
    rows.clear();
  }

  @Override
  public ItemList spill(int[] order) {
    return GuardedList.own(rows.spill(order), execution);
  }
}
