package io.concertmaster.canvas.intent;

import io.concertmaster.canvas.graph.PortRef;

/** What lies under a point of the canvas. */
public sealed interface Target {
  /** A node, its id. */
  record OnNode(String id) implements Target {}

  /** An edge, its id. */
  record OnEdge(String id) implements Target {}

  /** A port. */
  record OnPort(PortRef port) implements Target {}

  /** The lower right corner of a note, its id. */
  record OnCorner(String id) implements Target {}

  /** Nothing. */
  record OnVoid() implements Target {}
}
