package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import java.util.Optional;

/**
 * A list that arrived at one input of a node.
 *
 * @param list the items
 * @param origin which output sent them; empty for the items that were given to the run, and where
 *     nothing arrived
 */
public record Input(ItemListRef list, Optional<Origin> origin) {
  /** Nothing arrived. */
  public static final Input NONE = new Input(new ItemListRef("", 0), Optional.empty());

  /**
   * An output in one activation.
   *
   * @param node id of the node
   * @param runIndex which of its activations, from 0
   * @param output id of the output
   */
  public record Origin(String node, int runIndex, String output) {}
}
