package io.concertmaster.engine.local.plan;

import java.util.List;

/**
 * Lists that arrived at a node with several inputs and wait for others.
 *
 * @param lane of the list that arrived first; the activation that gets them belongs to it
 * @param inputs by position; {@link Input#NONE} where nothing has arrived
 */
public record InputSet(int lane, List<Input> inputs) {
  public InputSet {
    inputs = List.copyOf(inputs);
  }

  /** Whether nothing has arrived at an input. */
  boolean isFree(int position) {
    return inputs.get(position).equals(Input.NONE);
  }
}
