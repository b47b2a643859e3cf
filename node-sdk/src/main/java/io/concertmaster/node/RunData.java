package io.concertmaster.node;

import io.concertmaster.node.data.JsonObject;
import java.util.Map;

/**
 * Small values that outlive an activation: those that a workflow keeps from run to run, and those
 * that mark a run for people who search for it (n8n calls these the custom data of an execution). A
 * change holds from the moment at which the activation is done; one that fails or is cut short
 * changes nothing.
 */
public interface RunData {
  /** The longest JSON text that is kept, in characters. */
  int LIMIT = 1_000_000;

  /** Who shares a workflow's values. */
  enum Owner {
    /** All nodes of the workflow. */
    WORKFLOW,
    /** This node alone. */
    NODE
  }

  /**
   * What the workflow keeps from one run to the next. A run that was started by hand sees it, and
   * sees its own changes, but leaves nothing to the next run.
   */
  JsonObject staticData(Owner owner);

  /**
   * Keeps values in place of those before.
   *
   * @throws NodeException when they are longer than {@link #LIMIT}
   */
  void staticData(Owner owner, JsonObject changed) throws NodeException;

  /** The run's custom data so far: what is shown with the run and can be searched for. */
  Map<String, String> customData();

  /**
   * Marks the run; a value of the same name is replaced. A run has 10 of them, names have 50
   * characters and values 512: what is longer is cut, what is more is left out, as n8n does.
   */
  void customData(String name, String value);
}
