package io.concertmaster.canvas.graph;

/** What has come through an edge; decides its colour. */
public enum EdgeState {
  /** Nothing has. */
  NONE,
  /** Data is coming through. */
  RUNNING,
  /** Data has come through. */
  DONE,
  /** Data waits behind it. */
  WAITING,
  /** What came through was lost to a failure. */
  FAILED
}
