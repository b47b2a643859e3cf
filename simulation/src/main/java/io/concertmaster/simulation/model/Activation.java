package io.concertmaster.simulation.model;

import java.util.List;
import java.util.Map;

/**
 * What one activation must come to.
 *
 * @param inputs the numbers that its node sees, input by input
 * @param outputs the numbers that it sends, by output; only those that hold some
 * @param done false where the run failed in it
 */
public record Activation(
    String node,
    int runIndex,
    List<List<Long>> inputs,
    Map<String, List<Long>> outputs,
    boolean done) {
  /** The name of the step. */
  public String step() {
    return node + "/" + runIndex;
  }
}
