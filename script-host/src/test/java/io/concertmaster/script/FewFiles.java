package io.concertmaster.script;

import io.concertmaster.node.Binaries;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.BinaryData;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;

/**
 * Files that are there already.
 *
 * @param byId their bytes
 */
record FewFiles(Map<String, byte[]> byId) implements Binaries {
  static final FewFiles NONE = new FewFiles(Map.of());

  @Override
  public BinaryData store(String fileName, String mimeType, InputStream bytes) {
    throw new UnsupportedOperationException("scripts store nothing themselves");
  }

  @Override
  public InputStream open(BinaryData file) throws NodeException {
    byte[] bytes = byId.get(file.id());
    if (bytes == null) {
      throw new NodeException("there is no file " + file.id());
    }
    return new ByteArrayInputStream(bytes);
  }
}
