package io.concertmaster.canvas.intent;

/**
 * How far a gesture is. Each one is {@code BEGIN, DRAG*, (END | CANCEL)}. An owner needs to change
 * its graph at END alone, since the canvas shows the rest by itself; at CANCEL there is nothing to
 * do then.
 */
public enum Phase {
  /** It begins; positions are still the old ones. */
  BEGIN,
  /** It goes on. */
  DRAG,
  /** It is done; now the change counts. */
  END,
  /** It was given up; what was changed since BEGIN goes back. */
  CANCEL
}
