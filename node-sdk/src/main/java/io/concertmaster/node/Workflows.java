package io.concertmaster.node;

import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;

/**
 * Runs other workflows for a node. Each is a durable run of its own in the same store.
 *
 * <p>A call never waits on its thread. A node calls, and where a call is still under way it returns
 * {@link NodeResult#again()}: the run rests, without a thread and over restarts, and when the
 * called runs have ended the node runs again in the same activation. Then the same call, by its
 * key, gives what the called run sent; no run is started twice for one key. Where the calling run
 * ends first, because it is cancelled, takes too long or fails elsewhere, the called runs are
 * cancelled: nobody wants what they send any more.
 */
public interface Workflows {
  /** Which workflow. */
  sealed interface Callee {
    /**
     * A file.
     *
     * @param path relative ones start at the calling workflow's folder
     */
    record File(String path) implements Callee {}

    /** The workflow of an id among the files of the calling workflow's folder. */
    record Id(String id) implements Callee {}

    /** A definition that stands in the settings. */
    record Inline(JsonObject definition) implements Callee {}
  }

  /** How a call stands. */
  sealed interface Call {
    /** The called run has not ended. */
    record Pending(long run) implements Call {}

    /**
     * The called run ended well.
     *
     * @param items what its last node sent by its first output
     */
    record Ended(long run, ItemList items) implements Call {}

    /**
     * The called run failed, was cancelled or took too long.
     *
     * @param message why, in one line
     */
    record Failed(long run, String message) implements Call {}
  }

  /**
   * Calls a workflow, or asks after a call that was made before with the same key.
   *
   * @param key names the call within the activation
   * @param items what the called run's trigger sends
   * @throws NodeException when there is no such workflow, it cannot run, or calls are nested too
   *     deeply
   */
  Call call(String key, Callee callee, ItemList items) throws NodeException, InterruptedException;

  /**
   * Starts a workflow for whose end nobody waits; with a key that was used before in the activation
   * it does nothing. The run goes on when the calling one ends.
   *
   * @param key names the call within the activation
   * @param items what the started run's trigger sends
   * @return the number of the run
   * @throws NodeException as for {@link #call}
   */
  long hand(String key, Callee callee, ItemList items) throws NodeException, InterruptedException;
}
