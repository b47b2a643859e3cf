package io.concertmaster.node;

import io.concertmaster.node.data.BinaryData;
import java.io.InputStream;

/** The store of files that travel with items. */
public interface Binaries {
  /**
   * Takes a file in. The stream is read to its end and closed.
   *
   * @param fileName the name with its extension, without folders
   * @param mimeType such as {@code text/csv}
   * @throws NodeException when reading or storing fails
   * @throws InterruptedException when the run was cancelled or the node's time is over
   */
  BinaryData store(String fileName, String mimeType, InputStream bytes)
      throws NodeException, InterruptedException;

  /**
   * The bytes of a file, as a stream to be closed.
   *
   * @throws NodeException when the store does not have them
   */
  InputStream open(BinaryData file) throws NodeException;
}
