package io.concertmaster.engine;

/** What a person says about an unsafe step of which nobody knows whether it happened. */
public enum UncertainDecision {
  /** It did not happen, or twice does no harm: do it again. */
  RETRY,
  /** Count it as failed: the node's policy on errors decides what follows. */
  FAIL,
  /** It happened: go on, its first input leaves by its first output. */
  SKIP
}
