package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Paired;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link RowWriter} wrote. */
final class RowReader {
  private final ByteReader in;
  private final ValueReader values;
  private boolean hasFiles;

  RowReader(ByteReader in, ValueReader values) {
    this.in = in;
    this.values = values;
  }

  /** Reads a row that stands by itself. */
  Item read() {
    return readRest(readLineage(-1, -2));
  }

  /**
   * Reads the beginning of a row: the lineage that was said.
   *
   * @param position of the item in its list
   * @param previous the only ancestor of the item before
   */
  List<Paired> readLineage(long position, long previous) {
    int head = in.readByte();
    hasFiles = (head & RowWriter.FILES) != 0;
    return PairedCodec.read(in, head & 0x07, position, previous);
  }

  /** Reads what follows the lineage; the item gets the one that is given. */
  Item readRest(List<Paired> lineage) {
    Map<String, BinaryData> files = hasFiles ? readFiles() : Map.of();
    return new Item(values.readObject(), files, lineage);
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
