package io.concertmaster.engine.local.items;

import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Items in memory as rows, one behind the other in slabs: with five short fields a row takes some
 * 60 bytes, the item as objects 280. Used by one thread.
 */
public final class RowPack {
  /** A slab is full with so many bytes. */
  private static final int SLAB = 256 * 1024;

  private static final int SMALLEST = 256;

  /** How many rows are fetched from memory together. */
  private static final int AHEAD = 64;

  /** How many bytes a processor fetches at once. */
  private static final int LINE = 64;

  private final ScratchFile file;
  private final RowWriter writer;
  private final ByteReader in = new ByteReader(new byte[0]);
  private final RowReader reader;
  private final List<byte[]> slabs = new ArrayList<>();
  private ByteWriter slab = new ByteWriter(1_024);

  /** Where each row begins: number of its slab, and the place in it. */
  private long[] starts = new long[SMALLEST];

  private int size;
  private long full;

  /** Only so that touching rows is not left out as useless. */
  @SuppressWarnings("UnusedVariable")
  private int touched;

  /** An empty pack, which spills into a file. */
  public RowPack(ScratchFile file) {
    this.file = file;
    this.writer = new RowWriter(file.shapes());
    this.reader = new RowReader(in, new ValueReader(in, file.shapes()));
  }

  /** How many items are in it. */
  public int size() {
    return size;
  }

  /** How many bytes of memory it takes. */
  public long bytes() {
    return full + slab.capacity() + (long) starts.length * Long.BYTES;
  }

  /**
   * Adds an item at the end.
   *
   * @throws IllegalArgumentException when the item is too large
   */
  public void add(Item item) {
    if (slab.size() >= SLAB) {
      slabs.add(slab.toArray());
      full += slab.size();
      slab.clear();
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size + (size >> 1));
    }
    int start = slab.size();
    try {
      writer.write(slab, item);
    } catch (TooLargeException e) {
      slab.truncate(start);
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    starts[size++] = (long) slabs.size() << Integer.SIZE | start;
  }

  private byte[] slab(int number) {
    return number < slabs.size() ? slabs.get(number) : slab.bytes();
  }

  /** An item, read from its row. */
  public Item get(int index) {
    long start = starts[index];
    in.aim(slab((int) (start >>> Integer.SIZE)), (int) start);
    return reader.read();
  }

  /**
   * The items of some places, in the order of the places.
   *
   * <p>Rows in a sorted order lie all over the memory, and waiting for the first byte of each would
   * take longer than reading it. So a few rows ahead are touched together, and the processor waits
   * for them all at once.
   */
  public Iterator<Item> inOrder(int[] places) {
    return new Iterator<>() {
      private int next;
      private int near;

      @Override
      public boolean hasNext() {
        return next < places.length;
      }

      @Override
      public Item next() {
        if (next >= places.length) {
          throw new NoSuchElementException();
        }
        if (next == near) {
          near = Math.min(places.length, near + AHEAD);
          touch(places, next, near);
        }
        return get(places[next++]);
      }
    };
  }

  private void touch(int[] places, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      long start = starts[places[i]];
      byte[] slab = slab((int) (start >>> Integer.SIZE));
      sum += slab[(int) start] + slab[Math.min((int) start + LINE, slab.length - 1)];
    }
    touched = sum;
  }

  /** Empties the pack. */
  public void clear() {
    slabs.clear();
    slab = new ByteWriter(1_024);
    starts = new long[SMALLEST];
    size = 0;
    full = 0;
  }

  /**
   * Writes rows to the file in an order, as they are, and empties the pack.
   *
   * @throws StoreException when the disk is full or the file cannot be written
   */
  public ItemList spill(int[] order) {
    ScratchRows rows = new ScratchRows(file);
    for (int index : order) {
      long start = starts[index];
      int number = (int) (start >>> Integer.SIZE);
      rows.add(slab(number), (int) start, end(index, number) - (int) start);
    }
    clear();
    return rows.finish();
  }

  private int end(int index, int number) {
    boolean lastOfSlab = index + 1 == size || starts[index + 1] >>> Integer.SIZE != number;
    if (!lastOfSlab) {
      return (int) starts[index + 1];
    }
    return number < slabs.size() ? slabs.get(number).length : slab.size();
  }
}
