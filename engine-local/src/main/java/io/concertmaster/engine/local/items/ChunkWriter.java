package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.Item;

/**
 * Encodes the items of one chunk, then of the next.
 *
 * <p>Design note. A chunk stands by itself: version, number of items, the shapes of all records in
 * it, rows of {@link RowWriter}; in a row a record is the number of its shape and a value a slot,
 * each behind a {@link Tag}. Names are therefore written once a chunk; and the same items at the
 * same positions give the same bytes, so that a list which passes a node unchanged takes no more
 * room.
 */
final class ChunkWriter {
  /** The most items of a chunk. */
  static final int ITEMS = 1_024;

  /** A chunk with that many bytes is full, so that large items make short chunks. */
  static final int BYTES = 1024 * 1024;

  static final int VERSION = 1;

  private final Shapes shapes = new Shapes(Integer.MAX_VALUE);
  private final RowWriter writer = new RowWriter(shapes);
  private final ByteWriter rows = new ByteWriter(512);
  private long previous = -1;
  private int count;

  int count() {
    return count;
  }

  /** How many bytes the items take, without the names of their fields. */
  int rowBytes() {
    return rows.size();
  }

  /** Whether the next item belongs into the next chunk. */
  boolean isFull() {
    return count >= ITEMS || rows.size() >= BYTES;
  }

  /** Adds an item; its position is counted in the whole list. */
  void add(Item item, long position) {
    writer.write(rows, item, position, previous);
    if (item.paired().size() == 1) {
      previous = item.paired().getFirst().item();
    }
    count++;
  }

  /** The bytes of the chunk as it is; it goes on. */
  byte[] bytes() {
    ByteWriter chunk = new ByteWriter(rows.size() + 1_024);
    chunk.writeByte(VERSION);
    chunk.writeUnsigned(count);
    writer.values().writeDictionary(chunk);
    chunk.write(rows);
    return chunk.toArray();
  }

  /** The bytes of the chunk; the next one begins. */
  byte[] finish() {
    byte[] bytes = bytes();
    rows.clear();
    shapes.clear();
    previous = -1;
    count = 0;
    return bytes;
  }
}
