package io.concertmaster.hosted.door;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to one trigger of a workflow that is being edited: it takes one call, which begins a run
 * of the workflow as it was when somebody began to listen, and then it is closed again.
 */
public final class TestDoor implements Door {
  private final Engine engine;
  private List<Opening> openings = List.of();
  private @Nullable Waiting waiting;

  /**
   * What is listened for.
   *
   * @param begun told the run that a call began, on the thread of the call
   */
  private record Waiting(Workflow draft, Opening opening, Consumer<RunId> begun) {}

  /** A closed door. */
  public TestDoor(Engine engine) {
    this.engine = engine;
  }

  /**
   * Opens the door for one call; who listened before does no more.
   *
   * @param draft what the call runs
   * @param opening its trigger
   * @param begun told the run of the call, on another thread
   */
  public synchronized void listen(Workflow draft, Opening opening, Consumer<RunId> begun) {
    waiting = new Waiting(draft, opening, begun);
    openings = List.of(opening);
  }

  /** Closes the door, where it is still open for this trigger. */
  public synchronized void close(Opening opening) {
    if (openings.contains(opening)) {
      waiting = null;
      openings = List.of();
    }
  }

  @Override
  public synchronized List<Opening> openings() {
    return openings;
  }

  @Override
  public RunId call(Opening opening, List<Item> items, String key) throws EngineException {
    Waiting taken;
    synchronized (this) {
      taken = waiting;
      if (taken == null || !taken.opening().equals(opening)) {
        throw new EngineException(Reason.NOT_ACTIVE, "nobody listens for a test call any more");
      }
      close(opening);
    }
    RunId run;
    try {
      run =
          engine.start(
              new RunRequest(
                  taken.draft(),
                  opening.folder(),
                  items,
                  Optional.of(opening.node()),
                  Optional.empty(),
                  Optional.<Duration>empty()));
    } catch (EngineException e) {
      listen(taken.draft(), taken.opening(), taken.begun()); // it was no call yet
      throw e;
    }
    taken.begun().accept(run);
    return run;
  }

  @Override
  public boolean isTest() {
    return true;
  }
}
