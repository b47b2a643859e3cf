package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Intake;
import io.concertmaster.engine.local.items.FileStore;
import io.concertmaster.engine.local.items.Unnamed;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.BinaryData;
import java.io.IOException;
import java.io.InputStream;

/** Files from outside on their way into a store; what is stored counts as named until the end. */
record LocalIntake(FileStore files, Unnamed.Use use) implements Intake {
  @Override
  public BinaryData store(String fileName, String mimeType, InputStream bytes)
      throws IOException, EngineException {
    try (bytes) {
      return files.store(fileName, mimeType, bytes);
    } catch (StoreException e) {
      throw Failures.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          EngineException.Reason.CLOSED, "the file was cut short: send it again", e);
    }
  }

  @Override
  public void close() {
    use.close();
  }
}
