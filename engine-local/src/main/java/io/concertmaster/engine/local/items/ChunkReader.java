package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Paired;
import java.util.List;

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

  /** The next item with the lineage that was said. */
  Item next() {
    return next((said, at) -> said);
  }

  /** The next item, with the lineage that it has in a view. */
  Item next(StoredList.View view) {
    List<Paired> said = rows.readLineage(position, previous);
    if (said.size() == 1) {
      previous = said.getFirst().item();
    }
    Item item = rows.readRest(view.lineage(said, position));
    read++;
    position++;
    return item;
  }
}
