package io.concertmaster.engine;

/** How an activation stands. */
public enum NodeState {
  RUNNING,
  /** Failed, and tries again after a pause. */
  RETRYING,
  /** Its outputs leave at a later moment. */
  WAITING,
  /** Cut short by a crash in the middle of something unsafe. */
  UNCERTAIN,
  DONE,
  FAILED,
  CANCELLED
}
