package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.util.Map;

/**
 * Encodes the items of one chunk, then of the next.
 *
 * <p>Design note. A chunk stands by itself: version, number of items, the shapes of all records in
 * it, rows. A row is a byte (lineage kind, and a bit for files), the lineage, the files, the
 * record: number of its shape and a value a slot, each behind a {@link Tag}. Names are therefore
 * written once a chunk; and the same items at the same positions give the same bytes, so that a
 * list which passes a node unchanged takes no more room.
 */
final class ChunkWriter {
  /** The most items of a chunk. */
  static final int ITEMS = 1_024;

  /** A chunk with that many bytes is full, so that large items make short chunks. */
  static final int BYTES = 1024 * 1024;

  static final int VERSION = 1;
  static final int FILES = 0x08;

  private final ValueWriter values = new ValueWriter();
  private final ByteWriter rows = new ByteWriter(64 * 1024);
  private long previous = -1;
  private int count;

  int count() {
    return count;
  }

  /** Whether the next item belongs into the next chunk. */
  boolean isFull() {
    return count >= ITEMS || rows.size() >= BYTES;
  }

  /** Adds an item; its position is counted in the whole list. */
  void add(Item item, long position) {
    int kind = PairedCodec.kind(item.paired(), position, previous);
    rows.writeByte(kind | (item.binary().isEmpty() ? 0 : FILES));
    PairedCodec.write(rows, kind, item.paired(), previous);
    if (item.paired().size() == 1) {
      previous = item.paired().getFirst().item();
    }
    if (!item.binary().isEmpty()) {
      writeFiles(item.binary());
    }
    values.writeObject(rows, item.json());
    count++;
  }

  private void writeFiles(Map<String, BinaryData> files) {
    rows.writeUnsigned(files.size());
    files.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> {
          ValueWriter.writeText(rows, entry.getKey());
          ValueWriter.writeText(rows, entry.getValue().id());
          ValueWriter.writeText(rows, entry.getValue().fileName());
          ValueWriter.writeText(rows, entry.getValue().mimeType());
          rows.writeUnsigned(entry.getValue().size());
        });
  }

  /** The bytes of the chunk; the next one begins. */
  byte[] finish() {
    ByteWriter chunk = new ByteWriter(rows.size() + values.dictionarySize() + 16);
    chunk.writeByte(VERSION);
    chunk.writeUnsigned(count);
    values.writeDictionary(chunk);
    chunk.write(rows);
    rows.clear();
    values.clear();
    previous = -1;
    count = 0;
    return chunk.toArray();
  }
}
