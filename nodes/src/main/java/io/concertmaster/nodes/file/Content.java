package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes that one item wants written; they may be larger than memory. */
interface Content {
  /** The bytes from their start, as a stream to be closed. */
  InputStream open() throws NodeException, IOException;

  /** How many bytes there are. */
  long size();

  /** The content that the settings name for an item. */
  static Content of(NodeContext context, Item item, Parameters settings) throws NodeException {
    if (settings.text("content").equals("text")) {
      String text = settings.text("text");
      boolean ended = !settings.flag("lineBreak") || text.endsWith("\n");
      return bytes((ended ? text : text + "\n").getBytes(StandardCharsets.UTF_8));
    }
    BinaryData file = file(item, settings.requiredText("binaryProperty"));
    return new Content() {
      @Override
      public InputStream open() throws NodeException {
        return context.binaries().open(file);
      }

      @Override
      public long size() {
        return file.size();
      }
    };
  }

  /** Bytes in memory. */
  static Content bytes(byte[] bytes) {
    return new Content() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public long size() {
        return bytes.length;
      }
    };
  }

  /** The file that an item carries under a name. */
  static BinaryData file(Item item, String name) throws NodeException {
    BinaryData file = item.binary().get(name);
    if (file == null) {
      String has =
          item.binary().isEmpty()
              ? "it carries none"
              : "it carries "
                  + String.join(", ", item.binary().keySet().stream().sorted().toList());
      throw new NodeException("The item carries no file “" + name + "”: " + has)
          .atProperty("binaryProperty");
    }
    return file;
  }
}
