package io.concertmaster.simulation.story;

import io.concertmaster.node.Effect;
import java.util.List;

/** The world outside of the engine, to which the nodes do what they do. */
@FunctionalInterface
public interface Outside {
  /**
   * Work of a node.
   *
   * @param run the number of its run
   * @param inputs the numbers of its items, input by input
   */
  record Work(
      long run,
      String node,
      int runIndex,
      int attempt,
      String key,
      Effect effect,
      List<List<Long>> inputs) {}

  /** Lets the work have its effect. Others may go on before and after, and the process may die. */
  void work(Work work) throws InterruptedException;

  /**
   * Lets the work of one item have its effect, where a node says of each item when it is done.
   *
   * @param position of the item in the first input
   */
  default void item(long run, String node, int runIndex, int attempt, long position)
      throws InterruptedException {}
}
