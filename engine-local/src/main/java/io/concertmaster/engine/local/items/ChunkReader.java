package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.Item;

/** Decodes the items of a chunk one after the other. */
final class ChunkReader {
  private final ByteReader in;
  private final RowReader rows;
  private final int count;
  private long position;
  private long previous = -1;
  private int read;

  /**
   * A reader of a chunk.
   *
   * @param position of its first item in the list
   * @throws IllegalArgumentException when the chunk is of a newer version
   */
  ChunkReader(byte[] chunk, long position) {
    in = new ByteReader(chunk);
    int version = in.readByte();
    if (version != ChunkWriter.VERSION) {
      throw new IllegalArgumentException("items of format " + version + " need a newer version");
    }
    count = in.readCount();
    rows = new RowReader(in, new ValueReader(in));
    this.position = position;
  }

  int count() {
    return count;
  }

  /** Bytes of the whole chunk. */
  int length() {
    return in.bytes().length;
  }

  boolean hasNext() {
    return read < count;
  }

  Item next() {
    Item item = rows.read(position, previous);
    if (item.paired().size() == 1) {
      previous = item.paired().getFirst().item();
    }
    read++;
    position++;
    return item;
  }
}
