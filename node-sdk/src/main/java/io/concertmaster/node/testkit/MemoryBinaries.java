package io.concertmaster.node.testkit;

import io.concertmaster.node.Binaries;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.BinaryData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A store of files in memory. */
final class MemoryBinaries implements Binaries {
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  @Override
  public BinaryData store(String fileName, String mimeType, InputStream bytes)
      throws NodeException {
    try (bytes) {
      byte[] content = bytes.readAllBytes();
      String id = "file-" + (files.size() + 1);
      files.put(id, content);
      return new BinaryData(id, fileName, mimeType, content.length);
    } catch (IOException e) {
      throw new NodeException("Cannot read “" + fileName + "”: " + e.getMessage(), e);
    }
  }

  @Override
  public InputStream open(BinaryData file) throws NodeException {
    byte[] content = files.get(file.id());
    if (content == null) {
      throw new NodeException("The store does not have “" + file.fileName() + "”");
    }
    return new ByteArrayInputStream(content);
  }
}
