package io.concertmaster.engine.local.items;

import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A list of items in a {@link ScratchFile}, as rows in blocks. Used by one thread. */
public final class ScratchRows {
  /** A block is full with so many bytes: as many lists are read at a time as a sort merges. */
  private static final int BLOCK = 64 * 1024;

  private record Part(long offset, int length, long start) {}

  private final ScratchFile file;
  private final RowWriter writer;
  private final ByteWriter block = new ByteWriter(1_024);
  private final List<Part> parts = new ArrayList<>();
  private long blockStart;
  private long size;
  private boolean finished;

  /** An empty list. */
  public ScratchRows(ScratchFile file) {
    this.file = file;
    this.writer = new RowWriter(file.shapes());
  }

  /**
   * Adds an item at the end.
   *
   * @throws StoreException when the disk is full or the file cannot be written
   * @throws IllegalArgumentException when the item is too large
   */
  public void add(Item item) {
    begin();
    try {
      writer.write(block, item);
    } catch (TooLargeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    size++;
  }

  /** Adds a row as it is, written with the shapes of the file. */
  void add(byte[] bytes, int from, int length) {
    begin();
    block.writeBytes(bytes, from, length);
    size++;
  }

  private void begin() {
    if (finished) {
      throw new IllegalStateException("the list is finished: nothing can be added");
    }
    if (block.size() >= BLOCK) {
      flush();
    }
  }

  private void flush() {
    parts.add(new Part(file.append(block.bytes(), block.size()), block.size(), blockStart));
    blockStart = size;
    block.clear();
  }

  /** The items; nothing can be added afterwards. */
  public ItemList finish() {
    if (block.size() > 0) {
      flush();
    }
    finished = true;
    block.drop();
    return new Items();
  }

  private int partOf(long position) {
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (parts.get(middle).start() <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private final class Items implements ItemList {
    @Override
    public long size() {
      return size;
    }

    @Override
    public Item get(long index) {
      if (index < 0 || index >= size) {
        throw new IndexOutOfBoundsException("no item " + index + " in a list of " + size);
      }
      return from(index).next();
    }

    @Override
    public Iterator<Item> from(long index) {
      return new Walk(Math.max(0, index));
    }
  }

  private final class Walk implements Iterator<Item> {
    private final ByteReader in = new ByteReader(new byte[0]);
    private final RowReader reader = new RowReader(in, new ValueReader(in, file.shapes()));
    private long position;

    Walk(long position) {
      this.position = position;
    }

    @Override
    public boolean hasNext() {
      return position < size;
    }

    @Override
    public Item next() {
      if (position >= size) {
        throw new NoSuchElementException();
      }
      if (in.isAtEnd()) {
        Part part = parts.get(partOf(position));
        in.aim(file.read(part.offset(), part.length()), 0);
        for (long skip = part.start(); skip < position; skip++) {
          reader.read();
        }
      }
      position++;
      return reader.read();
    }
  }
}
