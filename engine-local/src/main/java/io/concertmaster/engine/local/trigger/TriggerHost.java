package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.local.FileRule;
import io.concertmaster.engine.local.journal.ActiveTables;
import io.concertmaster.engine.local.journal.Beginning;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What triggers need of the engine. */
public interface TriggerHost {
  /** Now, in whole milliseconds. */
  Instant now();

  /** Calls once, when so much time has passed, whatever the clock says then. */
  void after(Duration span, Runnable call);

  /** Starts a thread. */
  Thread start(String name, Runnable work);

  /** Which files may be reached. */
  FileRule files();

  /** The store of what is active. */
  ActiveTables tables();

  /**
   * A definition, made ready.
   *
   * @throws EngineException when it has problems that keep it from running
   */
  Checked checked(Workflow workflow) throws EngineException;

  /**
   * The definition of a hash in the store, made ready.
   *
   * @throws EngineException when it is not there, or names what is not installed
   */
  Checked stored(String hash) throws EngineException;

  /**
   * Begins a run by itself; it is durable on return, and so is that it has begun.
   *
   * @param folder where relative paths start
   * @param item the record of the item with which it begins
   * @throws EngineException when the workflow cannot run
   * @throws io.concertmaster.engine.local.sqlite.StoreException when the store cannot take it
   */
  RunId begin(Checked definition, Path folder, Beginning beginning, JsonObject item)
      throws EngineException, InterruptedException;

  /**
   * Begins the run of a call, once for its key; it is durable on return.
   *
   * @param folder where relative paths start
   * @param items with which it begins
   */
  RunId call(Checked definition, Path folder, String node, List<Item> items, String key)
      throws EngineException, InterruptedException;

  /** The run of a call's key, where there is one. */
  Optional<RunId> called(String key);

  /** The run of a key, where there is one. */
  Optional<RunId> runOf(String key);

  /** Ends a run. */
  void cancel(RunId run) throws EngineException;

  /** How a run stands; empty where it was taken away. */
  Optional<RunSummary> summary(RunId run);

  /** Whether a run in the engine's hands rests until someone outside goes on with it. */
  boolean rests(RunId run);

  /** The runs in the engine's hands that triggers began, by workflow, oldest first. */
  Map<String, List<RunId>> underWay();
}
