package io.concertmaster.engine;

import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs workflows and keeps what happened. Calls may come from any thread; none waits for a run.
 *
 * <p>What it promises is in docs/architecture.md, “Durability contract”: each step at least once,
 * what is done is never done again, cancelled is final.
 */
public interface Engine extends AutoCloseable {
  /**
   * Starts a run. When this returns the run is durable: it goes on after a crash.
   *
   * @throws EngineException when the workflow has problems that keep it from running, or the store
   *     cannot take it
   */
  RunId start(RunRequest request) throws EngineException;

  /**
   * Starts a run, where none was started with this key: callers that do not know whether an earlier
   * call came through ask again, and still there is one run.
   *
   * @param key names the occasion among all of this store; not empty
   * @return the run of the key, whether it began now or before
   * @throws EngineException as {@link #start}
   */
  RunId startOnce(RunRequest request, String key) throws EngineException;

  /** What is known about a run. */
  Optional<RunView> run(RunId id) throws EngineException;

  /**
   * The newest runs, newest first.
   *
   * @param limit at most so many
   */
  default List<RunSummary> runs(int limit) throws EngineException {
    return limit < 1 ? List.of() : runs(RunQuery.newest(limit)).runs();
  }

  /** A page of those runs that are asked for, newest first. */
  RunPage runs(RunQuery query) throws EngineException;

  /** The runs that have not ended, oldest first, however many newer ones have. */
  List<RunSummary> unfinished() throws EngineException;

  /**
   * Ends a run. What is running is interrupted, nothing new starts, and it stays cancelled over
   * restarts. A run that has ended already stays as it ended.
   *
   * @throws EngineException when there is no such run
   */
  void cancel(RunId id) throws EngineException;

  /**
   * Takes up a run that was cut short by a crash or a stop of the engine. Nothing happens to one
   * that is running or has ended.
   *
   * @throws EngineException when there is no such run or it cannot go on; with the reason UNCERTAIN
   *     when a person must say what to do about an unsafe step: {@link #resume(RunId,
   *     UncertainDecision)}
   */
  void resume(RunId id) throws EngineException;

  /**
   * Takes up a run as {@link #resume(RunId)} does, and says what to do about an unsafe step that
   * was cut short. Where none was, the decision plays no part.
   *
   * @throws EngineException when there is no such run or it cannot go on
   */
  void resume(RunId id, UncertainDecision decision) throws EngineException;

  /**
   * Ends the wait of a run that waits for someone outside. What the node wrote leaves it, or the
   * given items in its place.
   *
   * @param token as {@code $execution.resumeUrl} tells it to the node that waits and to those
   *     before it since the wait before, and the run's {@link RunView}; each wait has one of its
   *     own
   * @param answer none for what the node wrote
   * @throws EngineException when there is no such run; with the reason WAIT_OVER when the wait to
   *     which the token belongs is over, and NOT_WAITING when the run has not come to it or the
   *     token is another's
   */
  default void resume(RunId id, String token, List<Item> answer) throws EngineException {
    resume(id, token, "", answer);
  }

  /**
   * The same, by an output of the node: its way tells what was decided.
   *
   * @param output id of the output by which the items leave; the first one where empty
   * @throws EngineException also when the node has no such output
   */
  void resume(RunId id, String token, String output, List<Item> answer) throws EngineException;

  /**
   * Pins a run that waits to a newer definition of its workflow: what follows the wait goes by
   * that. Without this a run keeps the definition with which it began. Nothing happens where it is
   * pinned to that already.
   *
   * @throws EngineException when there is no such run, or the definition has problems; with the
   *     reason NOT_UPGRADED when the run does not wait, or when a node that has a part in it (the
   *     one that waits, those that ran, those for which items are held) is missing there, or is of
   *     another type or version
   */
  void upgrade(RunId id, Workflow workflow) throws EngineException;

  /**
   * Waits until no run in this engine's hands works any more: all have ended or wait. Runs that
   * others began, and error workflows, are among them.
   */
  void awaitQuiet() throws InterruptedException;

  /** The runs that have neither ended nor are in this engine's hands: cut short by a crash. */
  List<RunSummary> interrupted() throws EngineException;

  /**
   * Calls back for each event of all runs from now on, on a thread of the engine, in order; the
   * listener must be quick. Events say that something changed; {@link #run} says how things stand.
   */
  Subscription subscribe(Consumer<RunEvent> listener);

  /**
   * What happened in a run so far, in order: what {@link #subscribe} told or would have told,
   * progress apart. For those who were not there, and those who come back.
   *
   * @param after the number of the last event that is known already; 0 for none
   * @throws EngineException when there is no such run
   */
  List<NumberedEvent> events(RunId id, long after) throws EngineException;

  /**
   * Waits until a run has ended or rests (waits for time with nothing else to do).
   *
   * @return how things stand then
   */
  RunView await(RunId id) throws EngineException, InterruptedException;

  /**
   * A page of the items that left an output in one activation.
   *
   * @param list as a {@link RunView} names it
   * @param from the first position, from 0
   * @param limit at most so many
   */
  ItemPage items(ItemListRef list, long from, int limit) throws EngineException;

  /**
   * The bytes of a file that travels with an item of this engine's runs. Whoever asks closes them.
   *
   * @throws EngineException when the store has no such file
   */
  InputStream open(BinaryData file) throws EngineException;

  /**
   * Makes a workflow active: its triggers listen from now on, over restarts too, until it is made
   * inactive. It is pinned to this definition. One that is active already is given the new
   * definition; a trigger whose settings are the same goes on as if nothing had happened.
   *
   * @param folder where relative paths of the settings start
   * @throws EngineException when the workflow has problems that keep it from running, or no trigger
   *     that listens
   */
  ActiveWorkflow activate(Workflow workflow, Path folder) throws EngineException;

  /**
   * Makes a workflow inactive: its triggers listen no more, and what was due and waits is
   * forgotten. Runs that have begun go on.
   *
   * @return false when it was not active
   */
  boolean deactivate(String workflowId) throws EngineException;

  /**
   * The triggers of active workflows that programs and people call. The same list as before while
   * nothing changed, so that asking for each call costs nothing.
   */
  List<Opening> openings() throws EngineException;

  /**
   * Begins the run of a call, once for its key where it has one. When this returns the run is
   * durable.
   *
   * @param workflowId an active workflow
   * @param node a trigger among {@link #openings}
   * @param items with which the run begins
   * @param key names the call among all of this store; the same key gives the same run; a run of
   *     its own where empty
   * @throws EngineException with the reason NOT_ACTIVE when there is no such trigger (any more),
   *     BUSY when enough runs of the workflow go on
   */
  RunId call(String workflowId, String node, List<Item> items, String key) throws EngineException;

  /**
   * Takes in files from outside, for the items of a call or an answer.
   *
   * @throws EngineException with the reason STORE_FULL when there is no room for them
   */
  Intake intake() throws EngineException;

  /** The active workflows, by name. */
  List<ActiveWorkflow> active() throws EngineException;

  /** How the engine does; cheap enough to be asked every second. */
  EngineMetrics metrics();

  /** Stops taking work, waits shortly for steps under way to be recorded, and closes the store. */
  @Override
  void close();

  /** Ends a subscription when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
