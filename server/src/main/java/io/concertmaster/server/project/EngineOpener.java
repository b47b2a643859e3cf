package io.concertmaster.server.project;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.server.document.LiveFolder;
import java.nio.file.Path;

/** Opens the engine of a project. */
@FunctionalInterface
public interface EngineOpener {
  /**
   * Opens an engine.
   *
   * @param project its id
   * @param folder where its live documents lie, in which its runs find what they call
   * @throws EngineException when its store cannot be opened
   */
  Engine open(Path home, String project, LiveFolder folder) throws EngineException;
}
