package io.concertmaster.engine.local.items;

import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Paired;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list in the store. A walk holds one chunk; a look here and there goes through the cache.
 * Reading throws {@link StoreException} when the store cannot be read or is damaged.
 */
final class StoredList implements ItemList {
  /** What stands for the lineage of an item in a position, in place of what was said. */
  @FunctionalInterface
  interface View {
    List<Paired> lineage(List<Paired> said, long position);
  }

  /** The chunk into which was looked last: the next look is likely to go there too. */
  private record Near(long start, List<Item> items) {}

  /**
   * Where chunks come from.
   *
   * @param bytes gives a chunk for its name in the table of contents
   * @param damage words what is wrong with one
   */
  record Chunks(
      UnaryOperator<byte[]> bytes, BiFunction<String, Throwable, StoreException> damage) {}

  private final Chunks chunks;
  private final ChunkCache cache;
  private final long size;
  private final View view;
  private final Supplier<Contents> source;
  private volatile @Nullable Contents contents;
  private volatile @Nullable Near latest;

  StoredList(Chunks chunks, ChunkCache cache, long size, Supplier<Contents> source, View view) {
    this.chunks = chunks;
    this.cache = cache;
    this.size = size;
    this.source = source;
    this.view = view;
  }

  @Override
  public long size() {
    return size;
  }

  private Contents contents() {
    Contents known = contents;
    if (known == null) {
      known = source.get();
      contents = known;
    }
    return known;
  }

  @Override
  public Item get(long index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no item " + index + " in a list of " + size);
    }
    try {
      Near near = latest;
      if (near == null || index < near.start() || index >= near.start() + near.items().size()) {
        near = near(index);
        latest = near;
      }
      return seen(near.items().get(Math.toIntExact(index - near.start())), index);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw chunks.damage().apply("a chunk of items", e);
    }
  }

  private Near near(long index) {
    Contents parts = contents();
    int part = parts.partOf(index);
    long start = parts.start(part);
    return new Near(start, cache.items(parts.hashes().get(part), start, () -> open(part)));
  }

  private ChunkReader open(int part) {
    Contents parts = contents();
    return new ChunkReader(chunks.bytes().apply(parts.hashes().get(part)), parts.start(part));
  }

  private Item seen(Item item, long position) {
    List<Paired> lineage = view.lineage(item.paired(), position);
    return lineage.equals(item.paired()) ? item : item.pairedTo(lineage);
  }

  @Override
  public Iterator<Item> from(long index) {
    return new Walk(index);
  }

  private final class Walk implements Iterator<Item> {
    private long position;
    private @Nullable ChunkReader chunk;

    Walk(long position) {
      this.position = Math.max(0, position);
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
      try {
        ChunkReader current = chunk;
        if (current == null || !current.hasNext()) {
          current = openHere();
          chunk = current;
        }
        Item item = current.next(view);
        position++;
        return item;
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw chunks.damage().apply("a chunk of items", e);
      }
    }

    private ChunkReader openHere() {
      Contents parts = contents();
      int part = parts.partOf(position);
      ChunkReader reader = open(part);
      for (long skip = parts.start(part); skip < position; skip++) {
        reader.next();
      }
      return reader;
    }
  }
}
