package io.concertmaster.canvas.graph;

/** How a node is doing; decides the colour of its border and the sign of its badge. */
public enum NodeState {
  /** Nothing is known; a plain border and no badge. */
  NONE,
  /** Planned and not begun. */
  QUEUED,
  /** At work; the only state that is animated. */
  RUNNING,
  /** Failed and about to try again. */
  RETRYING,
  /** Waits for time, a person or an event. */
  WAITING,
  /** Finished well. */
  DONE,
  /** Passed over. */
  SKIPPED,
  /** Finished badly. */
  FAILED;

  /** Whether the canvas animates nodes of this state. */
  public boolean animated() {
    return this == RUNNING;
  }
}
