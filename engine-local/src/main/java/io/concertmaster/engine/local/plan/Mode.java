package io.concertmaster.engine.local.plan;

/** What an activation does. */
public enum Mode {
  /** The node's own work. */
  RUN,
  /**
   * Nothing: the first input leaves by the first output. A disabled node, one that failed and whose
   * policy is to continue, one that a person skipped.
   */
  PASS,
  /** Pinned data leaves by the first output. */
  PIN,
  /** The node failed and its policy is the error output: the items of its inputs leave there. */
  DIVERT
}
