package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decodes the items of a chunk one after the other. */
final class ChunkReader {
  private final ByteReader in;
  private final ValueReader values;
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
    values = new ValueReader(in);
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
    int head = in.readByte();
    int kind = head & 0x07;
    List<Paired> paired = PairedCodec.read(in, kind, position, previous);
    if (paired.size() == 1) {
      previous = paired.getFirst().item();
    }
    Map<String, BinaryData> files = (head & ChunkWriter.FILES) == 0 ? Map.of() : readFiles();
    JsonObject json = values.readObject();
    read++;
    position++;
    return new Item(json, files, paired);
  }

  private Map<String, BinaryData> readFiles() {
    int size = in.readCount();
    Map<String, BinaryData> files = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      files.put(text(), new BinaryData(text(), text(), text(), in.readUnsigned()));
    }
    return files;
  }

  private String text() {
    if (values.read() instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a file's name is no text");
  }
}
