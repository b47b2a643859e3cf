package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.util.Map;

/**
 * Writes items as rows: a byte (lineage kind, and a bit for files), the lineage, the files, the
 * record.
 */
final class RowWriter {
  static final int FILES = 0x08;

  private final ValueWriter values;

  RowWriter(Shapes shapes) {
    this.values = new ValueWriter(shapes);
  }

  ValueWriter values() {
    return values;
  }

  /** Writes an item as a row that stands by itself. */
  void write(ByteWriter out, Item item) {
    write(out, item, -1, -2);
  }

  /**
   * Writes an item as a row of a list.
   *
   * @param position of the item in its list
   * @param previous the only ancestor of the item before
   */
  void write(ByteWriter out, Item item, long position, long previous) {
    int kind = PairedCodec.kind(item.paired(), position, previous);
    out.writeByte(kind | (item.binary().isEmpty() ? 0 : FILES));
    PairedCodec.write(out, kind, item.paired(), previous);
    if (!item.binary().isEmpty()) {
      writeFiles(out, item.binary());
    }
    values.writeObject(out, item.json());
  }

  private static void writeFiles(ByteWriter out, Map<String, BinaryData> files) {
    out.writeUnsigned(files.size());
    files.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> {
          ValueWriter.writeText(out, entry.getKey());
          ValueWriter.writeText(out, entry.getValue().id());
          ValueWriter.writeText(out, entry.getValue().fileName());
          ValueWriter.writeText(out, entry.getValue().mimeType());
          out.writeUnsigned(entry.getValue().size());
        });
  }
}
