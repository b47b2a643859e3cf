package io.concertmaster.designer.run;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * Something that the window asks of the engine, off its own thread.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface EngineQuestion<T> {
  /** The engine's answer. */
  @Nullable T answer(Engine engine) throws EngineException;
}
