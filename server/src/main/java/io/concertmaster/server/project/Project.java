package io.concertmaster.server.project;

import io.concertmaster.engine.Engine;
import io.concertmaster.server.document.LiveFolder;
import java.io.IOException;

/**
 * A project that is open.
 *
 * @param engine runs its workflows and no others
 * @param folder where its live documents lie
 */
public record Project(String id, Engine engine, LiveFolder folder) {
  /**
   * Something else is live, or active, than before: all that goes by it is brought in line.
   *
   * @throws IOException when the files of what is live cannot be written
   */
  public void refresh() throws IOException {
    folder.sync();
  }
}
