package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.FileStore;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.Binaries;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.BinaryData;
import java.io.IOException;
import java.io.InputStream;

/** The store of files as nodes see it. */
record StoredFiles(FileStore files) implements Binaries {
  @Override
  public BinaryData store(String fileName, String mimeType, InputStream bytes)
      throws NodeException, InterruptedException {
    try (bytes) {
      return files.store(fileName, mimeType, bytes);
    } catch (IOException e) {
      throw new NodeException("“" + fileName + "” cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public InputStream open(BinaryData file) throws NodeException {
    try {
      return files.open(file);
    } catch (StoreException e) {
      throw new NodeException(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new NodeException("the store has no file “" + file.fileName() + "”", e);
    }
  }
}
