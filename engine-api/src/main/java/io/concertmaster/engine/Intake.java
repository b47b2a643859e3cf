package io.concertmaster.engine;

import io.concertmaster.node.data.BinaryData;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes in files that come from outside, to go with the items of {@link Engine#call} or {@link
 * Engine#resume(RunId, String, String, java.util.List)}. Open until that has returned: a file that
 * no run names by then is swept some day.
 */
public interface Intake extends AutoCloseable {
  /**
   * Takes a file in. The stream is read to its end and closed; the bytes are durable on return.
   *
   * @param fileName the name with its extension, without folders
   * @param mimeType such as {@code text/csv}
   * @throws IOException when the stream cannot be read
   * @throws EngineException when the store cannot take it
   */
  BinaryData store(String fileName, String mimeType, InputStream bytes)
      throws IOException, EngineException;

  @Override
  void close();
}
