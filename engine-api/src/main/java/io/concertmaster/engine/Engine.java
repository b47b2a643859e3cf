package io.concertmaster.engine;

import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
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

  /** What is known about a run. */
  Optional<RunView> run(RunId id) throws EngineException;

  /**
   * The newest runs, newest first.
   *
   * @param limit at most so many
   */
  List<RunSummary> runs(int limit) throws EngineException;

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
   * @param token as the run's {@code $execution.resumeUrl} and its {@link RunView} tell it
   * @param answer none for what the node wrote
   * @throws EngineException when there is no such run; with the reason NOT_WAITING when it does not
   *     wait for that, or the token is another's
   */
  void resume(RunId id, String token, List<Item> answer) throws EngineException;

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
