package io.concertmaster.engine;

import java.util.List;

/**
 * What a node did in a run.
 *
 * @param node its id
 * @param activations in the order of their run indexes; at least one
 */
public record NodeView(String node, List<Activation> activations) {
  public NodeView {
    activations = List.copyOf(activations);
  }

  /** The newest activation. */
  public Activation last() {
    return activations.getLast();
  }

  /** The newest activation's state. */
  public NodeState state() {
    return last().state();
  }

  /** How many items left an output, all activations together. */
  public long itemsOut(String port) {
    return activations.stream()
        .map(activation -> activation.outputs().get(port))
        .mapToLong(list -> list == null ? 0 : list.size())
        .sum();
  }
}
