package io.concertmaster.canvas.graph;

/**
 * A place on a card at which edges begin or end.
 *
 * @param id unique among the ports of its side
 * @param label the text beside it, or empty
 * @param error whether it is the way out for failures: drawn in the colour of failure
 * @param attachment whether nothing flows through it: one card serves another. Inputs of this kind
 *     lie on the lower side of the card, outputs on the upper one
 */
public record GraphPort(String id, String label, boolean error, boolean attachment) {
  /** A port through which data flows. */
  public GraphPort(String id, String label, boolean error) {
    this(id, label, error, false);
  }

  /** A port without the role of error output. */
  public GraphPort(String id, String label) {
    this(id, label, false);
  }
}
