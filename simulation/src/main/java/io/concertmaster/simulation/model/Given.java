package io.concertmaster.simulation.model;

import io.concertmaster.engine.UncertainDecision;
import java.util.List;
import java.util.Optional;

/** What came to a run from outside, and on which its course therefore depends. */
public interface Given {
  /** The numbers of the items with which it begins. */
  List<Long> input();

  /** What was said in the end of an unsafe try that was cut short. */
  Optional<UncertainDecision> decision(String node, int runIndex, int attempt);

  /** Whether a try took longer than its node may. */
  boolean isOverdue(String node, int runIndex, int attempt);

  /** Whether something was given to a wait from outside, in place of what it had. */
  boolean isAnswered(String node, int runIndex);

  /**
   * What became of the runs that a try called, in their order; each what it sent, or nothing where
   * it failed.
   */
  List<Optional<List<Long>>> called(String node, int runIndex, int attempt, List<Long> items);

  /** Whether and when it was moved to a newer definition. */
  Optional<Move> move();

  /** The most activations of a run. */
  long most();
}
