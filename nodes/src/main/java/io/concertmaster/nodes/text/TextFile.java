package io.concertmaster.nodes.text;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file of an item as a text in UTF-8. */
final class TextFile {
  private static final int MOST = 64 << 20;

  private TextFile() {}

  static String read(NodeContext context, Item item, String name) throws NodeException {
    BinaryData file = item.binary().get(name);
    if (file == null) {
      throw new NodeException("The item has no file “" + name + "”");
    }
    if (file.size() > MOST) {
      throw new NodeException("The file is larger than " + (MOST >> 20) + " MB");
    }
    try (InputStream bytes = context.binaries().open(file)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new NodeException("The file cannot be read: " + e.getMessage(), e);
    }
  }
}
