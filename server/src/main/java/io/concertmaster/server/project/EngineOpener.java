package io.concertmaster.server.project;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.WorkflowSource;
import java.nio.file.Path;

/** Opens the engine of a project. */
@FunctionalInterface
public interface EngineOpener {
  /**
   * Opens an engine.
   *
   * @param project its id
   * @param workflows reads the workflows that its runs call
   * @throws EngineException when its store cannot be opened
   */
  Engine open(Path home, String project, WorkflowSource workflows) throws EngineException;
}
