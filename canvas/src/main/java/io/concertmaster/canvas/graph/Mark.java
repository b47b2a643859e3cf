package io.concertmaster.canvas.graph;

/** How bad the problem of a node is. */
public enum Mark {
  /** No problem. */
  NONE,
  /** Worth a look. */
  WARNING,
  /** Must be mended first. */
  ERROR
}
