package io.concertmaster.canvas.graph;

/** The two shapes of node. */
public enum NodeKind {
  /** A card with an icon, a title, a subtitle and ports. */
  CARD,
  /** A sheet of text without ports that can be resized and lies under the cards. */
  NOTE
}
