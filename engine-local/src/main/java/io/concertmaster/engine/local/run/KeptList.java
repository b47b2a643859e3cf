package io.concertmaster.engine.local.run;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Several lists read as one. */
final class KeptList implements ItemList {
  private final List<ItemList> parts;

  /** Where each part begins; one more for the end. */
  private final long[] starts;

  KeptList(List<ItemList> parts) {
    this.parts = parts;
    this.starts = new long[parts.size() + 1];
    for (int i = 0; i < parts.size(); i++) {
      starts[i + 1] = starts[i] + parts.get(i).size();
    }
  }

  @Override
  public long size() {
    return starts[parts.size()];
  }

  /** The part that holds a position: the last one that begins there or before and is not empty. */
  private int partOf(long index) {
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle + 1] <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public Item get(long index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("no item " + index + " in a list of " + size());
    }
    int part = partOf(index);
    return parts.get(part).get(index - starts[part]);
  }

  @Override
  public Iterator<Item> from(long index) {
    long first = Math.max(0, index);
    return new Iterator<>() {
      private long position = first;
      private int part = first < size() ? partOf(first) : parts.size();
      private Iterator<Item> items =
          part < parts.size()
              ? parts.get(part).from(first - starts[part])
              : List.<Item>of().iterator();

      @Override
      public boolean hasNext() {
        return position < size();
      }

      @Override
      public Item next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        while (!items.hasNext()) {
          items = parts.get(++part).iterator();
        }
        position++;
        return items.next();
      }
    };
  }
}
