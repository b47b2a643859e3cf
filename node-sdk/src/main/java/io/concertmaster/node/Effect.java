package io.concertmaster.node;

/**
 * What an activation does to the world outside, and so what may happen to one that a crash cut
 * short.
 */
public enum Effect {
  /** Computes only. Runs again after a crash. */
  PURE,
  /** Reads from outside and changes nothing there. Runs again after a crash. */
  READS,
  /**
   * Writes, but doing it again with the same key leaves the same result. Runs again after a crash.
   */
  IDEMPOTENT,
  /**
   * Writes, and doing it twice shows. After a crash nobody knows whether it happened: the node's
   * policy decides.
   */
  UNSAFE
}
