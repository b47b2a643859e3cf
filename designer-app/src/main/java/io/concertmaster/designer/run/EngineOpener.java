package io.concertmaster.designer.run;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;

/** Opens the engine; takes a moment, since its store is read. */
@FunctionalInterface
public interface EngineOpener {
  /** The engine, to be closed by the caller. */
  Engine open() throws EngineException;
}
