package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Input;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A list as a running node gets it: reading stops when the work is cut short, and of a node that
 * executes once only the first item counts.
 *
 * @param source by which name the store knows all of it, where it does
 */
record GuardedList(ItemList items, long size, Execution execution, Optional<Input> source)
    implements ItemList {
  /** A list that the activation made itself. */
  static GuardedList own(ItemList items, Execution execution) {
    return new GuardedList(items, items.size(), execution, Optional.empty());
  }

  @Override
  public Item get(long index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no item " + index + " in a list of " + size);
    }
    execution.check();
    return items.get(index);
  }

  @Override
  public Iterator<Item> from(long index) {
    Iterator<Item> all = items.from(index);
    return new Iterator<>() {
      private long left = Math.max(0, size - Math.max(0, index));

      @Override
      public boolean hasNext() {
        return left > 0;
      }

      @Override
      public Item next() {
        if (left-- <= 0) {
          throw new NoSuchElementException();
        }
        execution.check();
        return all.next();
      }
    };
  }
}
