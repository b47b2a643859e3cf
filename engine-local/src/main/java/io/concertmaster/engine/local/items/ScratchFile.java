package io.concertmaster.engine.local.items;

import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A list of items in a temporary file, in the chunks of the store; nothing of it is durable. Used
 * by one thread.
 */
public final class ScratchFile implements AutoCloseable {
  private record Part(long offset, int length, long start, int count) {}

  private final Path path;
  private final RandomAccessFile file;
  private final ChunkWriter chunk = new ChunkWriter();
  private final List<Part> parts = new ArrayList<>();
  private long size;
  private long end;
  private boolean finished;

  /** Makes a new file in a folder. */
  public ScratchFile(Path folder) throws IOException {
    Files.createDirectories(folder);
    path = Files.createTempFile(folder, "scratch-", ".items");
    file = new RandomAccessFile(path.toFile(), "rw");
  }

  /**
   * Adds an item at the end.
   *
   * @throws StoreException when the disk is full
   */
  public void add(Item item) throws IOException {
    if (finished) {
      throw new IllegalStateException("the list is finished: nothing can be added");
    }
    if (chunk.isFull()) {
      flush();
    }
    chunk.add(item, size);
    size++;
  }

  private void flush() throws IOException {
    int count = chunk.count();
    byte[] frame = Frame.pack(chunk.finish());
    try {
      file.seek(end);
      file.write(frame);
    } catch (IOException e) {
      throw StoreException.ifFull(path, e).orElseThrow(() -> e);
    }
    parts.add(new Part(end, frame.length, size - count, count));
    end += frame.length;
  }

  /** The items; nothing can be added afterwards. */
  public ItemList finish() throws IOException {
    if (chunk.count() > 0) {
      flush();
    }
    finished = true;
    return new Items();
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }

  private ChunkReader open(int part) {
    Part place = parts.get(part);
    byte[] frame = new byte[place.length()];
    try {
      file.seek(place.offset());
      file.readFully(frame);
    } catch (IOException e) {
      throw new UncheckedIOException("working data cannot be read: " + e.getMessage(), e);
    }
    return new ChunkReader(Frame.unpack(frame), place.start());
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
    private final ChunkCache cache = new ChunkCache();

    @Override
    public long size() {
      return size;
    }

    @Override
    public Item get(long index) {
      if (index < 0 || index >= size) {
        throw new IndexOutOfBoundsException("no item " + index + " in a list of " + size);
      }
      int part = partOf(index);
      long start = parts.get(part).start();
      return cache.items(new byte[0], start, () -> open(part)).get(Math.toIntExact(index - start));
    }

    @Override
    public Iterator<Item> from(long index) {
      return new Walk(Math.max(0, index));
    }
  }

  private final class Walk implements Iterator<Item> {
    private long position;
    private @Nullable ChunkReader reader;

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
      ChunkReader current = reader;
      if (current == null || !current.hasNext()) {
        int part = partOf(position);
        current = open(part);
        for (long skip = parts.get(part).start(); skip < position; skip++) {
          current.next();
        }
        reader = current;
      }
      position++;
      return current.next();
    }
  }
}
