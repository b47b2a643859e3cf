package io.concertmaster.hosted.door;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.node.data.Item;
import java.util.List;

/** The triggers that can be called, and the way in. Called from any thread. */
public interface Door {
  /** The triggers that answer now; the same list as before while nothing changed. */
  List<Opening> openings() throws EngineException;

  /**
   * Begins the run of a call, once for its key where it has one; durable on return.
   *
   * @param key names the call; empty where it has no name
   * @throws EngineException with the reason NOT_ACTIVE when the trigger answers no more, BUSY when
   *     enough runs go on
   */
  RunId call(Opening opening, List<Item> items, String key) throws EngineException;

  /** Whether calls only try the workflow out. */
  boolean isTest();

  /** The way to the active workflows of an engine. */
  static Door of(Engine engine) {
    return new Door() {
      @Override
      public List<Opening> openings() throws EngineException {
        return engine.openings();
      }

      @Override
      public RunId call(Opening opening, List<Item> items, String key) throws EngineException {
        return engine.call(opening.workflowId(), opening.node(), items, key);
      }

      @Override
      public boolean isTest() {
        return false;
      }
    };
  }
}
