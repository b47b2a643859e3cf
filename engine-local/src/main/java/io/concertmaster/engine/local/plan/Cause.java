package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.RunMode;
import java.util.Optional;

/**
 * Why a run began.
 *
 * @param key makes the tokens with which someone outside may end the waits of the run
 * @param depth how many runs stand above it: 0 for one that no run began
 * @param caller the activation that began it and gets what it sends
 */
public record Cause(RunMode mode, WaitKey key, int depth, Optional<Caller> caller) {
  /**
   * An activation of another run.
   *
   * @param run its number
   * @param node id of the node
   * @param runIndex which of the node's activations
   */
  public record Caller(long run, String node, int runIndex) {}

  /** By hand. */
  public static final Cause MANUAL = new Cause(RunMode.MANUAL, WaitKey.NONE, 0, Optional.empty());
}
