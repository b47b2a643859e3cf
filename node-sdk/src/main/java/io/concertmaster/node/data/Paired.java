package io.concertmaster.node.data;

/**
 * Lineage: the input item from which an output item came.
 *
 * @param item the item's position in the list of that input, counted from 0
 * @param input the input's position among the node's inputs, counted from 0; positions past them
 *     are lists that the node kept from earlier activations, in the order in which it kept them
 */
public record Paired(long item, int input) {
  public Paired {
    if (item < 0 || input < 0) {
      throw new IllegalArgumentException("positions count from 0");
    }
  }
}
