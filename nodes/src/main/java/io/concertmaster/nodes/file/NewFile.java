package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes files for items: as a stream on the disk first, then in the store. */
final class NewFile {
  private NewFile() {}

  /** Writes a file's bytes. */
  interface Writer {
    void write(OutputStream bytes) throws NodeException, IOException, InterruptedException;
  }

  /** The name that the settings give, or the other one; a name has no folders. */
  static String name(Parameters settings, String otherwise) throws NodeException {
    String name = settings.text("fileName").strip();
    if (name.contains("/") || name.contains("\\")) {
      throw new NodeException(
              "“" + name + "” has a folder in it: name the file only; “Write file” takes paths")
          .atProperty("fileName");
    }
    return name.isEmpty() ? otherwise : name;
  }

  static BinaryData make(NodeContext context, String name, String mimeType, Writer writer)
      throws NodeException, InterruptedException {
    try {
      Path made = Files.createTempFile("concertmaster-", ".part");
      try {
        try (OutputStream bytes = Files.newOutputStream(made)) {
          writer.write(bytes);
        }
        return context.binaries().store(name, mimeType, Files.newInputStream(made));
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw FileTrouble.of("make", name, e);
    }
  }

  /** What an item tells about its file. */
  static JsonObject about(BinaryData file) {
    return JsonObject.builder()
        .put("fileName", file.fileName())
        .put("mimeType", file.mimeType())
        .put("size", file.size())
        .build();
  }
}
